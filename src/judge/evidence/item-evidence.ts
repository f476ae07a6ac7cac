import type { Claim } from "./claims.js";
import type { Occurrences } from "./occurrences.js";
import { sightingsOf } from "./sightings.js";
import { stemsOf } from "./words.js";

/** How much one thing speaks for one item: `bits` of the kind `feature`. */
export interface ItemEvidence {
  /** Index of the item; -1 is the top of the file. */
  readonly item: number;
  readonly feature: string;
  readonly bits: number;
  /** What is said; `undefined` for what the item is of itself. */
  readonly claim: Claim | undefined;
}

/**
 * What speaks for each item of a file, whatever it is worth. A thing found in few items says more: its bits are log2 of the number of items
 * over those that have it.
 *
 * - `own`, `outer`: a symbol is the item's name, or that of one around it; `part`, `title`, `outer word`: a word of it is
 * - `… body`: found in the item's own lines; `… called`: found in those of an item that the claims name and this one calls
 * - `callee`: an item that the claims name uses this one; `size`: how long it is
 */
export function* itemEvidence(claims: readonly Claim[], code: Occurrences): Generator<ItemEvidence> {
  const { items } = code.outline;
  const all = [-1, ...items.keys()];
  const rarity = (count: number): number => Math.log2((all.length + 1) / Math.max(1, count));
  const sets = new Map<readonly number[], ReadonlySet<number>>();
  const itemsWith = (lines: readonly number[]): ReadonlySet<number> => {
    const known = sets.get(lines) ?? new Set(lines.map((line) => code.itemOfLine[line] ?? -1));
    sets.set(lines, known);
    return known;
  };
  const callersOf = (item: number): ReadonlySet<number> => itemsWith(code.ofToken(items[item]?.name ?? ""));
  const symbols = new Set(claims.flatMap((claim) => (claim.kind === "symbol" ? [claim.name] : [])));
  const named = all.filter((item) => symbols.has(items[item]?.name ?? ""));
  const calledBy = new Map(all.map((item) => [item, named.filter((other) => other !== item && callersOf(other).has(item))]));
  const stems = all.map((item) => new Set(stemsOf(items[item]?.name ?? "")));
  const outer = all.map((item) => {
    const names: string[] = [];
    for (let at = items[item]?.within; at !== undefined; at = items[at]?.within) names.push(items[at]?.name ?? "");
    return { names: new Set(names), stems: new Set(names.flatMap(stemsOf)) };
  });
  for (const claim of claims) {
    const { by } = claim;
    const owning = claim.kind === "symbol" ? all.filter((item) => items[item]?.name === claim.name) : [];
    for (const item of owning) yield { item, feature: `own ${by}`, bits: rarity(owning.length), claim };
    if (claim.kind === "symbol") {
      for (const [at, { names }] of outer.entries())
        if (names.has(claim.name) && !owning.includes(at - 1)) yield { item: at - 1, feature: `outer ${by}`, bits: 1, claim };
    }
    if (claim.kind === "word") {
      const entitled = all.filter((_, at) => stems[at]?.has(claim.stem));
      const feature = claim.of !== undefined && code.ofToken(claim.of).length > 0 ? `part ${by}` : `title ${by}`;
      for (const item of entitled) yield { item, feature, bits: rarity(entitled.length), claim };
      for (const [at, { stems: words }] of outer.entries())
        if (words.has(claim.stem) && !stems[at]?.has(claim.stem)) yield { item: at - 1, feature: `outer word ${by}`, bits: 1, claim };
    }
    for (const { kind, lines } of sightingsOf(claim, code)) {
      const found = itemsWith(lines);
      const bits = rarity(found.size);
      for (const item of all) {
        if (owning.includes(item)) continue;
        if (found.has(item)) yield { item, feature: `${kind} ${by} body`, bits, claim };
        else if (calledBy.get(item)?.some((other) => found.has(other))) yield { item, feature: `${kind} ${by} called`, bits, claim };
      }
    }
  }
  for (const item of all) {
    if (item === -1) continue;
    const users = callersOf(item);
    if (named.some((other) => other !== item && users.has(other))) yield { item, feature: "callee", bits: rarity(3), claim: undefined };
    const { first, last } = code.linesOf(items[item]?.span ?? { start: 0, end: 0 });
    yield { item, feature: "size", bits: Math.log2(2 + Math.max(0, last - first)), claim: undefined };
  }
}
