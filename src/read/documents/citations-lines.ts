import type { Flat } from "./citations-flat.js";
import { numbersAt, type WrittenLines } from "./citations-numbers.js";
import type { PathToken } from "./citations-paths.js";

/** How lines are written that stand apart from their path: `word` "line 12", `letter` `L12`, `sign` `@12`, `#L12`, `colon` `:12`. */
export type LineForm = "word" | "letter" | "sign" | "colon";

/** Lines in a flat text that stand apart from their path. */
export interface LineToken {
  readonly from: number;
  readonly to: number;
  readonly form: LineForm;
  readonly lines: readonly WrittenLines[];
  /** True where the same words may say how many lines there are: `Lines: 10`, `L2`. */
  readonly doubtful: boolean;
}

/** "line 12", "Lines: 3-9", "line numbers 3 and 4"; what stands before the word may make it another one. */
const word =
  /(?<![\w-])(around\s|about\s|approx\.?\s)?lines?(?:\(s\))?(?:\s(?:numbers?|nos?\.|range))?(\s?[:#]\s?|\s#?|(?=\d))(?=[~≈#]?L?\d|about|around)/gi;
const letter = /(?<![\w/.#:@+=-])L(?=\d)/g;
const sign = /(?<![^\s(,;)[])(?:@(?=\d{2})|#(?=L\d))/g;
const colon = /(?<![^\s(])(?<!\bport\s):(?=L?\d{2})/g;

/** Lines of something that is no file, and counts of lines. */
const ofAnother =
  /\s?\)?\s(?:of|in|from)\s(?:the\s|this\s|that\s|its\s|your\s)?(?:above\s|below\s|following\s|first\s|second\s|\w+\s)?(?:table|list|output|logs?|trace|backtrace|listing|documents?|docs?|report|page|poem|input|response|stdout|stderr|console|terminal|diff|prompt|message|transcript|paragraph|abstract|algorithm|figure)\b(?![./-]\w)|\s?(?:in\s)?total\b|\s(?:of\scode|LOC)\b/iy;
const notThose =
  /\b(?:command|status|product|assembly|subject|bus|metro|production|land|telephone|phone|top|bottom|trend|first|second|every)[\s-]$/i;
const thousands = /\d,\d{3}(?![\d,-])/y;

function test(pattern: RegExp, text: string, from: number): boolean {
  pattern.lastIndex = from;
  return pattern.test(text);
}

/** The lines of a flat text that stand apart from a path, in order. `text` is the flat's own with its addresses blanked. */
export function linesIn(flat: Flat, text: string, paths: readonly PathToken[]): readonly LineToken[] {
  const found: LineToken[] = [];
  // Of lines in a row each begins a list: only the first of them is read.
  const ends: Record<LineForm, number> = { word: 0, letter: 0, sign: 0, colon: 0 };
  const add = (from: number, start: number, form: LineForm, doubt: (lines: readonly WrittenLines[]) => boolean, plural = false): void => {
    if (from < ends[form]) return;
    const list = numbersAt(text, start, plural);
    if (list === undefined) return;
    ends[form] = list.to;
    if (form !== "word" || !test(ofAnother, text, list.to))
      found.push({ from, to: list.to, form, lines: list.lines, doubtful: doubt(list.lines) });
  };
  const isOne = (lines: readonly WrittenLines[]): boolean => lines.length === 1 && lines[0]?.last === undefined;
  for (const match of text.matchAll(word)) {
    const start = match.index + match[0].length;
    if (notThose.test(text.slice(Math.max(0, match.index - 16), match.index)) || test(thousands, text, start)) continue;
    const plural = /lines/i.test(match[0]);
    const counts = plural && (match[2] ?? "").includes(":");
    const known = found.length;
    add(match.index, start, "word", (lines) => counts && isOne(lines), plural);
    const token = found[known];
    if (match[1] !== undefined && token !== undefined)
      found[known] = { ...token, lines: token.lines.map((lines) => ({ ...lines, vague: "about" })) };
  }
  // `L2 cache`: a letter and a digit alone are rarely a line.
  const isShort = (lines: readonly WrittenLines[]): boolean => isOne(lines) && (lines[0]?.first.value ?? 0) < 10;
  for (const match of text.matchAll(letter)) add(match.index, match.index, "letter", isShort);
  for (const match of text.matchAll(sign)) add(match.index, match.index + 1, "sign", () => false);
  for (const match of text.matchAll(colon)) add(match.index, match.index + 1, "colon", () => false);
  // Code begins a word, whatever stands before it.
  Object.assign(ends, { letter: 0, sign: 0, colon: 0 });
  for (const piece of flat.pieces) {
    const opens = piece.kind === "code" ? /^(?::(?=L?\d)|#(?=L\d)|@(?=\d{2})|(?=L\d))/.exec(text.slice(piece.from, piece.from + 4)) : null;
    if (opens === null) continue;
    const form = opens[0] === ":" ? "colon" : opens[0] === "" ? "letter" : "sign";
    add(piece.from, piece.from + opens[0].length, form, form === "letter" ? isShort : () => false);
  }
  return apart(found, paths);
}

/** Those that are no part of a path or of one another, in order. */
function apart(found: LineToken[], paths: readonly PathToken[]): readonly LineToken[] {
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: LineToken[] = [];
  let path = 0;
  let end = 0;
  for (const token of found) {
    while (path < paths.length && (paths[path]?.to ?? 0) <= token.from) path += 1;
    if (token.from < end || (paths[path]?.from ?? token.to) < token.to) continue;
    kept.push(token);
    end = token.to;
  }
  return kept;
}
