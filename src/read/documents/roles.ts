import type { TableConfig } from "../../model/config.js";
import { type Cell, plainText, type Table } from "../../model/document.js";
import type { Role } from "../../model/row.js";
import type { FormNames } from "./form-cells.js";
import { namesIn } from "./names.js";
import { sitesIn, withoutPromise } from "./sites.js";

/** Which column, 0-based, holds which role. Columns without a role of their own explain. */
export interface Columns {
  readonly name: number;
  /** `undefined` where the table's own heading names the sites instead. */
  readonly site: number | undefined;
  readonly symbol: number | undefined;
  readonly explanation: readonly number[];
  /** Columns that say how or whether a name is checked; they may explain as well. */
  readonly status: readonly number[];
}

/** Words of header cells that speak for a role. Plain word lists: content decides with them, never they alone. */
const words = {
  name: /\b(?:anchors?|invariants?|propert(?:y|ies)|names?|theorems?|lemmas?|axioms?|spec(?:ification)?s?|tla|requirements?|claims?|guarantees?|assertions?|operators?)\b/,
  site: /\b(?:sites?|files?|paths?|locations?|sources?|where|modules?|code|implementations?|implemented|anchored)\b/,
  symbol: /\b(?:symbols?|functions?|fns?|methods?|items?|constructs?)\b/,
  lines: /\blines?\b/,
  status: /\b(?:status|state|check(?:s|ed)?|verif(?:y|ies|ied)|tlc|apalache|proofs?|proved)\b/g,
  explanation: /\b(?:how|why|what|explanations?|descriptions?|rationale|upholds?|upheld|enforce\w*|notes?|meaning|comments?|anchors?)\b/g,
} as const;

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** The share of the filled cells of a column, 0 to 1, that pass. */
function share(table: Table, column: number, passes: (cell: Cell) => boolean): number {
  const filled = table.rows.map((row) => row.cells[column]).filter((cell) => cell !== undefined && cell.pieces.length > 0);
  return filled.length === 0 ? 0 : filled.filter((cell) => cell !== undefined && passes(cell)).length / filled.length;
}

/** More letters than any name of a specification has. */
const longestName = 128;

/** True if the cell is nothing but names. */
export function isNames(cell: Cell, marker: string, formed?: FormNames): boolean {
  const prose = plainText(cell.pieces.filter((piece) => piece.kind === "text")).replace(/\band\b|[\s,/&;+]/g, "").length;
  // No name is that long: a sentence need not be taken apart.
  if (prose > longestName) return false;
  const names = namesIn(cell, marker, formed);
  return names.length > 0 && prose <= (names[0]?.name.length ?? 0);
}

function configured(table: Table, config: TableConfig | undefined): Partial<Record<Role, number>> {
  const columns: Partial<Record<Role, number>> = {};
  for (const [role, header] of Object.entries(config?.columns ?? {})) {
    const at = table.header.findIndex((cell) => plainText(cell.pieces).toLowerCase() === header.toLowerCase());
    if (at !== -1) columns[role as Role] = at;
  }
  return columns;
}

interface Scores {
  readonly name: number;
  readonly site: number;
}

function scoresOf(table: Table, column: number, marker: string, formed: FormNames | undefined): Scores {
  const header = plainText(table.header[column]?.pieces ?? []).toLowerCase();
  const says = {
    name: words.name.test(header),
    site: words.site.test(header),
    explains: count(words.explanation, header) > 0 && /\b(?:how|why|what)\b/.test(header),
  };
  const paths = share(table, column, (cell) => sitesIn(cell).sites.length > 0 || withoutPromise(cell) !== undefined);
  const names = share(table, column, (cell) => isNames(cell, marker, formed));
  // The column that says "anchor" beside another one of paths is the one that the anchors are in.
  const site = (says.site ? 2 : 0) + (/\banchor/.test(header) ? 1 : 0) + 3 * paths - (says.explains ? 2 : 0);
  const name =
    (says.name ? 2 : 0) + (header.includes(`${marker.toLowerCase()}:`) ? 2 : 0) - (says.site ? 1 : 0) + 3 * names - (says.explains ? 2 : 0);
  return { site: says.site || paths >= 0.5 ? site : 0, name: says.name || names >= 0.5 ? name : 0 };
}

/** The best pair of different columns for name and site; a column has to score to be taken. */
function nameAndSite(
  scores: readonly Scores[],
  fixed: Partial<Record<Role, number>>,
): { name: number; site: number | undefined } | undefined {
  let best: { name: number; site: number | undefined; score: number } | undefined;
  for (let name = 0; name < scores.length; name += 1) {
    if (fixed.name !== undefined ? fixed.name !== name : (scores[name]?.name ?? 0) <= 0) continue;
    for (let site = 0; site < scores.length; site += 1) {
      if (site === name || (fixed.site !== undefined ? fixed.site !== site : (scores[site]?.site ?? 0) <= 0)) continue;
      const score = (scores[name]?.name ?? 0) + (scores[site]?.site ?? 0);
      if (best === undefined || score > best.score) best = { name, site, score };
    }
  }
  if (best !== undefined) return best;
  const lone = scores.reduce((top, { name }, at) => (name > (scores[top]?.name ?? 0) ? at : top), 0);
  return (scores[lone]?.name ?? 0) > 0 ? { name: lone, site: undefined } : undefined;
}

/**
 * The roles of a table's columns, in whatever order they stand; `undefined` where it has no name column, or all its
 * headers are empty.
 */
export function columnsOf(table: Table, marker: string, config: TableConfig | undefined, formed?: FormNames): Columns | undefined {
  const headers = table.header.map((cell) => plainText(cell.pieces).toLowerCase());
  if (headers.every((header) => header === "")) return undefined;
  const fixed = configured(table, config);
  const pair = nameAndSite(
    table.header.map((_, column) => scoresOf(table, column, marker, formed)),
    fixed,
  );
  if (pair === undefined) return undefined;
  const free = headers.map((_, column) => column).filter((column) => column !== pair.name && column !== pair.site);
  const symbol = fixed.symbol ?? free.find((column) => words.symbol.test(headers[column] ?? ""));
  const lines = fixed.lines ?? free.find((column) => words.lines.test(headers[column] ?? "") && column !== symbol);
  const lean = (column: number): number => count(words.status, headers[column] ?? "") - count(words.explanation, headers[column] ?? "");
  const status =
    fixed.status ?? free.filter((column) => column !== symbol && column !== lines && lean(column) > 0).sort((a, b) => lean(b) - lean(a))[0];
  return {
    name: pair.name,
    site: pair.site,
    symbol,
    explanation: free.filter((column) => column !== symbol && column !== lines && column !== status),
    status: free.filter((column) => column === status || count(words.status, headers[column] ?? "") > 0),
  };
}
