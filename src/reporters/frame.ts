import type { ReportRange } from "../model/report.js";
import { lineText } from "../model/span.js";
import { widthOf } from "./cells.js";
import { cutLine } from "./cut.js";

/** The text of a file and the offsets at which its lines begin. */
export interface FrameSource {
  readonly text: string;
  readonly starts: readonly number[];
}

/** How a frame is drawn: `sign` and `label` under the span, `gutter` and `columns` of text in columns, `mark` and `rail` colour. */
export interface FrameStyle {
  readonly sign: "^" | "-";
  readonly label: string;
  readonly gutter: number;
  readonly columns: number;
  readonly mark: (text: string) => string;
  readonly rail: (text: string) => string;
}

/** The lines of a range that a frame shows, 1-based from `first` on; `more` if the range has further ones. */
export interface FrameLines {
  readonly first: number;
  readonly texts: readonly string[];
  readonly more: boolean;
  /** UTF-16 offset in the first line. */
  readonly start: number;
  /** UTF-16 offset in the last line, exclusive. */
  readonly end: number;
}

const most = 4;
const least = 24;

/** What a frame can show of a range, or `undefined` if the text has no such line. */
export function frameLines(range: ReportRange, source: FrameSource | undefined): FrameLines | undefined {
  if (source === undefined) return undefined;
  // A range that ends before the first character of a line ends with the line before.
  const trims = range.endLine > range.line && range.endColumn <= 1;
  const end = trims ? Number.POSITIVE_INFINITY : range.endColumn - 1;
  const endLine = trims ? range.endLine - 1 : range.endLine;
  const texts: string[] = [];
  for (let line = range.line; line <= Math.min(endLine, range.line + most - 1); line += 1) {
    const text = lineText(source.text, source.starts, line);
    if (text === undefined) break;
    texts.push(text);
  }
  if (texts.length === 0) return undefined;
  const more = texts.length === most && endLine >= range.line + most;
  // The text may have become shorter than the range: then it goes to the end of the last line there is.
  const whole = range.line + texts.length - 1 === endLine;
  return { first: range.line, texts, more, start: range.column - 1, end: whole ? end : Number.POSITIVE_INFINITY };
}

/** The rows of a code frame, without its `-->` line: each shown line behind its number, the span marked. */
export function frameRows(lines: FrameLines, style: FrameStyle): readonly string[] {
  const columns = Math.max(least, style.columns - style.gutter - 3);
  const [only] = lines.texts;
  const rows = lines.texts.length === 1 && only !== undefined ? oneLine(only, lines, style, columns) : manyLines(lines, style, columns);
  return [rail("", "", style), ...rows];
}

function oneLine(text: string, lines: FrameLines, style: FrameStyle, columns: number): readonly string[] {
  const { text: shown, indent, length } = cutLine(text, lines.start, lines.end, columns);
  return [rail(`${lines.first}`, shown, style), ...marked(" ".repeat(indent), style.sign.repeat(length), style, columns)];
}

function manyLines(lines: FrameLines, style: FrameStyle, columns: number): readonly string[] {
  const inner = columns - 2;
  const rows = lines.texts.map((text, index) => {
    const start = index === 0 ? lines.start : 0;
    const bar = style.mark(index === 0 ? "/" : "|");
    return rail(`${lines.first + index}`, `${bar} ${cutLine(text, start, start, inner).text}`, style);
  });
  if (lines.more) return [...rows, rail("...", style.mark("|"), style), ...marked("", `|_${style.sign}`, style, columns)];
  const last = Math.min(lines.end, lines.texts.at(-1)?.length ?? 0);
  const { indent } = cutLine(lines.texts.at(-1) ?? "", Math.max(0, last - 1), last, inner);
  return [...rows, ...marked("", `|${"_".repeat(indent + 1)}${style.sign}`, style, columns)];
}

/** The mark under a span and its label: behind the mark, or on a row of its own where it would not fit. */
function marked(indent: string, mark: string, style: FrameStyle, columns: number): readonly string[] {
  const row = indent + style.mark(mark);
  if (style.label === "") return [rail("", row, style)];
  const room = columns - widthOf(style.label);
  if (indent.length + mark.length < room) return [rail("", `${row} ${style.mark(style.label)}`, style)];
  const below = " ".repeat(Math.max(0, Math.min(indent.length, room)));
  return [rail("", row, style), rail("", below + style.mark(style.label), style)];
}

function rail(number: string, text: string, style: FrameStyle): string {
  return `${style.rail(`${number.padStart(style.gutter)} |`)} ${text}`.trimEnd();
}
