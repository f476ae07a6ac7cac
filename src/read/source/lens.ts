import type { Placement } from "../../model/source.js";
import type { Span } from "../../model/span.js";
import type { SyntaxNode } from "../../model/syntax.js";
import { spanOf } from "../../model/syntax.js";
import type { CommentSyntax } from "../languages/language.js";
import type { Comment } from "./comment-lines.js";
import { type Ground, placementInRaw, placementOf } from "./placement.js";
import { type Segment, segments } from "./segments.js";
import { isComment } from "./siblings.js";

/** What stands at one offset of a source file. */
export type Sight =
  | { readonly kind: "comment"; readonly comment: Comment; readonly placement: () => Placement }
  | { readonly kind: "string"; readonly span: Span }
  | { readonly kind: "code" };

/** Tells what stands at an offset: by the syntax tree, or by the comment syntax alone. */
export type Lens = (offset: number) => Sight;

/**
 * A comment with its signs. The line end that some grammars count to a doc comment is cut off. A block comment whose
 * opening sign varies (`--[==[`) has no closing sign to cut off its last line: `$1` stands for what is not known here.
 */
function commentOf(text: string, span: Span, syntax: CommentSyntax, isBlock: boolean): Comment {
  const written = text.slice(span.start, span.end);
  const block = syntax.block.find((signs) => written.startsWith(signs.open));
  if (block !== undefined) return { span, open: block.open, close: block.close };
  if (isBlock) return { span, open: /^\S*/.exec(written)?.[0] ?? "", close: "" };
  const open = syntax.line.filter((sign) => written.startsWith(sign)).sort((a, b) => b.length - a.length)[0] ?? "";
  return { span: { start: span.start, end: span.start + written.trimEnd().length }, open, close: undefined };
}

/** What stands at an offset of text that the grammar leaves as it is: a comment in it is about what the text is part of. */
function inRaw(text: string, raw: SyntaxNode, offset: number, ground: Ground, syntax: CommentSyntax): Sight {
  const segment = segmentAt(segments(text.slice(raw.startIndex, raw.endIndex), syntax), offset - raw.startIndex);
  if (segment === undefined) return { kind: "code" };
  const span = { start: raw.startIndex + segment.span.start, end: raw.startIndex + segment.span.end };
  if (segment.kind === "string") return { kind: "string", span };
  return {
    kind: "comment",
    comment: commentOf(text, span, syntax, segment.kind === "block-comment"),
    placement: () => placementInRaw(raw, ground),
  };
}

/** Sees through a syntax tree. */
export function treeLens(text: string, root: SyntaxNode, ground: Ground, syntax: CommentSyntax): Lens {
  const { grammar } = ground;
  return (offset) => {
    for (let node: SyntaxNode | null = root.descendantForIndex(offset, offset + 1); node !== null; node = node.parent) {
      const seen = node;
      if (grammar.comments.includes(node.type)) {
        // A doc comment's text is a node of its own inside the comment.
        let comment = seen;
        while (comment.parent !== null && grammar.comments.includes(comment.parent.type)) comment = comment.parent;
        const { parent } = comment;
        const placed = parent !== null && isComment(parent, grammar) ? parent : comment;
        return {
          kind: "comment",
          comment: commentOf(text, spanOf(comment), syntax, false),
          placement: () => placementOf(placed, ground),
        };
      }
      if (grammar.raw?.includes(node.type) === true) return inRaw(text, seen, offset, ground, syntax);
      if (grammar.holes?.includes(node.type) === true) return { kind: "code" };
      if (grammar.strings.includes(node.type)) return { kind: "string", span: spanOf(node) };
    }
    return { kind: "code" };
  };
}

/** The segment that holds the offset, by binary search. */
function segmentAt(found: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = found.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = found[middle];
    if (segment === undefined) return undefined;
    if (offset < segment.span.start) high = middle - 1;
    else if (offset >= segment.span.end) low = middle + 1;
    else return segment;
  }
  return undefined;
}

/** Sees by comment and string syntax alone: no construct can be told. */
export function segmentLens(text: string, syntax: CommentSyntax): Lens {
  const found = segments(text, syntax);
  return (offset) => {
    const segment = segmentAt(found, offset);
    if (segment === undefined) return { kind: "code" };
    if (segment.kind === "string") return { kind: "string", span: segment.span };
    return {
      kind: "comment",
      comment: commentOf(text, segment.span, syntax, segment.kind === "block-comment"),
      placement: () => ({ kind: "unjudged", reason: "no-grammar" }),
    };
  };
}
