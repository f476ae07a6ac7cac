import type { TableConfig } from "../../model/config.js";
import { type Cell, plainText, type Table } from "../../model/document.js";
import { codeCell } from "./mapping-cell.js";
import { specCell } from "./mapping-spec.js";

/** Which columns of a table, 0-based, name what. The rest explain. Either list may be empty. */
export interface MappingColumns {
  readonly spec: readonly number[];
  readonly code: readonly number[];
}

const specWords =
  /\btla\b|\btla\+|\bspec(?:s|ifications?)?\b|\bmodel(?:l?ed)?\b|\b(?:invariants?|operators?|actions?|variables?|propert(?:y|ies)|theorems?|lemmas?|safety|liveness)\b/;
const codeWords =
  /\b(?:code|rust|cpp|golang|go|java|scala|python|typescript|kotlin|swift|implementations?|implement(?:s|ed)|production|source|concrete|functions?|fns?|methods?|symbols?|locations?|files?|sites?|enforce(?:s|d|ment)|reali[sz]ed|harness(?:es)?|structs?|fields?)\b|c\+\+|c#/;
/** Words of headers whose cells tell something of a name without naming code: how, since when, how fast. */
const tellingWords =
  /\b(?:how|why|what|descriptions?|notes?|meaning|status|results?|states|depth|bounds?|fix(?:ed|es)?|issues?|commits?|assumptions?|rationale|details|purpose|coverage|total|count|lines of code|loc|config(?:uration)?s?|checked|verified|swizzled)\b/;

const filled = (table: Table, column: number): readonly Cell[] =>
  table.rows.flatMap(({ cells }) => {
    const cell = cells[column];
    return cell === undefined || cell.pieces.length === 0 ? [] : [cell];
  });

/** The share of a column's filled cells that pass. */
function share(table: Table, column: number, passes: (cell: Cell) => boolean): number {
  const cells = filled(table, column);
  return cells.length === 0 ? 0 : cells.filter(passes).length / cells.length;
}

const namesSpec = (cell: Cell): boolean => {
  const { modules, names } = specCell(cell);
  return modules.length + names.length > 0;
};

const namesCode = (cell: Cell): boolean => {
  const { paths, symbols, nothing } = codeCell(cell);
  return paths.length + symbols.length > 0 || nothing !== undefined;
};

/** The columns that a `[[tables]]` entry of kind `mapping` gives roles to. */
function configured(table: Table, config: TableConfig | undefined): MappingColumns | undefined {
  if (config?.kind !== "mapping" || config.columns === undefined) return undefined;
  const at = (header: string | undefined): readonly number[] => {
    const column = table.header.findIndex(({ pieces }) => plainText(pieces).toLowerCase() === header?.toLowerCase());
    return header === undefined || column === -1 ? [] : [column];
  };
  const { name, site, symbol } = config.columns;
  return { spec: at(name), code: [...at(site), ...at(symbol)] };
}

/** True for a header of names alone: `Name`, `Property`. */
const nameHeader = /^(?:(?:tla\+? )?(?:names?|propert(?:y|ies)|invariants?|operators?|theorems?)(?: names?)?)$/;

/** A column of names that stands beside one of modules: `Name | … | Spec`. */
function besideModules(table: Table, headers: readonly string[], spec: readonly number[]): readonly number[] {
  const modules = spec.filter((column) => share(table, column, (cell) => specCell(cell).modules.length > 0) >= 0.5);
  if (modules.length === 0) return [];
  return headers.flatMap((header, column) =>
    !modules.includes(column) && nameHeader.test(header) && share(table, column, (cell) => specCell(cell).names.length > 0) >= 0.6
      ? [column]
      : [],
  );
}

/**
 * The columns of a table that pairs elements of specifications with code, or names with the modules that define them; `undefined` for
 * any other table. Header words say which columns may be which, and what the cells hold says whether they are: tables of results and
 * configurations have the words, too.
 */
export function mappingColumns(table: Table, config: TableConfig | undefined): MappingColumns | undefined {
  const fixed = configured(table, config);
  if (fixed !== undefined) return fixed.spec.length + fixed.code.length > 0 ? fixed : undefined;
  const headers = table.header.map(({ pieces }) => plainText(pieces).toLowerCase());
  const spec: number[] = [];
  const code: number[] = [];
  for (const [column, header] of headers.entries()) {
    const isTla = /\btla\b|\btla\+|\bspec(?:s|ifications?)?\b/.test(header);
    const telling = tellingWords.test(header) && !isTla;
    // The model of a harness, of a proof: what it is of stands in another column.
    const isModel = /\bmodel(?:l?ed)?\b/.test(header);
    if (codeWords.test(header) && !isTla && !isModel && !telling && share(table, column, namesCode) >= 0.3) code.push(column);
    else if (specWords.test(header) && !telling && share(table, column, namesSpec) >= 0.4) spec.push(column);
  }
  const names = besideModules(table, headers, spec);
  const others = spec.filter((column) => !names.includes(column));
  if (code.length === 0) return names.length > 0 ? { spec: [...names, ...others], code } : undefined;
  // Properties may go by numbers that no module knows; the code that they name is code all the same.
  const isAbout = spec.length > 0 || headers.some((header) => /\btla\b|\btla\+|\bpropert(?:y|ies)\b|\binvariants?\b/.test(header));
  return isAbout ? { spec: [...names, ...others], code } : undefined;
}
