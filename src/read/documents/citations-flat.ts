import type { Piece } from "../../model/document.js";
import { lowerBound, type Span } from "../../model/span.js";

/** A piece and where it stands in a flat text. */
export interface FlatPiece {
  readonly from: number;
  readonly to: number;
  readonly kind: Piece["kind"];
  readonly url: string | undefined;
  readonly span: Span;
  /** True where a new statement begins without a full stop before it: behind a line break, at a bold label on a line of its own. */
  readonly opens: boolean;
}

/** Pieces as one text, as a reader sees it and without backticks, that knows where each letter stands in the document. */
export interface Flat {
  readonly text: string;
  readonly pieces: readonly FlatPiece[];
  /** The place of a stretch in the document; for an empty stretch an empty place. */
  readonly placeOf: (from: number, to: number) => Span;
  /** The piece that holds the letter at `at`. */
  readonly pieceAt: (at: number) => FlatPiece | undefined;
}

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;

/** More signs than this do not stand between two letters; without a limit a text that cannot be followed would cost its square. */
const farthest = 500;

/** For each letter of `value` where it stands in the source between `start` and `end`; a number where all follow one another from there. */
function places(source: string, { start, end }: Span, value: string): number | readonly number[] {
  const direct = source.startsWith(value, start) ? start : -1;
  if (direct !== -1 && start + value.length === end) return direct;
  const found: number[] = [];
  let at = start;
  for (let index = 0; index < value.length; index += 1) {
    const letter = value[index];
    entity.lastIndex = at;
    const coded = source[at] === "&" ? entity.exec(source)?.[0] : undefined;
    if (coded !== undefined && !value.startsWith(coded, index)) {
      found.push(at);
      // One that stands for a letter of two units.
      if (/[\ud800-\udbff]/.test(letter ?? "")) {
        found.push(at);
        index += 1;
      }
      at += coded.length;
      continue;
    }
    // Signs that are not on the page: backslashes, signs of quotes, indentation. A line end is a space on it.
    const limit = Math.min(end, at + farthest);
    let next = at;
    while (next < limit && source[next] !== letter && !(letter === " " && /[\r\n]/.test(source[next] ?? ""))) next += 1;
    if (next < limit) at = next;
    found.push(Math.min(at, end));
    if (next < limit) at += source[at] === "\r" && source[at + 1] === "\n" ? 2 : 1;
  }
  return found;
}

/** The place of a piece's value: what stands between its backticks, if it has any. */
function innerSpan(source: string, { kind, span }: Piece): Span {
  if (kind === "text") return span;
  const ticks = /^`*/.exec(source.slice(span.start, Math.min(span.end, span.start + 16)))?.[0].length ?? 0;
  return { start: span.start + ticks, end: Math.max(span.start + ticks, span.end - ticks) };
}

/** A stretch of the document whose letters follow one another, as a flat text of one piece. */
export function flatStretch(text: string, start: number): Flat {
  const piece: FlatPiece = {
    from: 0,
    to: text.length,
    kind: "text",
    url: undefined,
    span: { start, end: start + text.length },
    opens: false,
  };
  return { text, pieces: [piece], placeOf: (from, to) => ({ start: start + from, end: start + to }), pieceAt: () => piece };
}

function opensStatement(source: string, { value, span, emphasis }: Piece): boolean {
  if (value === " ") return /^(?:<| *\\?\r?\n)/.test(source.slice(span.start, span.end));
  return emphasis && /\n[\s>*_+-]*$/.test(source.slice(Math.max(0, span.start - 12), span.start));
}

/** The pieces of a cell, a paragraph or a heading as one text. `source` is the document. */
export function flatten(source: string, pieces: readonly Piece[]): Flat {
  const flat: FlatPiece[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const piece of pieces) {
    const to = at + piece.value.length;
    flat.push({ from: at, to, kind: piece.kind, url: piece.url, span: piece.span, opens: opensStatement(source, piece) });
    parts.push(piece.value);
    at = to;
  }
  const starts = flat.map(({ from }) => from);
  const known = new Map<number, number | readonly number[]>();
  const indexAt = (offset: number): number => {
    // Empty pieces share their start with the next one, which is the one that holds the letter.
    let index = lowerBound(starts, offset + 1) - 1;
    while (index > 0 && flat[index]?.from === flat[index]?.to) index -= 1;
    return index;
  };
  const placeAt = (offset: number): number => {
    const index = indexAt(offset);
    const piece = pieces[index];
    const from = flat[index]?.from ?? 0;
    if (piece === undefined) return 0;
    const place = known.get(index) ?? places(source, innerSpan(source, piece), piece.value);
    known.set(index, place);
    return typeof place === "number" ? place + offset - from : (place[offset - from] ?? piece.span.end);
  };
  return {
    text: parts.join(""),
    pieces: flat,
    placeOf: (from, to) => {
      const start = placeAt(from);
      return { start, end: from < to ? placeAt(to - 1) + 1 : start };
    },
    pieceAt: (offset) => flat[indexAt(offset)],
  };
}
