import { draw } from "../mutations/chance.js";
import type { Place } from "./places.js";

/** How a place lies to the construct that the anchor leaves. */
export const kinds = ["next sibling", "previous sibling", "same text", "elsewhere"] as const;

/** A text in which one anchor stands elsewhere. */
export interface Move {
  readonly kind: (typeof kinds)[number];
  readonly text: string;
  /** Where the anchor's line was put in the text without it, and how long it is. */
  readonly at: number;
  readonly length: number;
}

/** A text without one anchor, and what was cut out of it. */
export interface Cut {
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/** Takes the line of an anchor's comment out, or the comment where code stands before it. */
export function withoutAnchor(text: string, marker: number, comment: number): Cut {
  const lineStart = text.lastIndexOf("\n", marker - 1) + 1;
  const newline = text.indexOf("\n", marker);
  const end = newline === -1 ? text.length : newline;
  const isAlone = /^[ \t]*(?:\/\/|\/?\*)/.test(text.slice(lineStart, marker));
  const from = isAlone ? lineStart : comment;
  const to = isAlone ? Math.min(end + 1, text.length) : end;
  return { text: text.slice(0, from) + text.slice(to), from, length: to - from };
}

/** Where an offset of the whole text is in the one without the anchor. */
export const inCut = ({ from, length }: Cut, offset: number): number => (offset < from ? offset : Math.max(from, offset - length));

function moveTo(kind: Move["kind"], name: string, cut: Cut, place: Place): Move {
  const line = `\n// SPEC: ${name} — moved\n`;
  return { kind, text: cut.text.slice(0, place.start) + line + cut.text.slice(place.start), at: place.start, length: line.length };
}

/** Moves of one anchor, one at a time, because each is a whole text: to its neighbours, to every construct that reads the same, and to as many others as are asked for. */
export function* movesOf(
  name: string,
  cut: Cut,
  home: { readonly start: number; readonly end: number },
  places: readonly Place[],
  random: number,
  seed: string,
): Generator<Move> {
  const others = places.filter(({ start }) => start !== home.start);
  const own = places.find(({ start, end }) => start === home.start && end === home.end) ?? places.find(({ start }) => start === home.start);
  const siblings = own === undefined ? [] : others.filter(({ list }) => list === own.list);
  const next = siblings.find(({ start }) => start > home.start);
  const previous = siblings.findLast(({ start }) => start < home.start);
  const text = cut.text.slice(home.start, home.end);
  const alike = others.filter((place) => place.text === text);
  const drawn = Array.from(
    { length: Math.min(random, others.length) },
    (_, at) => others[draw(`${seed}/${name}/${home.start}/${at}`, others.length)],
  );
  if (next !== undefined) yield moveTo("next sibling", name, cut, next);
  if (previous !== undefined) yield moveTo("previous sibling", name, cut, previous);
  for (const place of alike) yield moveTo("same text", name, cut, place);
  for (const place of drawn) if (place !== undefined) yield moveTo("elsewhere", name, cut, place);
}
