import type { TableRow } from "../../model/document.js";
import { type Cell, plainText } from "../../model/document.js";
import type { RowName } from "../../model/row.js";
import { namesIn } from "../../read/documents/names.js";
import { isNames } from "../../read/documents/roles.js";

/** The names of a cell that holds nothing but names. */
export interface NamedCell {
  readonly names: readonly RowName[];
  /** The base names of the only modules that they are names of; `undefined`: of any. */
  readonly modules: readonly string[] | undefined;
}

/** A cell with more letters than this is a text. */
const longest = 256;

const modulesIn = (text: string): readonly string[] => text.match(/\w+\.tla\b/g) ?? [];

function namesOf(cell: Cell, row: TableRow, marker: string): readonly NamedCell[] {
  const isPlain = isNames(cell, marker);
  // Without code, names are read from the whole text or not at all.
  if (!isPlain && (cell.pieces.some(({ kind }) => kind === "code") || plainText(cell.pieces).length > longest)) return [];
  const names = namesIn(cell, marker);
  if (names.length === 0) return [];
  // A plain list beside a module tells what was checked of that: every module has a `TypeOK`.
  const modules = isPlain || names.length === 1 ? [] : row.cells.flatMap(({ pieces }) => modulesIn(plainText(pieces)));
  return [{ names, modules: modules.length === 0 ? undefined : modules }];
}

/** The cells of a row that hold nothing but names, as they are read or with a remark in brackets behind them: `**Name** *(stage 2)*`. */
export function namedCells(row: TableRow, marker: string): readonly NamedCell[] {
  return row.cells.flatMap((cell) => namesOf(cell, row, marker));
}

const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** True for the only modules that names are of; of most names no module is said. */
export function isOfModule({ modules }: NamedCell, module: string): boolean {
  return modules === undefined || modules.includes(basename(module));
}

/** Tells whether some cell has a name of a module. `PrunedXAreEmpty` stands for several names: what they have there is anything. */
export function namedIn(cells: readonly NamedCell[]): (name: string, module: string) => boolean {
  const anywhere = new Set(cells.flatMap(({ names, modules }) => (modules === undefined ? names.map(({ name }) => name) : [])));
  const somewhere = new Set(
    cells.flatMap(({ names, modules }) => modules?.flatMap((module) => names.map(({ name }) => `${module}!${name}`)) ?? []),
  );
  const families = [...anywhere].flatMap((name) =>
    /[a-z]X[A-Z]/.test(name) ? [new RegExp(`^${name.replace(/(?<=[a-z])X(?=[A-Z])/g, "\\w+")}$`)] : [],
  );
  return (name, module) =>
    anywhere.has(name) || somewhere.has(`${basename(module)}!${name}`) || families.some((family) => family.test(name));
}
