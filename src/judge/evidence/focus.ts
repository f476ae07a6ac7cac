import type { Claim } from "./claims.js";
import type { Lines, Occurrences } from "./occurrences.js";
import { type Sighting, sightingsOf } from "./sightings.js";

/** How many lines of code are looked at together. */
export const windowLines = 3;

/** The most that one thing says, in bits. */
const mostBits = 7;

/** What a sighting of each kind counts beside a symbol. */
const share: Readonly<Record<Sighting["kind"], number>> = { item: 1, ident: 1, token: 1, pair: 0.5, word: 0.6, idiom: 0.3 };

/**
 * How much of what is said stands close together: for each line of the file, the bits of what is found on it and the two lines of code below. A
 * thing that stands on few lines says more; each counts once.
 */
export type Focus = Readonly<Float64Array>;

/** Of whose claims there is a focus: the code that the row quotes, its symbols, and all that row and name say, or the anchor's own comment. */
export const focusKinds = {
  quotes: ({ kind, by }: Claim) => kind === "quote" && by === "row",
  symbols: ({ kind, by }: Claim) => kind === "symbol" && by === "row",
  row: ({ by }: Claim) => by !== "anchor",
  anchor: ({ by }: Claim) => by === "anchor",
} as const;

export type FocusKind = keyof typeof focusKinds;

const kept = new WeakMap<Occurrences, WeakMap<readonly Claim[], Map<FocusKind, Focus>>>();

/** Where those of the claims that are of a kind come together. Worked out once for the same list of claims. */
export function focusOf(claims: readonly Claim[], code: Occurrences, kind: FocusKind): Focus {
  const ofFile = kept.get(code) ?? new WeakMap<readonly Claim[], Map<FocusKind, Focus>>();
  kept.set(code, ofFile);
  const ofClaims = ofFile.get(claims) ?? new Map<FocusKind, Focus>();
  ofFile.set(claims, ofClaims);
  const focus = ofClaims.get(kind) ?? find(claims, code, kind);
  ofClaims.set(kind, focus);
  return focus;
}

function find(claims: readonly Claim[], code: Occurrences, kind: FocusKind): Focus {
  const sums = new Float64Array(code.lineCount);
  const counted = new Int32Array(code.lineCount);
  let number = 0;
  for (const claim of claims.filter(focusKinds[kind])) {
    for (const { kind: found, lines } of sightingsOf(claim, code)) {
      const bits = share[found] * Math.min(mostBits, Math.log2((code.lineCount + 1) / lines.length));
      number += 1;
      for (const line of lines) {
        for (let at = Math.max(0, line - windowLines + 1); at <= line; at += 1) {
          if (counted[at] === number) continue;
          counted[at] = number;
          sums[at] = (sums[at] ?? 0) + bits;
        }
      }
    }
  }
  return sums;
}

/** The most that comes together from one of the lines on, both ends included, as far as it does so within `around`. */
export function mostIn(focus: Focus, { first, last }: Lines, around: Lines): number {
  // A window that goes on past the end would lend what stands below; only where all is shorter than a window there is no other.
  const end = Math.min(last, Math.max(around.first, around.last - windowLines + 1));
  let most = 0;
  for (let at = Math.max(around.first, Math.min(first, end)); at <= end && at < focus.length; at += 1)
    most = Math.max(most, focus[at] ?? 0);
  return most;
}
