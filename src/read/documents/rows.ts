import type { TableConfig } from "../../model/config.js";
import { type Cell, type DocumentFacts, plainText, type Table, type TableRow } from "../../model/document.js";
import type { Reading, Row, WrittenSite, WrittenSymbol } from "../../model/row.js";
import type { FormNames } from "./form-cells.js";
import { namesIn } from "./names.js";
import { type Columns, columnsOf } from "./roles.js";
import { sitesIn, symbolOf, withoutPromise } from "./sites.js";

/** A table with a name column and sites, and its rows as read. */
export interface ReadTable {
  readonly table: Table;
  /** Index in the document, 0-based. */
  readonly index: number;
  readonly config: TableConfig | undefined;
  readonly rows: readonly Row[];
  /**
   * Whether its header or its own heading says that its sites are anchors: `perhaps` where the word only heads a column of
   * places, as it does in many tables that cite code and know no marker.
   */
  readonly saysAnchor: "plainly" | "perhaps" | "no";
}

const text = (row: TableRow, column: number): string => plainText(row.cells[column]?.pieces ?? []);

const isBold = (cell: Cell): boolean => cell.pieces.length > 0 && cell.pieces.every((piece) => piece.emphasis && piece.kind === "text");

/** True for a row that only structures the table: empty, or a title in bold; one bold word may be a name where names are bold. */
function isTitle(row: TableRow, boldNames: boolean): boolean {
  const filled = row.cells.filter((cell) => cell.pieces.some((piece) => piece.value.trim() !== ""));
  const [title] = filled;
  if (title === undefined) return true;
  // A bold path is what is left of a row, and no title.
  if (filled.length > 1 || !isBold(title) || sitesIn(title).sites.length > 0) return false;
  return !boldNames || /\s/.test(plainText(title.pieces));
}

function readingOf(row: TableRow, columns: Columns, headingSites: readonly WrittenSite[], hasNames: boolean): Reading {
  const words = text(row, columns.name);
  if (columns.site === undefined) {
    if (row.detached) return { kind: "malformed", problem: "detached", words, sites: headingSites };
    if (!hasNames) return { kind: "malformed", problem: "no-name", words, sites: headingSites };
    return { kind: "promise", sites: headingSites, symbols: symbolsIn(row, columns), anySite: true };
  }
  // A row that ends before its site column has none.
  const siteCell: Cell = row.cells[columns.site] ?? { span: row.span, pieces: [] };
  const { sites, symbols } = sitesIn(siteCell);
  const reason = withoutPromise(siteCell);
  if (row.detached) return { kind: "malformed", problem: "detached", words, sites };
  if (reason !== undefined) return { kind: "no-promise", reason };
  if (!hasNames) return { kind: "malformed", problem: "no-name", words, sites };
  if (sites.length === 0) return { kind: "malformed", problem: "no-site", words: plainText(siteCell.pieces), sites };
  return { kind: "promise", sites, symbols: [...symbols, ...symbolsIn(row, columns)], anySite: false };
}

/** The symbols of the row's symbol column. */
function symbolsIn(row: TableRow, columns: Columns): readonly WrittenSymbol[] {
  const cell = columns.symbol === undefined ? undefined : row.cells[columns.symbol];
  return (cell?.pieces ?? []).flatMap((piece) => {
    const symbol = piece.kind === "code" ? symbolOf(piece.value) : undefined;
    return symbol === undefined ? [] : [{ symbol, span: piece.span }];
  });
}

function saidOf(table: Table, columns: Columns, marker: string): ReadTable["saysAnchor"] {
  const heading = plainText(table.heading?.pieces ?? []);
  const headers = table.header.map((cell) => plainText(cell.pieces));
  const said = [heading, ...headers].join(" ");
  const word = /\banchor(?:s|ed)?\b/i;
  if (said.includes(`${marker}:`) || word.test(heading) || word.test(headers[columns.name] ?? "")) return "plainly";
  if (headers.some((header) => /\b(?:anchors?[ -](?:site|file|source|path|location|place)s?|anchored (?:in|at))\b/i.test(header)))
    return "plainly";
  return word.test(said) ? "perhaps" : "no";
}

function readTable(
  document: DocumentFacts,
  table: Table,
  index: number,
  marker: string,
  config: TableConfig | undefined,
  formed: FormNames | undefined,
): ReadTable | undefined {
  const columns = columnsOf(table, marker, config, formed);
  if (columns === undefined) return undefined;
  const saysAnchor = saidOf(table, columns, marker);
  const heading = sitesIn({ pieces: table.heading?.pieces.filter((piece) => piece.kind === "code" || piece.url !== undefined) ?? [] });
  if (columns.site === undefined && (heading.sites.length === 0 || saysAnchor === "no")) return undefined;
  const boldNames = table.rows.some(({ cells }) => {
    const name = cells[columns.name];
    return name !== undefined && isBold(name) && cells.some((cell) => cell !== name && cell.pieces.length > 0);
  });
  const rows = table.rows
    .filter((row) => !isTitle(row, boldNames))
    .map((row): Row => {
      const nameCell = row.cells[columns.name];
      const written = nameCell === undefined ? [] : namesIn(nameCell, marker, formed);
      const names = written.filter(({ name }, at) => written.findIndex((other) => other.name === name) === at);
      return {
        document: document.path,
        table: index,
        span: row.span,
        nameSpan: nameCell === undefined || nameCell.span.start === nameCell.span.end ? row.span : nameCell.span,
        names,
        reading: readingOf(row, columns, heading.sites, names.length > 0),
        explanation: columns.explanation
          .map((column) => text(row, column))
          .filter((part) => part !== "")
          .join(" "),
        pieces: columns.explanation.flatMap((column) => row.cells[column]?.pieces ?? []),
        status: columns.status.map((column) => text(row, column)).join(" "),
        text: row.cells.map((cell) => plainText(cell.pieces)).join(" | "),
      };
    });
  return { table, index, config, rows, saysAnchor };
}

/** The first `[[tables]]` entry that speaks of the table. `matches` compares a pattern with the document's path. */
export function configOf(
  document: DocumentFacts,
  table: Table,
  configs: readonly TableConfig[],
  matches: (pattern: string, path: string) => boolean,
): TableConfig | undefined {
  const heading = plainText(table.heading?.pieces ?? []).toLowerCase();
  const headers = table.header.map((cell) => plainText(cell.pieces).toLowerCase());
  return configs.find(
    (config) =>
      (config.document === undefined || matches(config.document, document.path)) &&
      (config.heading === undefined || heading.includes(config.heading.toLowerCase())) &&
      (config.header === undefined || headers.includes(config.header.toLowerCase())),
  );
}

/** The tables of a document that pair names with sites, with their rows; tables of another kind are left out. */
export function tablesOf(
  document: DocumentFacts,
  marker: string,
  configs: readonly TableConfig[],
  matches: (pattern: string, path: string) => boolean,
  formed?: FormNames,
): readonly ReadTable[] {
  return document.tables.flatMap((table, index) => {
    const config = configOf(document, table, configs, matches);
    const read = config?.kind === "ignore" ? undefined : readTable(document, table, index, marker, config, formed);
    return read === undefined ? [] : [read];
  });
}

/** The tables that the configuration calls anchor tables, but that have no columns of names and files. */
export function unreadTables(
  document: DocumentFacts,
  marker: string,
  configs: readonly TableConfig[],
  matches: (pattern: string, path: string) => boolean,
  formed?: FormNames,
): readonly Table[] {
  return document.tables.filter((table, index) => {
    const config = configOf(document, table, configs, matches);
    return config?.kind === "anchor" && readTable(document, table, index, marker, config, formed) === undefined;
  });
}
