import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import type { Block, DocumentFacts, Heading, Table } from "../../model/document.js";
import type { Suppression } from "../../model/suppression.js";
import { blocksIn, type MarkdownBlock } from "./markdown-blocks.js";
import { codeBlock } from "./markdown-code.js";
import { piecesOf, type Reading } from "./markdown-pieces.js";
import { type MarkdownSource, originalSpan, sourceWithout } from "./markdown-source.js";
import { suppressionsBetweenRows, suppressionsInRow, suppressionsInText, suppressionsOfBlock } from "./suppression-cover.js";
import { type Interruption, interruptionsIn } from "./table-detached.js";
import { tableFacts } from "./table-facts.js";

const processor = unified().use(remarkParse).use(remarkGfm).use(withoutBareLinks).freeze();

interface Parsed {
  readonly source: MarkdownSource;
  readonly blocks: readonly MarkdownBlock[];
  readonly interruptions: readonly Interruption[];
}

/**
 * The blocks, tables and suppressions of one Markdown text, all in document order. Throws for no text; `undefined`
 * for one that nests more deeply than remark's recursion can follow (thousands of levels).
 */
export function readDocument(path: string, text: string): DocumentFacts | undefined {
  try {
    return { path, ...factsOf(parse(text)) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** Takes out the comments that interrupt tables until none is left, so that remark reads the rows after them with all it knows. */
function parse(text: string): Parsed {
  let interruptions: readonly Interruption[] = [];
  for (;;) {
    const cuts = interruptions.map(({ cut }) => cut);
    const source = sourceWithout(text, cuts);
    const blocks = blocksIn(processor.parse(source.parsed));
    const more = interruptionsIn(source, blocks);
    if (more.length === 0) return { source, blocks, interruptions };
    interruptions = [...interruptions, ...more].sort((a, b) => a.cut.start - b.cut.start);
  }
}

function factsOf({ source, blocks, interruptions }: Parsed): Omit<DocumentFacts, "path"> {
  const reading: Reading = { source, urls: definedUrls(blocks) };
  const read: Block[] = [];
  const tables: Table[] = [];
  const suppressions: Suppression[] = [];
  let heading: Heading | undefined;
  for (const block of blocks) {
    const { node } = block;
    switch (node.type) {
      case "heading":
        heading = { span: originalSpan(source, node), depth: node.depth, pieces: piecesOf(reading, node.children) };
        read.push({ kind: "heading", heading });
        suppressions.push(...suppressionsInText(source, node));
        break;
      case "paragraph":
        read.push({ kind: "text", span: originalSpan(source, node), pieces: piecesOf(reading, node.children), item: block.opensItem });
        suppressions.push(...suppressionsInText(source, node));
        break;
      case "html":
        suppressions.push(...suppressionsOfBlock(source, block));
        break;
      case "code":
        read.push(codeBlock(source, node));
        break;
      case "table":
        read.push({ kind: "table", table: tables.length });
        tables.push(tableFacts(reading, node, heading, interruptions));
        suppressions.push(...node.children.flatMap((row) => suppressionsInRow(source, row)));
        break;
    }
  }
  suppressions.push(...suppressionsBetweenRows(source.original, tables, interruptions));
  return { blocks: read, tables, suppressions: suppressions.sort((a, b) => a.span.start - b.span.start) };
}

/** Where an identifier is defined twice the first definition counts. */
function definedUrls(blocks: readonly MarkdownBlock[]): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  for (const { node } of blocks) {
    if (node.type === "definition" && !urls.has(node.identifier)) urls.set(node.identifier, node.url);
  }
  return urls;
}

/**
 * Bare addresses (`www.…`, `me@…`) stay words. remark-gfm tries at every letter whether one begins, which takes a quarter of the whole
 * reading, and looks for more of them afterwards, putting them into nodes without a position: every piece needs one.
 */
function withoutBareLinks(this: Processor): void {
  for (const extension of (this.data("fromMarkdownExtensions") ?? []).flat()) extension.transforms = [];
  for (const { text } of this.data("micromarkExtensions") ?? []) {
    for (const [code, constructs] of Object.entries(text ?? {})) {
      const kept = [constructs].flat().filter((construct) => !construct?.name?.endsWith("Autolink"));
      if (text !== undefined) text[Number(code)] = kept.filter((construct) => construct !== undefined);
    }
  }
}
