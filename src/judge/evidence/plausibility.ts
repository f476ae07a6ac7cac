import type { Outline } from "../../model/outline.js";
import type { Span } from "../../model/span.js";
import type { Claim } from "./claims.js";
import type { Lines, Occurrences } from "./occurrences.js";
import { frozenWeights, itemSupport, logMeanExp, medianOf, placeSupport, type Support, sums } from "./scores.js";

/** Chosen on the tuning fixtures; the page of `misplaced-anchor` has the curve. All in nats, but for lines and shares. */
export const limits = {
  /** How much less likely than a random item the anchor's own may be, together with what the places in it add or take away. */
  item: 1,
  /** More is asked for where the anchor stands on data: what upholds it is often told of functions. */
  data: 2,
  /** So much of what another place in the item is better by is added, and so much of what it is worse by is taken away. */
  shareOfBetter: 0.5,
  shareOfWorse: 0.3,
  /** The most by which it counts as better or worse. */
  mostOfPlace: 6,
  /** How much better another place in the item must be by itself. */
  place: 4,
  /** And how little, as a share of what the best place has above the middle, the anchor's place may have. */
  shareOfPlace: 0.7,
  /** A construct that begins so few lines below the end of the anchor's own is still what the anchor is about, and one that ends so few above. */
  linesBelow: 2,
  linesAbove: 1,
} as const;

/** The limits on what the scores say, or others that are tried in their place. */
export type Limits = Readonly<Record<Exclude<keyof typeof limits, "linesBelow" | "linesAbove">, number>>;

/** What a file's code says of the place of an anchor. */
export type Plausibility =
  | { readonly kind: "plausible" }
  /** What is said of the anchor could not tell its place from a middling one. */
  | { readonly kind: "unjudged" }
  /** `better` is the item that explains what is said better, which may be the anchor's own; `undefined` is the top of the file. */
  | { readonly kind: "misplaced"; readonly own: number | undefined; readonly better: number | undefined };

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The innermost item that is the construct or holds it. */
export function itemOf(outline: Outline, construct: Span): number | undefined {
  const found = outline.items.findLastIndex(({ span }) => holds(span, construct));
  return found === -1 ? undefined : found;
}

/** The lines of an item; all lines for the top of the file. */
export function linesOfItem(code: Occurrences, item: number | undefined): Lines {
  const span = item === undefined ? undefined : code.outline.items[item]?.span;
  return span === undefined ? { first: 0, last: code.lineCount - 1 } : code.linesOf(span);
}

/** The place that is the construct, or else the smallest one around it. */
export function placeOf(places: readonly Span[], construct: Span): number | undefined {
  const found = places.findLastIndex((place) => holds(place, construct));
  return found === -1 ? undefined : found;
}

/** How much better than its own place the best other one of the item is, and how both stand to the middle. */
interface Within {
  readonly margin: number;
  readonly gain: number;
  readonly top: number;
}

/** What the scores say of a construct, before any limit is laid to it. */
export interface Standing {
  readonly own: number | undefined;
  /** Of each item; index 0 is the top of the file. */
  readonly scores: readonly number[];
  /** What an item drawn at random is worth. */
  readonly random: number;
  readonly inItem: Within;
  /** By what is said alone, whatever the items and places are of themselves: how random items and the best place in its own stand to the middle. */
  readonly told: { readonly items: number; readonly places: number };
}

/** Scores of candidates, and those parts of them that something said is the reason for. */
interface Scores {
  readonly all: readonly number[];
  readonly said: readonly number[];
}

function scoresOf(support: Iterable<Support>, count: number, first = 0): Scores {
  const each = [...support];
  const said = each.filter(({ claim }) => claim !== undefined);
  return { all: sums(each, count, first), said: sums(said, count, first) };
}

/** True if what stands there may be what an anchor on the construct is about, though it stands just above or below. */
function isBeside(place: Span, construct: Span, code: Occurrences): boolean {
  if (place.start >= construct.end) return code.linesOf(place).first - code.linesOf(construct).last <= limits.linesBelow;
  return code.linesOf(construct).first - code.linesOf(place).first <= limits.linesAbove;
}

function within(scores: readonly number[], places: readonly Span[], code: Occurrences, construct: Span): Within {
  const own = placeOf(places, construct);
  const span = own === undefined ? undefined : places[own];
  if (own === undefined || span === undefined) return { margin: 0, gain: 0, top: 0 };
  const here = scores[own] ?? 0;
  let best: number | undefined;
  // With such a construct all in it is no other place.
  let until = -1;
  for (const [at, place] of places.entries()) {
    if (overlap(place, span) || place.start < until) continue;
    if (!isBeside(place, span, code)) best = Math.max(best ?? Number.NEGATIVE_INFINITY, scores[at] ?? 0);
    else if (place.start >= span.end) until = place.end;
  }
  if (best === undefined) return { margin: 0, gain: 0, top: 0 };
  const middle = medianOf(scores);
  return { margin: best - here, gain: here - middle, top: best - middle };
}

/** The likeliest item but the anchor's own and those around and inside it; `undefined` is the top of the file. */
function likeliestElse(scores: readonly number[], outline: Outline, own: number | undefined): number | undefined {
  const span = own === undefined ? undefined : outline.items[own]?.span;
  let best: { readonly item: number; readonly score: number } | undefined;
  for (const [at, { span: other }] of outline.items.entries()) {
    const score = scores[at + 1] ?? 0;
    if (span !== undefined && (holds(span, other) || holds(other, span))) continue;
    if (best === undefined || score > best.score) best = { item: at, score };
  }
  return best?.item;
}

/** How any construct of a file stands to the other items of it, and to the other places of its own item. */
export function standingsOf(claims: readonly Claim[], code: Occurrences, weights = frozenWeights): (construct: Span) => Standing {
  const { outline } = code;
  const items = scoresOf(itemSupport(claims, code, weights), outline.items.length + 1, -1);
  const random = logMeanExp(items.all);
  const toldOfItems = logMeanExp(items.said) - medianOf(items.said);
  const byItem = new Map<number | undefined, Scores>();
  return (construct) => {
    const own = itemOf(outline, construct);
    const places = outline.placesIn(own);
    const scores = byItem.get(own) ?? scoresOf(placeSupport(claims, code, places, linesOfItem(code, own), weights), places.length);
    byItem.set(own, scores);
    return {
      own,
      scores: items.all,
      random,
      inItem: within(scores.all, places, code, construct),
      told: { items: toldOfItems, places: within(scores.said, places, code, construct).top },
    };
  };
}

/** What a standing comes to. An item is doubted if it is clearly less likely than one drawn at random. */
export function judged({ own, scores, random, inItem, told }: Standing, outline: Outline, by: Limits = limits): Plausibility {
  const doubt = random - (scores[own === undefined ? 0 : own + 1] ?? 0);
  const margin = Math.min(Math.max(inItem.margin, -by.mostOfPlace), by.mostOfPlace);
  const ofPlace = margin * (margin > 0 ? by.shareOfBetter : by.shareOfWorse);
  const callable = own !== undefined && outline.items[own]?.callable === true;
  const otherItem = doubt + ofPlace > by.item + (callable ? 0 : by.data);
  const otherPlace = inItem.margin > by.place && inItem.gain < by.shareOfPlace * inItem.top;
  if (otherItem || otherPlace) {
    return { kind: "misplaced", own, better: otherItem && doubt > 0 ? likeliestElse(scores, outline, own) : own };
  }
  const ofTold = by.shareOfBetter * Math.min(Math.max(told.places, 0), by.mostOfPlace);
  return { kind: told.items + ofTold > by.item ? "plausible" : "unjudged" };
}

/**
 * Whether the construct plausibly is what the claims are about.
 *
 * Two probabilities decide: that of the item (a function, a type) among all items of the file, and that of the place among all places
 * of its item. Each is a conditional logit over the evidence.
 */
export function plausibilityOf(claims: readonly Claim[], code: Occurrences, construct: Span): Plausibility {
  return judged(standingsOf(claims, code)(construct), code.outline);
}
