import { type Cell, plainText } from "../../src/model/document.js";
import { sitesIn } from "../../src/read/documents/sites.js";
import { type Definition, standsAlone } from "./definitions.js";
import type { PublicRow } from "./rows.js";

/** What places are looked up in. */
export interface Code {
  /** The files, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
}

const endsAs = (path: string, written: string): boolean => path === written || path.endsWith(`/${written}`);

/** The files of the code that a section of the document names. */
function filesNamedIn(section: string, files: readonly string[]): readonly string[] {
  const written = section.match(/[\w./-]+\.rs\b/g) ?? [];
  return files.filter((path) => written.some((one) => one.includes("/") && endsAs(path, one)));
}

/** The files that a row can mean: the one that it writes, else those that its section names, else all. */
function scopeOf({ places, section }: PublicRow, { files }: Code): readonly string[] {
  const all = [...files.keys()];
  const named = filesNamedIn(section, all);
  const written = places.flatMap((cell) => sitesIn(cell).sites.map(({ path }) => path)).filter((path) => path.endsWith(".rs"));
  const [first] = written;
  if (first === undefined) return named.length > 0 ? named : all;
  const fitting = all.filter((path) => endsAs(path, first));
  return fitting.length > 1 ? fitting.filter((path) => named.includes(path)) : fitting;
}

/** The lines that a row writes: `a.rs:12`, `:L12-L34`, `~12`, a column of nothing but lines. */
function linesIn(places: readonly Cell[]): readonly number[] {
  const cells = places.map(({ pieces }) => plainText(pieces));
  return cells.flatMap((text) => [...text.matchAll(/(?:^|[:~\u2013-])\s*[~L]*(\d+)/g)].map((match) => Number(match[1])));
}

/** True if what is written before the last `::` or `.` of a symbol is the owner of the definition, or its file or folder. */
function isOwnedAs({ owner, path }: Definition, qualifier: string | undefined): boolean {
  if (qualifier === undefined || ["self", "Self", "crate", "super"].includes(qualifier)) return true;
  const [file = "", folder] = path.split("/").reverse();
  return owner.at(-1) === qualifier || file === `${qualifier}.rs` || folder === qualifier;
}

function definitionOf(symbol: string, scope: ReadonlySet<string>, lines: readonly number[], code: Code): Definition | undefined {
  const [name = "", qualifier] = symbol.split(/::|\.|->/).reverse();
  const fitting = (code.definitions.get(name) ?? []).filter(
    (one) => scope.has(one.path) && isOwnedAs(one, qualifier) && (qualifier === undefined ? standsAlone(one) : true),
  );
  if (fitting.length < 2) return fitting[0];
  const inOneFile = new Set(fitting.map(({ path }) => path)).size === 1;
  const there = fitting.filter(({ firstLine, lastLine }) => lines.some((line) => line >= firstLine && line <= lastLine));
  return inOneFile && there.length === 1 ? there[0] : undefined;
}

/** The definition that a row names: the first of its symbols that can be only one. */
export function placeOf(row: PublicRow, code: Code): Definition | undefined {
  const scope = new Set(scopeOf(row, code));
  const lines = linesIn(row.places);
  for (const cell of row.places) {
    for (const { symbol } of sitesIn(cell).symbols) {
      const found = definitionOf(symbol, scope, lines, code);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
