import type { ReadMark } from "../../src/model/source.js";
import { lineIndexAt, lineStarts, type Span } from "../../src/model/span.js";
import type { GrammarData } from "../../src/read/languages/grammar.js";
import type { CommentSyntax } from "../../src/read/languages/language.js";
import { indentOf } from "../mutations/splice.js";
import type { Anchor } from "../mutations/subject.js";

/** The lines that move with an anchor. */
export interface Block extends Anchor {
  /** Which of the comment's lines has the mark. */
  readonly mark: number;
}

/** A file as far as comments are concerned. */
export interface Commented {
  readonly path: string;
  readonly text: string;
  readonly syntax: CommentSyntax;
  readonly grammar: GrammarData;
}

/** The sign that a line of nothing but a comment begins with: comments of different signs are different comments. */
function signOf(line: string | undefined, { syntax, grammar }: Commented): string | undefined {
  const text = line?.trimStart() ?? "";
  const signs = [...syntax.line, ...grammar.innerDocs, ...grammar.outerDocs].filter(
    (sign) => text.startsWith(sign) && !(grammar.outerDocs.includes(sign) && text[sign.length] === sign.at(-1)),
  );
  return signs.sort((a, b) => b.length - a.length)[0];
}

/** A line's part before a comment, if it is code; the line's end stays with it. */
function codeBefore(line: string, column: number): string {
  const code = line.slice(0, column).trimEnd();
  return code === "" ? "" : code + (line.endsWith("\r") ? "\r" : "");
}

function ofBlockComment(file: Commented, span: Span, mark: number, lines: readonly string[], others: readonly number[]): Block | undefined {
  const starts = lineStarts(file.text);
  const [first, last] = [lineIndexAt(starts, span.start), lineIndexAt(starts, span.end - 1)];
  const column = span.start - (starts[first] ?? 0);
  const after = file.text.slice(span.end, starts[last + 1] ?? file.text.length);
  if (after.trim() !== "" || others.some((line) => line >= first && line <= last)) return undefined;
  const indent = indentOf(lines[first]);
  const comment = lines.slice(first, last + 1).map((line, at) => {
    if (at === 0) return line.slice(column);
    return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
  });
  return { path: file.path, line: first, lines: comment.length, code: codeBefore(lines[first] ?? "", column), comment, mark: mark - first };
}

/**
 * The comment of a mark: all lines of its block, or, where several marks share the block, its own up to the next mark. `undefined` for a
 * block comment that cannot be taken out: code follows it on its line, or it holds other marks.
 */
export function blockOf(file: Commented, read: ReadMark, marks: readonly ReadMark[]): Block | undefined {
  if (read.around.kind !== "comment") return undefined;
  const { comment } = read.around;
  const starts = lineStarts(file.text);
  const lines = file.text.split("\n");
  const mark = lineIndexAt(starts, read.mark.span.start);
  const others = marks.flatMap((other) => (other === read ? [] : [lineIndexAt(starts, other.mark.span.start)]));
  if (file.syntax.block.some(({ open }) => file.text.startsWith(open, comment.start)))
    return ofBlockComment(file, comment, mark, lines, others);

  const column = comment.start - (starts[mark] ?? 0);
  const code = codeBefore(lines[mark] ?? "", column);
  const own = lines[mark]?.slice(column);
  const sign = signOf(own, file);
  // Below code on a line, a comment goes on where it began; on lines of its own, with the same sign.
  const goesOn = (line: string | undefined): boolean => signOf(line, file) === sign && (code === "" || indentOf(line).length === column);
  let [first, end] = [mark, mark + 1];
  while (code === "" && first > 0 && goesOn(lines[first - 1])) first -= 1;
  while (end < lines.length && goesOn(lines[end])) end += 1;
  if (others.some((line) => line >= first && line < end)) {
    first = mark;
    end = Math.min(end, ...others.filter((line) => line > mark));
  }
  const plain = file.syntax.line[0] ?? "";
  const inner = sign !== undefined && file.grammar.innerDocs.includes(sign);
  const written = lines.slice(first, end).map((line, at) => (first + at === mark ? (own ?? "") : line.trimStart()));
  return {
    path: file.path,
    line: first,
    lines: end - first,
    code,
    // What documents the code around it may not stand elsewhere.
    comment: inner ? written.map((line) => plain + line.slice(sign.length)) : written,
    mark: mark - first,
  };
}
