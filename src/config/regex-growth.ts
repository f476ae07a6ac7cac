import type { RegexNode } from "./regex-nodes.js";

/** The most characters that an expression may speak of, repetitions written out. */
const mostPositions = 150;

/** What an expression's part may begin and end with: indices of its characters. */
interface Reach {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** True if there are several ways to repeat something in it. */
const isFlexible = (node: RegexNode): boolean => {
  if (node.kind === "set") return false;
  return node.kind === "repeat" ? node.min !== node.max || isFlexible(node.body) : node.parts.some(isFlexible);
};

/**
 * Whether matching can take time that doubles with each character: then a text can go through a loop in two ways that come together again.
 * Found on the graph of the expression's characters, as the classical construction of Glushkov gives it: a step that two repetitions allow, or
 * two different ways along one text from a character back to itself.
 */
export function growth(expression: RegexNode): "bounded" | "exponential" | "too-large" {
  const sets: (readonly boolean[])[] = [];
  const follow: Set<number>[] = [];
  let isDouble = false;

  const step = (from: readonly number[], to: readonly number[]): void => {
    for (const one of from)
      for (const other of to) {
        if (follow[one]?.has(other) === true) isDouble = true;
        follow[one]?.add(other);
      }
  };

  const chain = (a: Reach, b: Reach): Reach => {
    step(a.last, b.first);
    return {
      nullable: a.nullable && b.nullable,
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
    };
  };

  const loop = (body: Reach): Reach => {
    step(body.last, body.first);
    return body;
  };

  const repeat = (body: RegexNode, min: number, max: number): Reach => {
    // Few repetitions of something flexible are many ways, too.
    const isLoop = max === Number.POSITIVE_INFINITY || (max > 2 && isFlexible(body));
    const copies = isLoop ? Math.max(1, Math.min(min, mostPositions + 1)) : Math.min(max, mostPositions + 1);
    let whole: Reach = { nullable: true, first: [], last: [] };
    for (let copy = 0; copy < copies && sets.length <= mostPositions; copy += 1) {
      const own = isLoop && copy === copies - 1 ? loop(reach(body)) : reach(body);
      whole = chain(whole, copy < min ? own : { ...own, nullable: true });
    }
    return whole;
  };

  const reach = (node: RegexNode): Reach => {
    switch (node.kind) {
      case "set": {
        if (sets.length > mostPositions) return { nullable: false, first: [], last: [] };
        const at = sets.push(node.set) - 1;
        follow.push(new Set());
        return { nullable: false, first: [at], last: [at] };
      }
      case "repeat":
        return repeat(node.body, node.min, node.max);
      case "sequence":
        return node.parts.map(reach).reduce(chain, { nullable: true, first: [], last: [] });
      case "choice": {
        const parts = node.parts.map(reach);
        return {
          nullable: parts.some(({ nullable }) => nullable),
          first: parts.flatMap(({ first }) => first),
          last: parts.flatMap(({ last }) => last),
        };
      }
    }
  };

  reach(expression);
  if (sets.length > mostPositions) return "too-large";
  return isDouble || splits(sets, follow) ? "exponential" : "bounded";
}

/** True if some character has two different ways back to itself along one text. */
function splits(sets: readonly (readonly boolean[])[], follow: readonly ReadonlySet<number>[]): boolean {
  const size = sets.length;
  const meet = sets.map((one) => sets.map((other) => one.some((has, at) => has && other[at] === true)));
  const before = sets.map((_, to) => new Set(sets.flatMap((_set, from) => (follow[from]?.has(to) === true ? [from] : []))));
  const reached = (start: number, edges: readonly ReadonlySet<number>[]): ReadonlySet<number> => {
    const seen = new Set([start * size + start]);
    for (const pair of seen) {
      for (const one of edges[Math.floor(pair / size)] ?? [])
        for (const other of edges[pair % size] ?? []) if (meet[one]?.[other] === true) seen.add(one * size + other);
    }
    return seen;
  };
  return sets.some((_, start) => {
    if (!(follow[start]?.size ?? 0)) return false;
    const forth = reached(start, follow);
    const back = reached(start, before);
    return [...forth].some((pair) => Math.floor(pair / size) !== pair % size && back.has(pair));
  });
}
