import type { Span } from "../../model/span.js";

/** A comment of a source file. `open` is the sign it begins with, `close` the one that ends a block comment. */
export interface Comment {
  readonly span: Span;
  readonly open: string;
  readonly close: string | undefined;
}

/** What a comment line says, where it begins and ends: without signs, decoration, white space at both ends and `\r`. */
export interface CommentLine {
  readonly text: string;
  readonly span: Span;
}

/** Decoration that doc comments put after their sign: `///`, `//!`, `/**`, `##`, `;;;`, `-- |`. */
const decoration = /^[/!*#;%<>|^-]*[ \t]*/;

/**
 * The line of a comment that holds `offset`.
 *
 * ```text
 *   /// - SPEC: Name — text        * SPEC: Name *​/
 *       ^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^
 * ```
 */
export function commentLineAt(text: string, comment: Comment, offset: number): CommentLine {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", offset);
  let end = Math.min(newline === -1 ? text.length : newline, comment.span.end);
  let start: number;
  if (lineStart <= comment.span.start) {
    start = comment.span.start + comment.open.length;
    start += decoration.exec(text.slice(start, end))?.[0].length ?? 0;
  } else {
    start = lineStart;
    start += /^[ \t]*(?:\*+(?!\/))?[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  }
  const close = comment.close;
  if (close !== undefined && end === comment.span.end && text.slice(end - close.length, end) === close) end -= close.length;
  const line = text.slice(start, Math.max(start, end));
  return { text: line.trimEnd(), span: { start, end: start + line.trimEnd().length } };
}

/**
 * Where in its comment line an offset stands. `begins`: nothing but signs, decoration and one list dash before it.
 * `disabled`: another comment sign stands right before it, so the line is code that was commented out. `inside`: after words.
 */
export function standing(line: CommentLine, offset: number, signs: readonly string[]): "begins" | "disabled" | "inside" {
  const before = line.text.slice(0, Math.max(0, offset - line.span.start));
  if (/^(?:[-*+][ \t]+)?$/.test(before)) return "begins";
  return signs.some((sign) => before.trimEnd().endsWith(sign)) ? "disabled" : "inside";
}

/** The comment lines directly above or below: over lines that hold a comment with the same sign and nothing else. */
function neighbour(text: string, comment: Comment, line: Span, step: -1 | 1): { comment: Comment; at: number } | undefined {
  if (comment.close !== undefined) {
    const at = step === 1 ? text.indexOf("\n", line.end) + 1 : text.lastIndexOf("\n", line.start - 1);
    const inside = step === 1 ? at > 0 && at < comment.span.end : at >= comment.span.start;
    return inside ? { comment, at } : undefined;
  }
  const lineStart =
    step === 1
      ? text.indexOf("\n", comment.span.start) + 1
      : text.lastIndexOf("\n", text.lastIndexOf("\n", comment.span.start - 1) - 1) + 1;
  if (step === 1 ? lineStart === 0 : text.lastIndexOf("\n", comment.span.start - 1) === -1) return undefined;
  const newline = text.indexOf("\n", lineStart);
  const end = newline === -1 ? text.length : newline;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, end))?.[0].length ?? 0;
  if (!text.startsWith(comment.open, lineStart + indent)) return undefined;
  const start = lineStart + indent;
  return { comment: { span: { start, end }, open: comment.open, close: undefined }, at: start };
}

/** The comment lines after or before the one that holds `offset`, nearest first. */
export function* linesFrom(text: string, comment: Comment, offset: number, step: -1 | 1): Generator<CommentLine> {
  let next = neighbour(text, comment, commentLineAt(text, comment, offset).span, step);
  while (next !== undefined) {
    const line = commentLineAt(text, next.comment, next.at);
    yield line;
    next = neighbour(text, next.comment, line.span, step);
  }
}

/** True inside a code fence of the comment: a doc-test or an example. */
export function inFence(text: string, comment: Comment, offset: number): boolean {
  let open: string | undefined;
  // A fence is closed by the same sign, at least as often.
  for (const line of [...linesFrom(text, comment, offset, -1)].reverse()) {
    const fence = /^(?:`{3,}|~{3,})/.exec(line.text)?.[0];
    if (fence === undefined) continue;
    if (open === undefined) open = fence;
    else if (fence.startsWith(open)) open = undefined;
  }
  return open !== undefined;
}
