import type { Outline } from "../../model/outline.js";
import { holds, lowerBound, type Span } from "../../model/span.js";
import type { Lines, Occurrences } from "./occurrences.js";

/** What may stand around an item in its construct, in UTF-16 units: `export default`, `private static final`, `const`; and a closing sign or two. */
const wrapping = { before: 60, after: 2 } as const;

/**
 * The item that an anchor on the construct speaks of: the innermost one that is the construct or holds it; or the only one that the construct is
 * little more than the wrapping of, as in `export function f() { … }` and `const f = () => …;`. `undefined` is the top of the file.
 */
export function itemOf({ items }: Outline, construct: Span): number | undefined {
  const found = items.findLastIndex(({ span }) => holds(span, construct));
  const around = found === -1 ? undefined : found;
  const inside = items.flatMap(({ span, within }, at) => (within === around && holds(construct, span) ? [at] : []));
  const [only] = inside;
  const span = only === undefined || only === around || inside.length > 1 ? undefined : items[only]?.span;
  const isWrapped = span !== undefined && span.start - construct.start <= wrapping.before && construct.end - span.end <= wrapping.after;
  return isWrapped ? only : around;
}

/** The lines of an item; all lines for the top of the file. */
export function linesOfItem(code: Occurrences, item: number | undefined): Lines {
  const span = item === undefined ? undefined : code.outline.items[item]?.span;
  return span === undefined ? { first: 0, last: code.lineCount - 1 } : code.linesOf(span);
}

/** How many lines of a construct are its head. */
const headLines = 3;

/** The lines of a construct's head. */
export function headOf({ linesOf }: Pick<Occurrences, "linesOf">, construct: Span): Lines {
  const { first, last } = linesOf(construct);
  return { first, last: Math.min(last, first + headLines - 1) };
}

/** The tokens on some lines. */
export function tokensOn({ tokens, lines }: Outline, { first, last }: Lines): readonly string[] {
  return tokens.slice(lowerBound(lines, first), lowerBound(lines, last + 1));
}

/** The part of a construct that is in the item it wraps, or all of it. */
export function partIn({ items }: Outline, item: number | undefined, construct: Span): Span {
  const span = item === undefined ? undefined : items[item]?.span;
  return span !== undefined && holds(construct, span) ? span : construct;
}

/** The place that is the construct, or else the smallest one around it. */
export function placeOf(places: readonly Span[], construct: Span): number | undefined {
  const found = places.findLastIndex((place) => holds(place, construct));
  return found === -1 ? undefined : found;
}
