import type { Heading, Paragraph, RootContent } from "mdast";
import type { Table } from "../../model/document.js";
import type { Span } from "../../model/span.js";
import type { Suppression } from "../../model/suppression.js";
import { htmlIn, type MarkdownBlock } from "./markdown-blocks.js";
import { type MarkdownSource, originalSpan } from "./markdown-source.js";
import { directivesIn, htmlContent } from "./suppression-directives.js";
import type { Interruption } from "./table-detached.js";

/** The directives of an HTML block: each covers the next sibling that is not itself only comments. */
export function suppressionsOfBlock(source: MarkdownSource, block: MarkdownBlock): readonly Suppression[] {
  const directives = directivesIn(source.original, originalSpan(source, block.node));
  if (directives.length === 0) return [];
  const next = block.siblings.find((node, index) => index > block.index && !isComment(source, node));
  const covers = next === undefined ? undefined : originalSpan(source, next);
  return directives.map((directive) => ({ ...directive, covers }));
}

/** The directives in running text: each covers the part of the text on its own lines. */
export function suppressionsInText(source: MarkdownSource, node: Heading | Paragraph): readonly Suppression[] {
  const whole = originalSpan(source, node);
  return htmlIn(node).flatMap((html) => {
    const span = originalSpan(source, html);
    const covers = linesAround(source.original, span, whole);
    return directivesIn(source.original, span).map((directive) => ({ ...directive, covers }));
  });
}

/** The directives in a table's cells: each covers its row. */
export function suppressionsInRow(source: MarkdownSource, row: RootContent): readonly Suppression[] {
  const covers = originalSpan(source, row);
  return htmlIn(row).flatMap((html) =>
    directivesIn(source.original, originalSpan(source, html)).map((directive) => ({ ...directive, covers })),
  );
}

/** The directives that stand between rows: each covers the next row. */
export function suppressionsBetweenRows(
  text: string,
  tables: readonly Table[],
  interruptions: readonly Interruption[],
): readonly Suppression[] {
  const rows = tables.flatMap((table) => table.rows);
  return interruptions.flatMap(({ comment }) =>
    directivesIn(text, comment).map((directive) => ({
      ...directive,
      covers: rows.find((row) => row.span.start >= comment.end)?.span,
    })),
  );
}

function isComment(source: MarkdownSource, node: RootContent): boolean {
  return node.type === "html" && htmlContent(source.original, originalSpan(source, node)) !== "other";
}

function linesAround(text: string, span: Span, whole: Span): Span {
  const before = text.slice(whole.start, span.start);
  const after = text.slice(span.end, whole.end).search(/[\r\n]/);
  const start = whole.start + Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return { start, end: after === -1 ? whole.end : span.end + after };
}
