import { holds, type Span } from "../../src/model/span.js";
import type { CommentSyntax } from "../../src/read/languages/language.js";
import { segments } from "../../src/read/source/segments.js";

/** A text's code without comments and white space. Comments may come and go: what stays has the same offsets in it. */
export interface CodeText {
  readonly code: string;
  /** The place in `code` of a stretch of the text. */
  readonly spanOf: (span: Span) => Span;
}

/** The code of a text. */
export function codeTextOf(text: string, syntax: CommentSyntax): CodeText {
  const before = new Int32Array(text.length + 1);
  const comments = segments(text, syntax).filter(({ kind }) => kind !== "string");
  let code = "";
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    before[at] = code.length;
    while ((comments[next]?.span.end ?? text.length) <= at) next += 1;
    const comment = comments[next];
    const letter = text[at] ?? "";
    if ((comment === undefined || at < comment.span.start) && !/\s/.test(letter)) code += letter;
  }
  before[text.length] = code.length;
  return { code, spanOf: ({ start, end }) => ({ start: before[start] ?? 0, end: before[end] ?? code.length }) };
}

/** True if one span is in the other, or is the other. */
export function nests(a: Span, b: Span): boolean {
  return holds(a, b) || holds(b, a);
}

/** True for spans of the same stretch. */
export function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
