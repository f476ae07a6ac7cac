import type { RootContent } from "mdast";
import type { Span } from "../../model/span.js";
import type { MarkdownBlock } from "./markdown-blocks.js";
import { type MarkdownSource, originalLineStart, originalSpan } from "./markdown-source.js";
import { htmlContent } from "./suppression-directives.js";

const COMMENTS_BEFORE_ROW = /^\s*(?:<!--(?:-?>|(?!-?>)(?:(?!-->)[\s\S])*-->)[ \t]*)+(?=\|)/;

/** An HTML comment, or blank lines, that end a table although more rows follow. */
export interface Interruption {
  /** What to take out of the original so that the rows are one table again. */
  readonly cut: Span;
  /** The comment itself, in the original; what is cut, where blank lines interrupt. */
  readonly comment: Span;
  /** True if it holds nothing but directives of ours. */
  readonly directive: boolean;
}

/**
 * What cuts rows off a table: comments with no blank line before or after them and a line that begins with `|` next, or blank
 * lines before a paragraph of nothing but such lines. All that are certain at once, so that a table with many comments is not
 * parsed as many times.
 */
export function interruptionsIn(source: MarkdownSource, blocks: readonly MarkdownBlock[]): readonly Interruption[] {
  return blocks.flatMap((block) => (block.node.type === "table" ? interruptionsAfter(source, block) : []));
}

function interruptionsAfter(source: MarkdownSource, table: MarkdownBlock): readonly Interruption[] {
  const found: Interruption[] = [];
  let pending: RootContent[] = [];
  let above: RootContent = table.node;
  for (const node of table.siblings.slice(table.index + 1)) {
    if (!isNextLine(above, node)) {
      if (pending.length === 0 && node.type === "paragraph" && beginsWithPipe(source, node) && isAllRows(source, node)) {
        const cut = { start: nextLineStart(source, above), end: originalLineStart(source, node) };
        found.push({ cut, comment: cut, directive: false });
        above = node;
        continue;
      }
      break;
    }
    const rowAfterComment = node.type === "html" ? rowOnLineOf(source, node) : undefined;
    if (rowAfterComment !== undefined) {
      found.push(...wholeLines(source, pending, node), interruption(source, rowAfterComment));
      pending = [];
    } else if (node.type === "html" && commentBegins(source, node)) {
      pending.push(node);
    } else if (pending.length > 0 && beginsWithPipe(source, node)) {
      found.push(...wholeLines(source, pending, node));
      pending = [];
      if (!isAllRows(source, node)) break;
    } else {
      break;
    }
    above = node;
  }
  return found;
}

/** Where the line below a node begins. */
function nextLineStart(source: MarkdownSource, node: RootContent): number {
  const { end } = originalSpan(source, node);
  const newline = source.original.slice(end).search(/\r\n?|\n/);
  return newline === -1 ? source.original.length : end + newline + (source.original.startsWith("\r\n", end + newline) ? 2 : 1);
}

function isNextLine(above: RootContent, below: RootContent): boolean {
  return above.position !== undefined && below.position?.start.line === above.position.end.line + 1;
}

function commentBegins(source: MarkdownSource, node: RootContent): boolean {
  const { start, end } = originalSpan(source, node);
  return source.original.slice(start, end).trimStart().startsWith("<!--");
}

/** A setext heading counts: it is what becomes of a lost row above a `---`. A table does not: it has a header of its own. */
function beginsWithPipe(source: MarkdownSource, node: RootContent): boolean {
  return (node.type === "paragraph" || node.type === "heading") && source.original[originalSpan(source, node).start] === "|";
}

/**
 * True if each line begins as the first one does and then with `|`. A line of another kind may end the table, once it is one:
 * what follows is looked at when that has been read.
 */
function isAllRows(source: MarkdownSource, node: RootContent): boolean {
  const start = originalLineStart(source, node);
  const span = originalSpan(source, node);
  const prefix = source.original.slice(start, span.start + 1);
  return source.original
    .slice(start, span.end)
    .split(/\r\n?|\n/)
    .every((line) => line.startsWith(prefix));
}

/** The line of `-->` belongs to the HTML block, so a row may stand in it: the span from the node's start to that row, if so. */
function rowOnLineOf(source: MarkdownSource, node: RootContent): Span | undefined {
  const { start, end } = originalSpan(source, node);
  const before = COMMENTS_BEFORE_ROW.exec(source.original.slice(start, end));
  return before === null ? undefined : { start, end: start + before[0].length };
}

function wholeLines(source: MarkdownSource, comments: readonly RootContent[], next: RootContent): readonly Interruption[] {
  return comments.map((node, index) => {
    const end = originalLineStart(source, comments[index + 1] ?? next);
    return { ...interruption(source, originalSpan(source, node)), cut: { start: originalLineStart(source, node), end } };
  });
}

function interruption(source: MarkdownSource, comment: Span): Interruption {
  return { cut: comment, comment, directive: htmlContent(source.original, comment) === "directives" };
}
