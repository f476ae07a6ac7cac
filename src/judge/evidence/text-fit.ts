import type { Span } from "../../model/span.js";
import { type AtLarge, fits, type Stretch, type Stretches, stretchesOf } from "../phrasebook/fit.js";
import { tokensOn } from "./located.js";
import type { Occurrences } from "./occurrences.js";

/** Of what is said of a function so much is prose at large. */
const ofItem: AtLarge = () => 0.2;

/** A few terms of a line or two are little to go by: prose at large counts as so many more. */
const ofPlace: AtLarge = (size) => 4 / (4 + size);

/** A text of so many terms, known ones or not, says as much as they say together; of a longer one each says less, for they say much the same, and of a shorter one more. */
const usualTerms = 9;

/** What the fit of a text's terms says, from nats: one of four times as many says twice as much. */
export function bitsOfText({ length }: readonly string[], nats: number): number {
  return (nats / Math.LN2) * Math.sqrt(usualTerms / Math.max(1, length));
}

/** Each item's own lines, with its name for a title; the top of the file first. */
export function stretchesOfItems({ outline, itemOfLine }: Occurrences): readonly Stretch[] {
  const { tokens, lines, items } = outline;
  const own = [undefined, ...items].map((item) => ({ tokens: [] as string[], ...(item === undefined ? {} : { title: item.name }) }));
  for (const [at, token] of tokens.entries()) own[(itemOfLine[lines[at] ?? 0] ?? -1) + 1]?.tokens.push(token);
  return own;
}

/** All lines of a construct. */
export function stretchOfPlace(code: Occurrences, place: Span): Stretch {
  return { tokens: tokensOn(code.outline, code.linesOf(place)) };
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

const constructsOf = new WeakMap<readonly Span[], Stretches>();

/** How well they go with the whole of each place's construct, in nats. */
export function fitsOfPlaces(terms: readonly string[], code: Occurrences, places: readonly Span[]): Float64Array {
  const constructs =
    constructsOf.get(places) ??
    stretchesOf(
      code.phrasebook,
      places.map((place) => stretchOfPlace(code, place)),
    );
  constructsOf.set(places, constructs);
  return fits(code.phrasebook, terms, constructs, ofPlace);
}
