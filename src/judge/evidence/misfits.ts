import type { Misfit, Verdict } from "../../model/judgement.js";
import { lowerBound, overlap, type Span } from "../../model/span.js";
import { type Claim, voiceOfText } from "./claims.js";
import { linesOfItem, partIn, placeOf } from "./located.js";
import type { Lines, Occurrences } from "./occurrences.js";
import { itemSupport, placeSupport, type Support, sums } from "./scores.js";
import { senseOf } from "./sense.js";
import { sightingsOf } from "./sightings.js";

/** Nats that each claim adds at one candidate and takes away at another. */
class Balance {
  readonly #nats = new Map<Claim, number>();

  add(support: Iterable<Support>, plus: number | undefined, minus: number | undefined): void {
    for (const { candidates, claim, nats } of support) {
      if (claim === undefined || plus === minus) continue;
      for (const at of candidates) {
        if (at === plus || at === minus) this.#nats.set(claim, (this.#nats.get(claim) ?? 0) + (at === plus ? nats : -nats));
      }
    }
  }

  /** The claims that speak for the better place, those of code before those of prose, the weightiest first. */
  claims(): readonly Claim[] {
    const rank = (claim: Claim): number => (claim.kind === "word" ? 1 : 0);
    return [...this.#nats]
      .filter(([, nats]) => nats > 0)
      .sort(([a, x], [b, y]) => rank(a) - rank(b) || y - x)
      .map(([claim]) => claim);
  }
}

/** The names of the items around an item and its own. */
function ownerOf(code: Occurrences, item: number | undefined): readonly string[] {
  const names: string[] = [];
  for (let at = item; at !== undefined; at = code.outline.items[at]?.within) names.unshift(code.outline.items[at]?.name ?? "");
  return names;
}

/** The least share of a quote's tokens that must stand together to be told for it, and on how many lines. */
const shareOfQuote = 0.6;
const linesOfQuote = 3;

/** The first line, of the ranges in their order, on which a claim stands; of a quote the first one of those that hold most of it. */
function lineOf(claim: Claim, code: Occurrences, ranges: readonly Lines[]): number | undefined {
  const sightings = sightingsOf(claim, code).filter(({ kind }) => kind !== "pair");
  const wanted = claim.kind === "quote" ? shareOfQuote * new Set(claim.tokens).size : 1;
  let best: { readonly line: number; readonly count: number } | undefined;
  for (const { first, last } of ranges) {
    const lines = sightings.flatMap(({ lines: all }) => all.slice(lowerBound(all, first), lowerBound(all, last + 1)));
    const together = (line: number): number =>
      sightings.filter(
        ({ lines: all }) => (all[lowerBound(all, line)] ?? Number.POSITIVE_INFINITY) <= Math.min(last, line + linesOfQuote - 1),
      ).length;
    for (const line of lines.sort((x, y) => x - y)) {
      const count = together(line);
      if (count >= wanted && count > (best?.count ?? 0)) best = { line, count };
    }
  }
  return best?.line;
}

/** The place where a claim is found within the lines: the symbol itself, or the first line of a quote. */
function found(claim: Claim, code: Occurrences, ranges: readonly Lines[]): Span | undefined {
  const { starts, lines, tokens } = code.outline;
  const line = lineOf(claim, code, ranges);
  if (line === undefined) return undefined;
  const from = lowerBound(lines, line);
  const to = lowerBound(lines, line + 1);
  const named = claim.kind === "symbol" ? tokens.slice(from, to).indexOf(claim.name) : -1;
  const at = named === -1 ? from : from + named;
  let end = named === -1 ? to - 1 : at;
  // Signs are kept as what they mean, which may be longer than what is written: `=` is `==`.
  while (end > at && !/^#?[\w"\u00c0-\ud7ff]/.test(tokens[end] ?? "")) end -= 1;
  return { start: starts[at] ?? 0, end: (starts[end] ?? 0) + (tokens[end]?.length ?? 0) };
}

/** The innermost of the places that holds what is said; none for words, which stand in many. */
function holding(places: readonly Span[], { kind, span }: Misfit): Span | undefined {
  return kind === "word" || kind === "sense" ? undefined : places.findLast(({ start, end }) => start <= span.start && span.end <= end);
}

/** The place of the first reason that stands in the item rather than being its name; of the first one where there is none. */
function placeOfAll(
  code: Occurrences,
  item: number | undefined,
  places: readonly Span[],
  [first, ...others]: readonly [Misfit, ...Misfit[]],
): Span | undefined {
  const whole = item === undefined ? undefined : code.outline.items[item]?.span;
  const inside = [first, ...others].flatMap((misfit) => holding(places, misfit) ?? []).find((place) => place.start !== whole?.start);
  return inside ?? holding(places, first);
}

/** What speaks for the better item against the anchor's own, and for the best place in it: the reasons that a message gives. */
export function misplaced(
  claims: readonly Claim[],
  code: Occurrences,
  construct: Span,
  own: number | undefined,
  better: number | undefined,
  byCode: boolean,
): Verdict {
  const places = code.outline.placesIn(better);
  const itemLines = linesOfItem(code, better);
  const scores = sums(placeSupport(claims, code, places, itemLines), places.length);
  const sameItem = own === better;
  const here = sameItem ? placeOf(places, partIn(code.outline, own, construct)) : undefined;
  const free = places.flatMap((place, at) => (sameItem && overlap(place, construct) ? [] : [at]));
  const best = free.reduce<number | undefined>(
    (top, at) => (top === undefined || (scores[at] ?? 0) > (scores[top] ?? 0) ? at : top),
    undefined,
  );
  const balance = new Balance();
  if (!sameItem) balance.add(itemSupport(claims, code), better ?? -1, own ?? -1);
  balance.add(placeSupport(claims, code, places, itemLines), best, here);
  const span = best === undefined ? undefined : places[best];
  const ranges = [...(span === undefined ? [] : [code.linesOf(span)]), itemLines];
  // A text as a whole stands nowhere: it is no reason that anybody could look up.
  const speaking = balance.claims().flatMap((claim) => (claim.kind === "text" ? [] : [claim]));
  // What stands at the anchor as well is a poor reason, if there is any other.
  const absent = speaking.filter((claim) => found(claim, code, [code.linesOf(construct)]) === undefined);
  const misfits = (absent.length > 0 ? absent : speaking).flatMap((claim): readonly Misfit[] => {
    const at = found(claim, code, ranges);
    return at === undefined ? [] : [{ by: claim.by, kind: claim.kind, written: claim.written, span: at }];
  });
  // Only where nothing that is said stands there: a likeness is a poorer reason than a name.
  const text = sameItem || misfits.length > 0 ? undefined : claims.find((claim) => claim.kind === "text" && voiceOfText(claim) === "row");
  const sense =
    text?.kind === "text" ? senseOf(text, code, ranges, own === undefined ? code.linesOf(construct) : linesOfItem(code, own)) : undefined;
  const [first, ...others] = sense === undefined ? misfits : [{ by: "row", kind: "sense", ...sense } as const];
  // Words tell which function a row speaks of; where in it is told by code, or by much more than one word.
  if (first === undefined || (sameItem && first.kind === "word" && (byCode || others.length === 0))) return { kind: "unjudged" };
  return {
    kind: "misplaced",
    owner: ownerOf(code, better),
    sameItem,
    place: placeOfAll(code, better, places, [first, ...others]),
    misfits: [first, ...others],
  };
}
