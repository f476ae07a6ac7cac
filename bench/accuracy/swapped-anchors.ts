import { indentOf, type Splice, splice } from "../mutations/splice.js";
import { landsAs } from "./landing.js";
import { shuffled } from "./moves.js";
import { type Kind, type Mutant, placeRules } from "./mutant.js";
import { codeSpanOf, isPlaceOf, type Marked, type Source } from "./subject.js";

/** Writes one anchor's comment in the place of another's. What stood behind code on its line gets a line of its own before the code. */
function inPlaceOf({ block }: Marked, source: Source, by: Marked): Splice {
  const indent = indentOf(source.text.split("\n")[block.line]);
  const comment = by.block.comment.map((line) => indent + line);
  return { at: block.line, remove: block.lines, lines: block.code === "" ? comment : [...comment, block.code] };
}

/** Swaps two anchors of one file. `undefined` where their constructs are the same or one is in the other, or they cannot be swapped. */
export function swapped(source: Source, a: Marked, b: Marked): Mutant | undefined {
  const [ofA, ofB] = [codeSpanOf(source, a), codeSpanOf(source, b)];
  if (isPlaceOf(source, a, ofB) || isPlaceOf(source, b, ofA)) return undefined;
  const { text, landed } = splice(source.text, [inPlaceOf(a, source, b), inPlaceOf(b, source, a)]);
  const expected = [
    { anchor: b, line: (landed[0] ?? 0) + b.block.mark, construct: ofA },
    { anchor: a, line: (landed[1] ?? 0) + a.block.mark, construct: ofB },
  ];
  if (!landsAs(source, text, expected)) return undefined;
  return {
    targets: [a.names, b.names],
    rules: placeRules,
    files: new Map([[source.path, text]]),
    from: { path: source.path, line: a.line },
    to: { path: source.path, line: b.line },
    note: "",
  };
}

/**
 * The pairs of a list that can be swapped: for each of its items as many as asked for, drawn among the others. No pair comes twice.
 */
export function pairsOf<Item, Made>(
  list: readonly Item[],
  most: number,
  seedOf: (item: Item) => string,
  swap: (a: Item, b: Item) => Made | undefined,
): readonly Made[] {
  const done = new Set<string>();
  return list.flatMap((item, at) => {
    const made: Made[] = [];
    const others = shuffled([...list.keys()], seedOf(item)).filter((other) => other !== at);
    let tried = 0;
    for (const other of others) {
      if (tried >= most) break;
      const partner = list[other];
      const pair = `${Math.min(at, other)} ${Math.max(at, other)}`;
      const mutant = partner === undefined ? undefined : swap(item, partner);
      if (mutant === undefined) continue;
      tried += 1;
      if (!done.has(pair)) made.push(mutant);
      done.add(pair);
    }
    return made;
  });
}

/** Two anchors of one file stand each on the other's construct. */
export const swappedAnchors: Kind = {
  id: "swapped-anchors",
  mutants: ({ sources }, { seed, perAnchor }) =>
    [...sources.values()].flatMap((source) =>
      pairsOf(
        source.anchors,
        perAnchor,
        (anchor) => `${seed}/swapped-anchors/${source.path}/${anchor.names.join()}/${anchor.line}`,
        (a, b) => swapped(source, a, b),
      ),
    ),
};
