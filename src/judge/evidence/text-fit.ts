import type { Span } from "../../model/span.js";
import { type AtLarge, fits, type Stretch, type Stretches, stretchesOf } from "../phrasebook/fit.js";
import { headOf, tokensOn } from "./located.js";
import type { Occurrences } from "./occurrences.js";

/** Of what is said of a function so much is prose at large. */
const ofItem: AtLarge = () => 0.2;

/** A few terms of a line or three are little to go by: prose at large counts as so many more. */
const ofPlace: AtLarge = (size) => 4 / (4 + size);

/** Each item's own lines, with its name for a title; the top of the file first. */
export function stretchesOfItems({ outline, itemOfLine }: Occurrences): readonly Stretch[] {
  const { tokens, lines, items } = outline;
  const own = [undefined, ...items].map((item) => ({ tokens: [] as string[], ...(item === undefined ? {} : { title: item.name }) }));
  for (const [at, token] of tokens.entries()) own[(itemOfLine[lines[at] ?? 0] ?? -1) + 1]?.tokens.push(token);
  return own;
}

/** The head of a construct. */
export function stretchOfPlace(code: Occurrences, place: Span): Stretch {
  return { tokens: tokensOn(code.outline, headOf(code, place)) };
}

const kept = new WeakMap<Occurrences, Stretches>();

function itemsOf(code: Occurrences): Stretches {
  const known = kept.get(code);
  if (known !== undefined) return known;
  const stretches = stretchesOf(code.phrasebook, stretchesOfItems(code));
  kept.set(code, stretches);
  return stretches;
}

const known = new WeakMap<Occurrences, WeakMap<readonly string[], Float64Array>>();

/** How well terms of prose go with each item of a file, in nats; index 0 is the top of the file. Worked out once for the same list of terms. */
export function fitsOfItems(terms: readonly string[], code: Occurrences): Float64Array {
  const ofFile = known.get(code) ?? new WeakMap<readonly string[], Float64Array>();
  known.set(code, ofFile);
  const all = ofFile.get(terms) ?? fits(code.phrasebook, terms, itemsOf(code), ofItem);
  ofFile.set(terms, all);
  return all;
}

const headsOf = new WeakMap<readonly Span[], Stretches>();

/** How well they go with the head of each place, in nats. */
export function fitsOfPlaces(terms: readonly string[], code: Occurrences, places: readonly Span[]): Float64Array {
  const heads =
    headsOf.get(places) ??
    stretchesOf(
      code.phrasebook,
      places.map((place) => stretchOfPlace(code, place)),
    );
  headsOf.set(places, heads);
  return fits(code.phrasebook, terms, heads, ofPlace);
}
