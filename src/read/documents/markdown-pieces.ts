import type { Nodes, PhrasingContent } from "mdast";
import type { Piece } from "../../model/document.js";
import { type MarkdownSource, originalSpan } from "./markdown-source.js";

/** What inline content is read with: its source, and the URL of each link definition by mdast identifier. */
export interface Reading {
  readonly source: MarkdownSource;
  readonly urls: ReadonlyMap<string, string>;
}

interface Around {
  readonly url: string | undefined;
  readonly emphasis: boolean;
}

/** The pieces of inline content in order. HTML and footnote references yield none, an image its alternative text, a line break a space. */
export function piecesOf(reading: Reading, content: readonly PhrasingContent[]): readonly Piece[] {
  return piecesWithin(reading, content, { url: undefined, emphasis: false });
}

function piecesWithin(reading: Reading, content: readonly PhrasingContent[], around: Around): readonly Piece[] {
  return content.flatMap((node) => piecesOfNode(reading, node, around));
}

function piecesOfNode(reading: Reading, node: PhrasingContent, around: Around): readonly Piece[] {
  switch (node.type) {
    case "text":
      return piece(reading, node, "text", node.value, around);
    case "inlineCode":
      return piece(reading, node, "code", node.value, around);
    case "break":
      return piece(reading, node, "text", " ", around);
    case "html":
      return /^<br(?:[\s/][^>]*)?>$/i.test(node.value) ? piece(reading, node, "text", " ", around) : [];
    case "image":
    case "imageReference":
      return piece(reading, node, "text", node.alt ?? "", around);
    case "footnoteReference":
      return [];
    case "link":
      return piecesWithin(reading, node.children, { ...around, url: node.url });
    case "linkReference":
      return piecesWithin(reading, node.children, { ...around, url: reading.urls.get(node.identifier) });
    case "emphasis":
    case "strong":
      return piecesWithin(reading, node.children, { ...around, emphasis: true });
    case "delete":
      return piecesWithin(reading, node.children, around);
  }
}

/** No piece where there is nothing to read; a line end inside is a space, as it is on the page. */
function piece(reading: Reading, node: Nodes, kind: Piece["kind"], text: string, around: Around): readonly Piece[] {
  if (text === "" && kind === "text") return [];
  const value = text.replace(/\r\n?|\n/g, " ");
  const { url, emphasis } = around;
  return [{ kind, value, span: originalSpan(reading.source, node), ...(url === undefined ? {} : { url }), emphasis }];
}
