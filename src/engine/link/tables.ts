import { filesOf } from "../../judge/coverage.js";
import { meantBy } from "../../judge/nearness.js";
import type { LinkedRow } from "../../model/project.js";
import type { Row, TableKind } from "../../model/row.js";
import type { ReadTable } from "../../read/documents/rows.js";
import type { Scanned } from "../scan.js";
import type { ResolveSite } from "./sites.js";

/** What a table is, and how sure that is. */
export interface TableVerdict {
  readonly kind: TableKind;
  /** `rows`: it is an anchor table only because of its rows. `doubted`: it speaks of anchors, but nothing else says that these are markers. */
  readonly because: "said" | "rows" | "doubted";
}

/** What verdicts are drawn from. */
export interface Evidence {
  readonly resolve: ResolveSite;
  readonly scanned: ReadonlyMap<string, Scanned>;
  /** The words after all markers, right ones and deviating ones. */
  readonly marked: ReadonlySet<string>;
}

/** A table and the document around it. */
export interface TableInDocument {
  readonly path: string;
  readonly table: ReadTable;
  /** True if the document's text has the marker with its colon. */
  readonly namesMarker: boolean;
  /** True if the document is one by its place or by configuration, rather than for its tables. */
  readonly isCertain: boolean;
}

/** A table's rows with their sites looked up. */
export function linkRows(path: string, table: ReadTable, kind: TableKind, resolve: ResolveSite): readonly LinkedRow[] {
  return table.rows.map((row) => ({
    row,
    kind,
    sites: row.reading.kind === "no-promise" ? [] : row.reading.sites.map((site) => resolve(path, site)),
  }));
}

/** The words after all markers of the files. */
export function markedWords(scanned: readonly Scanned[]): ReadonlySet<string> {
  return new Set(scanned.flatMap(({ exact, deviating }) => [...exact, ...deviating]));
}

/** True if some source marks what the row names, in whatever file and form. */
function isMarked(row: Row, marked: ReadonlySet<string>): boolean {
  if (row.names.some(({ name }) => marked.has(name) || marked.has(name.toLowerCase()))) return true;
  return row.reading.kind === "malformed" && meantBy(row.reading.words, marked) !== undefined;
}

/** True if at least half of the rows that have names have their marker in their file. */
function isMostlyHeld({ path, table }: TableInDocument, { resolve, scanned }: Evidence): boolean {
  const rows = linkRows(path, table, "mapping", resolve).filter(({ row }) => row.names.length > 0);
  const held = rows.filter(({ row, sites }) =>
    sites.some((site) => filesOf(site).some((file) => row.names.some(({ name }) => scanned.get(file)?.exact.has(name) === true))),
  );
  return held.length > 0 && held.length * 2 >= rows.length;
}

/**
 * What kind of table it is: by configuration; else `anchor` if its header or heading says so, or if at least half of its
 * rows have their marker in their file. Many tables that know no marker call their citations anchors, so the word alone is
 * believed only where a document stands with specifications and says it plainly; elsewhere the marker has to stand
 * in the document, or before one of the table's names in some source. Markers are looked for as text here: which tables
 * promise anchors has to be known before prose and anchors can be told apart.
 */
export function verdictOn(subject: TableInDocument, evidence: Evidence): TableVerdict {
  const { table, namesMarker, isCertain } = subject;
  const kind = table.config?.kind;
  if (kind === "anchor" || kind === "mapping") return { kind, because: "said" };
  if (table.saysAnchor !== "no") {
    const plain = isCertain && table.saysAnchor === "plainly";
    if (plain || namesMarker || table.rows.some((row) => isMarked(row, evidence.marked))) return { kind: "anchor", because: "said" };
    return { kind: "mapping", because: "doubted" };
  }
  return isMostlyHeld(subject, evidence) ? { kind: "anchor", because: "rows" } : { kind: "mapping", because: "said" };
}
