import { overlap, type Span } from "../../model/span.js";
import type { Claim } from "./claims.js";
import { type Focus, type FocusKind, focusOf } from "./focus.js";
import { itemIndexOf } from "./item-index.js";
import { kinOf } from "./kin.js";
import { itemOf, linesOfItem, partIn, placeOf } from "./located.js";
import type { Occurrences } from "./occurrences.js";
import { itemSupport, logMeanExp, medianOf, placeSupport, type Support, scoreWeights, sums } from "./scores.js";

/** A construct that begins so few lines below the end of the anchor's own is still what the anchor is about, and one that ends so few above. */
const beside = { below: 2, above: 1 } as const;

/** How much better than its own place the best other one of the item is, and how both stand to the middle. In nats. */
export interface Within {
  readonly margin: number;
  readonly gain: number;
  readonly top: number;
}

/** How a construct stands to the other items of its file, and to the other places of its own item. */
export interface Standing {
  /** The item it is in; `undefined` is the top of the file. */
  readonly own: number | undefined;
  readonly construct: Span;
  /** What an item drawn at random from its own and those that have nothing to do with it is worth, in nats. */
  readonly random: number;
  /** The most that speaks for an item it has to do with; minus infinity where there is none. */
  readonly kin: number;
  readonly inItem: Within;
}

/** What is said of an anchor, held against all of its file. */
export interface Reading {
  readonly claims: readonly Claim[];
  readonly code: Occurrences;
  /** What speaks for each item, in nats; index 0 is the top of the file. */
  readonly scores: readonly number[];
  /** The same, less what an item drawn at random is worth. */
  readonly edges: readonly number[];
  /** By what is said alone, whatever the items are of themselves: how an item drawn at random stands to the middle one. */
  readonly told: number;
  /** And how the best one does. */
  readonly toldOfBest: number;
  /** The same of the places in the item of a construct: how the best one but its own stands to the middle one. */
  readonly toldWithin: (construct: Span) => number;
  readonly focus: (kind: FocusKind) => Focus;
  readonly standing: (construct: Span) => Standing;
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
  if (place.start >= construct.end) return code.linesOf(place).first - code.linesOf(construct).last <= beside.below;
  return code.linesOf(construct).first - code.linesOf(place).first <= beside.above;
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

/**
 * Reads a file's code by what is said of an anchor in it. In the items `beside` (-1 is the top of the file) are anchors of rows beside its own. What is
 * asked for twice is worked out once.
 */
export function readingOf(claims: readonly Claim[], code: Occurrences, beside: Iterable<number> = [], weights = scoreWeights): Reading {
  const { outline } = code;
  const items = scoresOf(itemSupport(claims, code, weights, beside), outline.items.length + 1, -1);
  const anywhere = logMeanExp(items.all);
  const named = new Set(
    claims.flatMap((claim) => (claim.kind === "symbol" && claim.by === "row" ? (itemIndexOf(code).byName.get(claim.name) ?? []) : [])),
  );
  const ofPlaces = new Map<number | undefined, Scores>();
  const placesOf = (own: number | undefined): { readonly places: readonly Span[]; readonly scores: Scores } => {
    const places = outline.placesIn(own);
    const scores = ofPlaces.get(own) ?? scoresOf(placeSupport(claims, code, places, linesOfItem(code, own), weights), places.length);
    ofPlaces.set(own, scores);
    return { places, scores };
  };
  return {
    claims,
    code,
    scores: items.all,
    edges: items.all.map((score) => score - anywhere),
    told: logMeanExp(items.said) - medianOf(items.said),
    toldOfBest: Math.max(...items.said) - medianOf(items.said),
    toldWithin: (construct) => {
      const own = itemOf(outline, construct);
      const { places, scores } = placesOf(own);
      return within(scores.said, places, code, partIn(outline, own, construct)).top;
    },
    focus: (kind) => focusOf(claims, code, kind),
    standing: (construct) => {
      const own = itemOf(outline, construct);
      const span = own === undefined ? undefined : outline.items[own]?.span;
      const isOther = (item: number): boolean => {
        const other = outline.items[item]?.span;
        return span === undefined || other === undefined || !overlap(span, other);
      };
      const kin = [...kinOf(code, own, construct, named)].map((item) => items.all[item + 1] ?? Number.NEGATIVE_INFINITY);
      const { places, scores } = placesOf(own);
      return {
        own,
        construct,
        random: logMeanExp(items.all.filter((_, at) => at - 1 === own || isOther(at - 1))),
        kin: Math.max(Number.NEGATIVE_INFINITY, ...kin),
        inItem: within(scores.all, places, code, partIn(outline, own, construct)),
      };
    },
  };
}
