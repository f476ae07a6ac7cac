import type { Citation, CitationClaim, CitedPath } from "../../model/citation.js";
import type { Cell, Table } from "../../model/document.js";
import { most } from "./citations-bonds.js";
import { placedClaim } from "./citations-claims.js";
import { flatStretch, flatten } from "./citations-flat.js";
import { citationsOfLinks, type targetFinder } from "./citations-links.js";
import { type NumberList, numbersAt } from "./citations-numbers.js";
import { onlyOne, type Scope, type ScopeFile } from "./citations-scope.js";
import { citationsOfUnit, readUnit, type Unit } from "./citations-unit.js";

/** What a table is read with. */
export interface TableReading {
  readonly source: string;
  readonly scope: Scope;
  readonly targets: ReturnType<typeof targetFinder>;
}

const fileHeader = /\b(?:files?|paths?|locations?|sources?|where|sites?|modules?|components?|code|implementation)\b/i;
const lineHeader = /^\W*(?:line\s?(?:\(s\)|nos?\.?|numbers?|ranges?|#)?|lines\s?(?:\(s\)|nos?\.?|numbers?|ranges?)|L|ln)\W*$/i;
const linesHeader = /^\W*lines\W*$/i;
/** Columns whose names are of specifications, tests and tickets, and not of the code that the row cites. */
const otherHeader =
  /\b(?:tla|spec(?:ification)?s?|invariants?|propert(?:y|ies)|theorems?|lemmas?|models?|formal|lean|tests?|harness|cbmc|ids?|status|severity|results?)\b/i;

/** The line numbers that a cell consists of. */
function numberCell(text: string): NumberList | undefined {
  const at = text.length - text.trimStart().length;
  const list = /^~?#?L?\d/i.test(text.trim()) ? numbersAt(text, at, true) : undefined;
  return list !== undefined && list.to === text.trimEnd().length && !/^\d{1,3},\d{3}$/.test(text.trim()) ? list : undefined;
}

/** Which columns hold bare line numbers. `Lines` alone heads counts as well: only ranges tell. */
function lineColumns(headers: readonly string[], rows: readonly (readonly Unit[])[]): ReadonlySet<number> {
  const columns = headers.flatMap((header, column) => {
    if (lineHeader.test(header)) return [column];
    if (!linesHeader.test(header)) return [];
    const lists = rows.map((cells) => numberCell(cells[column]?.flat.text ?? ""));
    const ranges = lists.some((list) => list?.lines.some(({ last }) => last !== undefined) === true);
    return ranges ? [column] : [];
  });
  return new Set(columns);
}

function withLines(unit: Unit): Unit {
  const list = numberCell(unit.flat.text);
  const first = list?.lines[0]?.first;
  if (list === undefined || first === undefined) return unit;
  const reference = {
    from: first.from,
    to: list.to,
    path: undefined,
    source: "row",
    lines: list.lines,
    sentence: 0,
    form: "word",
    doubtful: false,
  } as const;
  return { ...unit, references: { ...unit.references, found: [reference] } };
}

/** The claims of a cell towards the other cells of its row: bare names count where they are all of it. */
function cellClaims(unit: Unit): readonly CitationClaim[] {
  const text = unit.flat.text.trim();
  const meant = unit
    .claims()
    .filter(({ bare, written }) => !bare || written === text)
    .slice(0, most);
  return meant.map((claim) => placedClaim(unit.flat, claim, "row"));
}

const named = (file: ReturnType<typeof onlyOne>, from: CitedPath["from"]): ScopeFile | undefined =>
  file === undefined || file === "none" ? undefined : { path: { ...file, from }, label: false };

/** For each cell the file that the others of its row name: in a column for files, else in the nearest cell before it, else in the first. */
function rowFiles(units: readonly Unit[], headers: readonly string[]): readonly (ScopeFile | undefined)[] {
  const files = units.map(({ flat, references }) =>
    named(
      onlyOne(
        references.paths.filter(({ sure, lines }) => sure || lines.length > 0),
        flat,
      ),
      "row",
    ),
  );
  const column = files.findIndex((file, at) => file !== undefined && fileHeader.test(headers[at] ?? ""));
  let before: ScopeFile | undefined;
  const last = files.findLastIndex((file) => file !== undefined);
  return files.map((file, at) => {
    const found = (column === at ? undefined : files[column]) ?? before ?? (last > at ? files[last] : undefined);
    before = file ?? before;
    return found;
  });
}

/** The citations of a table in order. */
export function citationsOfTable(reading: TableReading, table: Table, index: number): readonly Citation[] {
  const { source, scope, targets } = reading;
  const read = (cells: readonly Cell[]): readonly Unit[] => cells.map(({ pieces }) => readUnit(flatten(source, pieces)));
  const header = read(table.header);
  const headers = header.map(({ flat }) => flat.text);
  const inHeader = header.map(({ flat, references }) => named(onlyOne(references.paths, flat), "header"));
  const heads = inHeader.filter((file) => file !== undefined);
  const rows = table.rows.map(({ cells }) => read(cells));
  const columns = lineColumns(headers, rows);
  const cite = (
    cells: readonly Cell[],
    units: readonly Unit[],
    row: number | undefined,
    carried: ScopeFile | undefined,
  ): readonly Citation[] => {
    const files = rowFiles(units, headers);
    const cites = units.some((unit, column) => unit.references.found.length > 0 || columns.has(column));
    const claims = (cites ? units : [])
      .flatMap((unit, column) =>
        row === undefined || otherHeader.test(headers[column] ?? "") ? [] : cellClaims(unit).map((claim) => ({ column, claim })),
      )
      .slice(0, 2 * most);
    const severalFiles = units.reduce((count, { references }) => count + references.paths.length, 0) > 1;
    return units.flatMap((unit, column) => {
      const container = { kind: "cell", table: index, row, column } as const;
      const around = {
        container,
        file: () => files[column] ?? carried ?? inHeader[column] ?? (heads.length === 1 ? heads[0] : undefined) ?? scope.file(),
        severalFiles,
        rowClaims: claims.flatMap((said) => (said.column === column ? [] : said.claim)).slice(0, most),
      };
      const cited = row !== undefined && columns.has(column) ? withLines(unit) : unit;
      return [...citationsOfUnit(cited, around), ...citationsOfLinks(cells[column]?.pieces ?? [], unit, container, targets)];
    });
  };
  const column = headers.findIndex((head) => fileHeader.test(head));
  let above: ScopeFile | undefined;
  return [
    ...cite(table.header, header, undefined, undefined),
    ...table.rows.flatMap(({ cells }, at) => {
      const units = rows[at] ?? [];
      // An empty cell below a file means the same file.
      const own = named(onlyOne(units[column]?.references.paths ?? [], units[column]?.flat ?? flatStretch("", 0)), "before");
      const carried = own === undefined && units[column]?.flat.text.trim() === "" ? above : undefined;
      above = own ?? carried;
      return cite(cells, units, at, carried);
    }),
  ];
}
