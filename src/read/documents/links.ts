import type { Block, DocumentFacts, Piece } from "../../model/document.js";
import type { WrittenSite } from "../../model/row.js";
import { linkedPath } from "./sites.js";

function piecesOf(facts: DocumentFacts, block: Block): readonly Piece[] {
  if (block.kind === "text") return block.pieces;
  if (block.kind === "heading") return block.heading.pieces;
  if (block.kind === "code") return [];
  const table = facts.tables[block.table];
  return [...(table?.header ?? []), ...(table?.rows.flatMap(({ cells }) => cells) ?? [])].flatMap(({ pieces }) => pieces);
}

/** True for what stands in a link's place and is none yet: `[text](url)`, `{{ path }}`. */
const isFilledIn = (path: string): boolean => /[{}<>$*|`]|\s{2}/.test(path) || /^[a-z]+$/.test(path) || /^(?:\.{3}|…)$/.test(path);

/**
 * The targets of a document's relative links, without fragment. A link's text may be several pieces; it is one link where they follow
 * each other.
 */
export function linksIn(facts: DocumentFacts): readonly WrittenSite[] {
  const found: WrittenSite[] = [];
  for (const block of facts.blocks) {
    let before: Piece | undefined;
    for (const piece of piecesOf(facts, block)) {
      const path = piece.url === undefined ? undefined : linkedPath(piece.url);
      if (path !== undefined && path !== "" && !isFilledIn(path) && before?.url !== piece.url)
        found.push({ path: path.replaceAll("\\", "/"), span: piece.span });
      before = piece;
    }
  }
  return found;
}
