import { visibleUnits } from "./visible.js";
import { graphemeWidth } from "./width.js";

/** One character as a reader counts them: what is shown for it, how many columns that takes, and its UTF-16 offsets in the line. */
export interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

const tab = "    ";
const plain = /^[ -~]*$/;
let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a reader counts them. Loading the tables for that takes milliseconds, and most lines need none. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

// Printable ASCII, each character of it one cell, or else what only the segmenter can divide; a letter belongs to the accent after it.
const stretches = /[ -~]+(?![^ -~])|[ -~]?[^ -~]+/g;

/** The characters of one line between two UTF-16 offsets of it; a tab is four spaces wherever it stands. */
export function cellsOf(line: string, from: number, to: number): readonly Cell[] {
  const text = line.slice(from, to);
  const units = visibleUnits(text);
  const cells: Cell[] = [];
  const add = (shown: string, start: number, length: number): void => {
    cells.push({ shown, width: widthOf(shown), start: from + start, end: from + start + length });
  };
  for (const { 0: stretch, index: base } of text.matchAll(stretches)) {
    if (plain.test(stretch)) {
      for (let at = base; at < base + stretch.length; at += 1) add(units[at] ?? "", at, 1);
    } else {
      for (const { segment, index } of graphemes(stretch)) {
        const at = base + index;
        add(segment === "\t" ? tab : units.slice(at, at + segment.length).join(""), at, segment.length);
      }
    }
  }
  return cells;
}

/** How many columns of a terminal a text without control characters takes. */
export function widthOf(text: string): number {
  // Nearly all text is ASCII.
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}
