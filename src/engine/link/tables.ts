import { filesOf } from "../../judge/coverage.js";
import type { DocumentFacts } from "../../model/document.js";
import type { LinkedRow } from "../../model/project.js";
import type { TableKind } from "../../model/row.js";
import type { ReadTable } from "../../read/documents/rows.js";
import type { Scanned } from "../scan.js";
import type { ResolveSite } from "./sites.js";

/** What a table is, and whether that follows from its rows alone. */
export interface TableVerdict {
  readonly kind: TableKind;
  readonly inferred: boolean;
}

/** A table's rows with their sites looked up. */
export function linkRows(document: DocumentFacts, table: ReadTable, kind: TableKind, resolve: ResolveSite): readonly LinkedRow[] {
  return table.rows.map((row) => ({
    row,
    kind,
    sites: row.reading.kind === "no-promise" ? [] : row.reading.sites.map((site) => resolve(document.path, site)),
  }));
}

/**
 * What kind of table it is: by configuration; else `anchor` if its header or heading says so, or if at least half of its
 * rows have their marker in their file. The marker is looked for as text here: which table promises anchors has to be
 * known before prose and anchors can be told apart.
 */
export function verdictOn(
  document: DocumentFacts,
  table: ReadTable,
  resolve: ResolveSite,
  scanned: ReadonlyMap<string, Scanned>,
): TableVerdict {
  const kind = table.config?.kind;
  if (kind === "anchor" || kind === "mapping") return { kind, inferred: false };
  if (table.saysAnchor) return { kind: "anchor", inferred: false };
  const rows = linkRows(document, table, "mapping", resolve).filter(({ row }) => row.names.length > 0);
  const held = rows.filter(({ row, sites }) =>
    sites.some((site) => filesOf(site).some((file) => row.names.some(({ name }) => scanned.get(file)?.exact.has(name) === true))),
  );
  const inferred = held.length > 0 && held.length * 2 >= rows.length;
  return { kind: inferred ? "anchor" : "mapping", inferred };
}
