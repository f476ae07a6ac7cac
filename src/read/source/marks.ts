import type { Mark } from "../../model/source.js";
import { type Form, findFormMarks } from "./forms.js";

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

/** Every mark of the text, in order: the marker's, and those of configured forms. Where both read one place, the form does. */
export function findMarks(text: string, marker: string, forms: readonly Form[] = []): readonly Mark[] {
  const own = markerMarks(text, marker);
  if (forms.length === 0) return own;
  const marks: Mark[] = [];
  const formed = forms.flatMap((form) => findFormMarks(text, form));
  // What fits a form goes before what only resembles one.
  for (const mark of [
    ...formed.filter(isFormed),
    ...own.filter(({ exact }) => exact),
    ...formed.filter((mark) => !isFormed(mark)),
    ...own,
  ]) {
    const { start, end } = mark.span;
    if (!marks.some((other) => other.span.start < end && start < other.span.end)) marks.push(mark);
  }
  return marks.sort((a, b) => a.span.start - b.span.start);
}

/** True for a mark that is written as its form says. */
export function isFormed({ form, exact, fits }: Mark): boolean {
  return form !== undefined && exact && fits === true;
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
