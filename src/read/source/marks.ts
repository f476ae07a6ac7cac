import type { Mark } from "../../model/source.js";

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

/** Every mark of the text, in order. */
export function findMarks(text: string, marker: string): readonly Mark[] {
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
