import { type Claim, voiceOfText, voicesOf } from "./claims.js";
import { focusOf, windowLines } from "./focus.js";
import { itemIndexOf } from "./item-index.js";
import { linesOfItem } from "./located.js";
import type { Occurrences } from "./occurrences.js";
import { sightingsOf } from "./sightings.js";
import { bitsOfText, fitsOfItems } from "./text-fit.js";

/** How much one thing speaks for each of some candidates: items of a file, or places of an item. */
export interface Evidence {
  readonly feature: string;
  readonly bits: number;
  /** What is said; `undefined` for what the candidates are of themselves. */
  readonly claim: Claim | undefined;
  readonly candidates: Iterable<number>;
}

const none: readonly number[] = [];

/** A bit of focus beside one of a single thing that is found. */
const shareOfFocus = 0.25;

/** How well all that one speaker says, as a whole, goes with each item. */
function* textEvidence(claims: readonly Claim[], code: Occurrences): Generator<Evidence> {
  for (const claim of claims) {
    if (claim.kind !== "text") continue;
    const feature = `text ${voiceOfText(claim)}`;
    for (const [at, nats] of fitsOfItems(claim.terms, code).entries())
      yield { feature, bits: bitsOfText(claim.terms, nats), claim, candidates: [at - 1] };
  }
}

/** For each item, the most of what is said that stands close together in it. */
function* focusEvidence(claims: readonly Claim[], code: Occurrences): Generator<Evidence> {
  for (const kind of ["quotes", "row", "anchor"] as const) {
    const best = new Map<number, number>();
    for (const [line, bits] of focusOf(claims, code, kind).entries()) {
      if (bits === 0) continue;
      const item = code.itemOfLine[line] ?? -1;
      // What a window has of the next item is none of this one's; but an item shorter than a window has no other.
      const isLeaking = (code.itemOfLine[line + windowLines - 1] ?? -1) !== item;
      if (isLeaking && line > linesOfItem(code, item === -1 ? undefined : item).first) continue;
      if (bits > (best.get(item) ?? 0)) best.set(item, bits);
    }
    for (const [item, bits] of best) yield { feature: `focus ${kind}`, bits: shareOfFocus * bits, claim: undefined, candidates: [item] };
  }
}

/**
 * What speaks for the items of a file, whatever it is worth; item -1 is the top of the file. A thing found in few items says more: its bits
 * are log2 of the number of items over those that have it.
 *
 * - `own`, `outer`: a symbol is the item's name, or that of one around it; `part`, `title`, `outer word`: a word of it is
 * - `… body`: found in the item's own lines; `… called`: found in those of an item that the claims name and this one calls
 * - `first own`: the first symbol of the row is the item's name: what a row names first is its subject
 * - `text …`: how much likelier than anywhere all that one says is there, by the phrasebook (phrasebook/fit.ts)
 * - `beside`: in the item is the anchor of a row that stands right before or after this one in its table
 * - `focus …`: how much of what is said stands close together in it (focus.ts), in quarters of bits
 * - `callee`: an item that the claims name uses this one; `size`: how long it is; `is …`: what kind of item it is
 */
export function* itemEvidence(claims: readonly Claim[], code: Occurrences, beside: Iterable<number> = none): Generator<Evidence> {
  const index = itemIndexOf(code);
  const rarity = (count: number): number => Math.log2((index.all.length + 1) / Math.max(1, count));
  const named = [...new Set(claims.flatMap((claim) => (claim.kind === "symbol" ? (index.byName.get(claim.name) ?? none) : none)))];
  for (const [claim, by] of claims.flatMap((claim) => voicesOf(claim).map((voice) => [claim, voice] as const))) {
    const owning = claim.kind === "symbol" ? (index.byName.get(claim.name) ?? none) : none;
    if (claim.kind === "symbol") {
      if (owning.length > 0) yield { feature: `own ${by}`, bits: rarity(owning.length), claim, candidates: owning };
      const inside = (index.insideName.get(claim.name) ?? none).filter((item) => !owning.includes(item));
      if (inside.length > 0) yield { feature: `outer ${by}`, bits: 1, claim, candidates: inside };
    }
    if (claim.kind === "word") {
      const entitled = index.byStem.get(claim.stem) ?? none;
      const feature = claim.of !== undefined && code.ofToken(claim.of).length > 0 ? `part ${by}` : `title ${by}`;
      if (entitled.length > 0) yield { feature, bits: rarity(entitled.length), claim, candidates: entitled };
      const inside = (index.insideStem.get(claim.stem) ?? none).filter((item) => !entitled.includes(item));
      if (inside.length > 0) yield { feature: `outer word ${by}`, bits: 1, claim, candidates: inside };
    }
    for (const { kind, lines } of sightingsOf(claim, code)) {
      const found = index.having(lines);
      const bits = rarity(found.size);
      yield { feature: `${kind} ${by} body`, bits, claim, candidates: [...found].filter((item) => !owning.includes(item)) };
      const called = new Set<number>();
      for (const other of named) {
        if (!found.has(other)) continue;
        for (const user of index.users(other)) if (user !== other && !found.has(user) && !owning.includes(user)) called.add(user);
      }
      if (called.size > 0) yield { feature: `${kind} ${by} called`, bits, claim, candidates: called };
    }
  }
  yield* textEvidence(claims, code);
  yield* focusEvidence(claims, code);
  const first = claims.find(({ kind, by }) => kind === "symbol" && by === "row");
  const owning = first?.kind === "symbol" ? (index.byName.get(first.name) ?? none) : none;
  if (owning.length > 0) yield { feature: "first own", bits: rarity(owning.length), claim: first, candidates: owning };
  yield { feature: "beside", bits: 1, claim: undefined, candidates: beside };
  const callees = new Set(named.flatMap((other) => index.used(other).filter((item) => item !== other)));
  yield { feature: "callee", bits: rarity(3), claim: undefined, candidates: callees };
  for (const [kind, candidates] of index.byKind) yield { feature: `is ${kind}`, bits: 1, claim: undefined, candidates };
  for (const [size, candidates] of index.bySize) yield { feature: "size", bits: Math.log2(1 + size), claim: undefined, candidates };
}
