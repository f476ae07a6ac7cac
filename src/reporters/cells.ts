import stringWidth from "string-width";
import { visibleUnits } from "./visible.js";

/** One character as a reader counts them: what is shown for it, how many columns that takes, and its UTF-16 offsets in the line. */
export interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

const tab = "    ";
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The characters of one line between two UTF-16 offsets of it; a tab is four spaces wherever it stands. */
export function cellsOf(line: string, from: number, to: number): readonly Cell[] {
  const text = line.slice(from, to);
  const units = visibleUnits(text);
  return Array.from(segmenter.segment(text), ({ segment, index }) => {
    const shown = segment === "\t" ? tab : units.slice(index, index + segment.length).join("");
    return { shown, width: widthOf(shown), start: from + index, end: from + index + segment.length };
  });
}

/** How many columns of a terminal a text without control characters takes. */
export function widthOf(text: string): number {
  // Nearly all text is ASCII, and string-width compiles an expression of 10 KB for each character it measures.
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}
