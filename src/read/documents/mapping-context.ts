import { type Block, type DocumentFacts, type Heading, type Piece, plainText, type Table } from "../../model/document.js";
import type { WrittenSite } from "../../model/row.js";
import { isNoPlace, pathIn } from "./mapping-paths.js";

/** What stands around a table: what its cells leave unsaid. */
export interface TableContext {
  /** The headings that it stands under, innermost first. */
  readonly headings: readonly Heading[];
  /** The text of its own section before it. */
  readonly texts: readonly Piece[];
}

/** The context of each table of a document, by its index. */
export function contextsIn({ blocks }: DocumentFacts): readonly TableContext[] {
  const contexts: TableContext[] = [];
  let headings: readonly Heading[] = [];
  let texts: readonly Piece[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") {
      headings = [block.heading, ...headings.filter(({ depth }) => depth < block.heading.depth)];
      texts = [];
    } else if (block.kind === "text") texts = [...texts, ...block.pieces];
    else if (block.kind === "table") contexts[block.table] = { headings, texts };
  }
  return contexts;
}

/** The paths in pieces, of code and of plain text, that stand for one place. */
export function pathsOfPieces(pieces: readonly Piece[]): readonly WrittenSite[] {
  return pieces.flatMap((piece) => {
    const words = piece.kind === "code" ? [piece.value] : piece.value.split(/[\s,;()]+/).map((word) => word.replace(/[.:]+$/, ""));
    return words.flatMap((word): readonly WrittenSite[] => {
      const path = pathIn(word)?.path;
      return path === undefined || isNoPlace(path) || !/\.\w+$/.test(path) ? [] : [{ path, span: piece.span }];
    });
  });
}

function piecesOf(facts: DocumentFacts, block: Block): readonly Piece[] {
  if (block.kind === "text") return block.pieces;
  if (block.kind === "heading") return block.heading.pieces;
  if (block.kind === "code") return [];
  const table = facts.tables[block.table];
  return [...(table?.header ?? []), ...(table?.rows.flatMap(({ cells }) => cells) ?? [])].flatMap(({ pieces }) => pieces);
}

/** `src/net/`, `src/net/…`, `src/net/*.rs`: a folder and nothing of it, or all. */
const folderForm = /^(?:\.\/)?((?:[\w.@+-]+\/)*[\w.@+-]+)\/(?:…|\.{3}|(?:\*{1,2}\/)?\*{0,2}(?:\.\w+)?)$/;

/** The folders that the header of a table names: what the paths of its cells may leave out. */
export function foldersAround(table: Table): readonly string[] {
  return table.header.flatMap(({ pieces }) =>
    pieces.flatMap(({ kind, value }) => {
      const words = kind === "code" ? [value.trim()] : value.split(/[\s,;()]+/);
      return words.flatMap((word) => folderForm.exec(word)?.[1] ?? []);
    }),
  );
}

const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The paths with a folder that a document writes out, by their last part: what it means where it writes that part alone. */
export function writtenOut(facts: DocumentFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path } of facts.blocks.flatMap((block) => pathsOfPieces(piecesOf(facts, block)))) {
    if (!path.includes("/")) continue;
    const known = found.get(basename(path));
    if (known === undefined) found.set(basename(path), new Set([path]));
    else known.add(path);
  }
  return found;
}

const isModule = ({ path }: WrittenSite): boolean => path.endsWith(".tla");
/** Extensions of files that are about code and are none. */
const isCode = ({ path }: WrittenSite): boolean => !/\.(?:tla|cfg|md|markdown|txt|json|toml|ya?ml|csv|log|html?|pdf|png|svg)$/i.test(path);

/** The modules that a table's section is about: its heading's, else the only one that its text names, else those of the headings above. */
export function modulesAround({ headings, texts }: TableContext): readonly WrittenSite[] {
  const said = pathsOfPieces(texts).filter(isModule);
  for (const [depth, heading] of headings.entries()) {
    const own = pathsOfPieces(heading.pieces).filter(isModule);
    // `**File:** specs/Log.tla` below the heading `Log.tla` says which one it is.
    if (own.length > 0) return own.map((module) => said.find(({ path }) => path.endsWith(`/${module.path}`)) ?? module);
    if (depth === 0 && new Set(said.map(({ path }) => path)).size === 1) return said.slice(0, 1);
  }
  return [];
}

/** Words before a path that say that it is where the code is: `**Production Code:** src/log.c`. */
const codeLabel = /\b(?:production|source|implementation|code|implemented in|source file)\b[^.;]{0,16}:?\s*$/i;

/** The code files that a text introduces as such. */
function labelled(texts: readonly Piece[]): readonly WrittenSite[] {
  return texts.flatMap((piece, index) => {
    const said = texts
      .slice(Math.max(0, index - 2), index)
      .map(({ value }) => value)
      .join("");
    return piece.kind === "code" && codeLabel.test(said) ? pathsOfPieces([piece]).filter(isCode) : [];
  });
}

/**
 * The code files that a table's header names, else the only one that its section's text introduces, else those of its own heading,
 * unless that names what models the code.
 */
export function filesAround(table: Table, { texts }: TableContext, header: string): readonly WrittenSite[] {
  const inHeader = table.header.flatMap(({ pieces }) => pathsOfPieces(pieces)).filter(isCode);
  if (inHeader.length > 0) return inHeader;
  const said = labelled(texts);
  if (said.length === 1) return said;
  const isModel = /\b(?:model\w*|harness\w*|proofs?|lean|coq)\b/i.test(header);
  return isModel ? [] : pathsOfPieces(table.heading?.pieces ?? []).filter(isCode);
}

/** A heading's words without what follows in brackets: sections of the same name are about the same thing. */
export function sectionName({ headings }: TableContext): string {
  const [heading] = headings;
  return plainText(heading?.pieces ?? [])
    .replace(/\s*\(.*$/, "")
    .toLowerCase();
}
