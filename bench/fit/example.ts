import type { Claim } from "../../src/judge/evidence/claims.js";
import { type Evidence, itemEvidence } from "../../src/judge/evidence/item-evidence.js";
import { linesOfItem } from "../../src/judge/evidence/located.js";
import type { Occurrences } from "../../src/judge/evidence/occurrences.js";
import { placeEvidence } from "../../src/judge/evidence/place-evidence.js";
import { overlap } from "../../src/model/span.js";

/** What speaks for one candidate: bits by feature. */
export type Features = ReadonlyMap<string, number>;

/** One choice that was made rightly: of the candidates, the one at `actual` is what is spoken of. */
export interface Example {
  readonly candidates: readonly Features[];
  readonly actual: number;
  /** How much the choice counts beside others. */
  readonly weight: number;
}

/** Something said, and where in a file's code the thing is. */
export interface Said {
  readonly claims: readonly Claim[];
  readonly code: Occurrences;
  /** Index of the item; `undefined` is the top of the file. */
  readonly item: number | undefined;
  /** The items in which are anchors of rows beside its own; -1 is the top of the file. */
  readonly beside: ReadonlySet<number>;
}

function featuresOf(evidence: Iterable<Evidence>, count: number, first: number): readonly Features[] {
  const features = Array.from({ length: count }, () => new Map<string, number>());
  for (const { feature, bits, candidates } of evidence) {
    for (const candidate of candidates) {
      const own = features[candidate - first];
      own?.set(feature, (own.get(feature) ?? 0) + bits);
    }
  }
  return features;
}

/** The candidates that are no other than the actual one, and that one. */
function without(features: readonly Features[], actual: number, same: (at: number) => boolean, weight: number): Example {
  const kept = features.flatMap((_, at) => (at === actual || !same(at) ? [at] : []));
  return { candidates: kept.map((at) => features[at] ?? new Map()), actual: kept.indexOf(actual), weight };
}

/** The choice of the item among all of its file; those around and inside it are neither right nor wrong. */
export function itemExample({ claims, code, item, beside }: Said, weight: number): Example {
  const { items } = code.outline;
  const features = featuresOf(itemEvidence(claims, code, beside), items.length + 1, -1);
  const own = item === undefined ? undefined : items[item]?.span;
  const same = (at: number): boolean => {
    const other = items[at - 1]?.span;
    return own !== undefined && other !== undefined && overlap(own, other);
  };
  return without(features, item === undefined ? 0 : item + 1, same, weight);
}

/** The choice of the place among those of its item; `undefined` where there is none to make. */
export function placeExample({ claims, code, item }: Said, place: number, weight: number): Example | undefined {
  const places = code.outline.placesIn(item);
  const own = places[place];
  if (own === undefined || places.length < 2) return undefined;
  const features = featuresOf(placeEvidence(claims, code, places, linesOfItem(code, item)), places.length, 0);
  const same = (at: number): boolean => overlap(own, places[at] ?? own);
  return without(features, place, same, weight);
}
