import type { Mark } from "../../model/source.js";
import type { Form } from "./form-expressions.js";
import { findFormMarks } from "./forms.js";

/** The word that silences a rule in a comment. */
export const directiveWord = "spec-anchors-ignore";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/**
 * Matches the marker's word in any letter case, with or without colon, before something that may be a name.
 * Letters of the pattern are ASCII, so it gives the same matches on UTF-16 text and on bytes read as Latin-1.
 *
 * ```text
 * // SPEC: `Name` — text      // spec Name      //SPEC:Name
 *    ^^^^^^ ^^^^                 ^^^^^ ^^^^       ^^^^^ ^^^^
 *    1      2                    1     2          1     2
 * ```
 */
export function markPattern(marker: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_])(${escaped(marker)}(?:[ \\t]*:[ \\t]*|[ \\t]+))\`?([A-Za-z_][A-Za-z0-9_]*)`, "gi");
}

/** Every mark of the text, in order: the marker's, and those of configured forms. Where several read one place, the likeliest does. */
export function findMarks(text: string, marker: string, forms: readonly Form[] = []): readonly Mark[] {
  const own = markerMarks(text, marker);
  if (forms.length === 0) return own;
  const found = [...forms.flatMap((form) => findFormMarks(text, form)), ...own];
  const marks: Mark[] = [];
  for (const mark of found.map((one) => ({ one, rank: rankOf(one) })).sort((a, b) => a.rank - b.rank)) {
    const { span } = mark.one;
    const next = firstAfter(marks, span.start);
    if ((marks[next]?.span.start ?? span.end) < span.end || (marks[next - 1]?.span.end ?? 0) > span.start) continue;
    marks.splice(next, 0, mark.one);
  }
  return marks;
}

/** The index of the first of the marks that does not begin before the offset. */
function firstAfter(marks: readonly Mark[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What fits a form goes before what only resembles one; a word with signs in it, before the marker that reads its beginning alone. */
function rankOf({ form, exact, fits, word }: Mark): number {
  if (form === undefined) return exact ? 2 : 4;
  if (exact && fits === true) return 0;
  return fits !== true && /\W/.test(word) ? 1 : 3;
}

function markerMarks(text: string, marker: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(markPattern(marker))) {
    const written = match[1] ?? "";
    const word = match[2] ?? "";
    marks.push({
      span: { start: match.index, end: match.index + match[0].length },
      wordStart: match.index + match[0].length - word.length,
      marker: written,
      exact: written.startsWith(`${marker}:`) && /^:[ \t]+$/.test(written.slice(marker.length)),
      word,
    });
  }
  return marks;
}
