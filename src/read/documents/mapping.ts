import type { TableConfig } from "../../model/config.js";
import { type Cell, type DocumentFacts, plainText, type Table, type TableRow } from "../../model/document.js";
import type { RowName, WrittenSite } from "../../model/row.js";
import type { Span } from "../../model/span.js";
import { type CodeCell, codeCell, type SymbolMention } from "./mapping-cell.js";
import { type MappingColumns, mappingColumns } from "./mapping-columns.js";
import { contextsIn, filesAround, foldersAround, modulesAround, sectionName } from "./mapping-context.js";
import { operatorsIn, type SpecMention, specCell } from "./mapping-spec.js";

/** One row of a mapping table. */
export interface MappingRow {
  readonly span: Span;
  readonly modules: readonly WrittenSite[];
  readonly names: readonly SpecMention[];
  /** Operators that the explanation of a row about a module quotes. */
  readonly quoted: readonly RowName[];
  readonly paths: readonly WrittenSite[];
  readonly symbols: readonly SymbolMention[];
  /** How many stretches of code name nothing that could be looked up. */
  readonly unclear: number;
  /** What the row says where it says that there is no code. */
  readonly nothing: string | undefined;
  /** The row's text as a reader sees it. */
  readonly text: string;
}

/** A table that pairs elements of specifications with code. */
export interface MappingTable {
  /** Index in the document, 0-based. */
  readonly index: number;
  readonly rows: readonly MappingRow[];
  /** The headers of the columns that name elements of specifications. */
  readonly header: string;
  /** The modules that rows are about which name none. */
  readonly modules: readonly WrittenSite[];
  /** The files that symbols are in with which none is named. */
  readonly files: readonly WrittenSite[];
  /** The folders that paths may be in which name none. */
  readonly folders: readonly string[];
}

/** Which tables are left alone, and what the configuration says of the others. */
export interface MappingOptions {
  readonly isOther: (index: number) => boolean;
  readonly configOf: (index: number) => TableConfig | undefined;
}

const cellsAt = (row: TableRow, columns: readonly number[]): readonly Cell[] =>
  columns.flatMap((column) => {
    const cell = row.cells[column];
    return cell === undefined ? [] : [cell];
  });

/** The file of a row whose columns name only one, beside its symbols: `f | src/a.rs:12`. */
function rowFile(cells: readonly CodeCell[]): WrittenSite | undefined {
  const bare = cells.filter(({ paths, symbols }) => paths.length > 0 && symbols.every(({ file }) => file !== undefined));
  const [only, another] = bare.flatMap(({ paths }) => paths);
  return another === undefined ? only : undefined;
}

function rowOf(table: Table, row: TableRow, columns: MappingColumns): MappingRow {
  const spec = cellsAt(row, columns.spec).map(specCell);
  const code = cellsAt(row, columns.code).map(codeCell);
  const modules = spec.flatMap((cell) => cell.modules);
  const rest = table.header.flatMap((_, column) => (columns.spec.includes(column) || columns.code.includes(column) ? [] : [column]));
  const file = rowFile(code);
  const silent = code.filter(({ paths, symbols, nothing }) => nothing === undefined || paths.length + symbols.length > 0);
  return {
    span: row.span,
    modules,
    names: spec.flatMap(({ names }) => names),
    quoted: modules.length === 1 ? cellsAt(row, rest).flatMap(operatorsIn) : [],
    paths: code.flatMap(({ paths }) => paths),
    symbols: code.flatMap(({ symbols }) =>
      symbols.map((mention) => (mention.file === undefined && file !== undefined ? { ...mention, file } : mention)),
    ),
    unclear: code.reduce((sum, { unclear }) => sum + unclear, 0),
    nothing: silent.length === 0 ? code[0]?.nothing : undefined,
    text: row.cells.map(({ pieces }) => plainText(pieces)).join(" | "),
  };
}

/** The tables of a document that pair elements of specifications with code. Throws for no document. */
export function mappingsIn(facts: DocumentFacts, { isOther, configOf }: MappingOptions): readonly MappingTable[] {
  const contexts = contextsIn(facts);
  const read = facts.tables.flatMap((table, index) => {
    const config = configOf(index);
    const context = contexts[index];
    if (isOther(index) || config?.kind === "ignore" || config?.kind === "anchor" || context === undefined) return [];
    const columns = mappingColumns(table, config);
    if (columns === undefined) return [];
    const rows = table.rows.map((row) => rowOf(table, row, columns));
    const header = columns.spec.map((column) => plainText(table.header[column]?.pieces ?? [])).join(" ");
    const [modules, files] = [modulesAround(context), filesAround(table, context, header)];
    return [{ index, rows, header, context, modules, files, folders: foldersAround(table) }];
  });
  // A section says under its second heading what it is about under its first.
  const bySection = new Map<string, readonly WrittenSite[]>();
  for (const { context, rows } of read) {
    const named = rows.flatMap(({ modules }) => modules);
    const section = sectionName(context);
    if (section !== "" && named.length > 0) bySection.set(section, [...(bySection.get(section) ?? []), ...named]);
  }
  return read.map(({ context, modules, ...table }) => ({
    ...table,
    modules: modules.length > 0 ? modules : (bySection.get(sectionName(context)) ?? []),
  }));
}
