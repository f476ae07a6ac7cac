import { filesOf } from "../../src/judge/coverage.js";
import type { Cell } from "../../src/model/document.js";
import type { LinkedRow } from "../../src/model/project.js";
import { lineStarts, positionAt } from "../../src/model/span.js";
import type { At } from "./mutant.js";
import type { Subject } from "./subject.js";

/** The rows of anchor tables that promise an anchor. */
export function promisesOf({ project }: Subject): readonly LinkedRow[] {
  return project.rows.filter(({ kind, row }) => kind === "anchor" && row.reading.kind === "promise" && row.names.length > 0);
}

/** The names of a row. */
export function rowNames({ row }: LinkedRow): readonly string[] {
  return row.names.map(({ name }) => name);
}

/** The source files that a row declares by name. */
export function rowFiles({ sites }: LinkedRow): readonly string[] {
  return sites.flatMap(filesOf);
}

/** Where a row stands. */
export function rowPlace(subject: Subject, { row }: LinkedRow): At {
  const { line } = positionAt(lineStarts(subject.textOf(row.document)), row.span.start);
  return { path: row.document, line };
}

/** The cells that explain, in the order of their columns. */
export function explanationCells({ project }: Subject, { row }: LinkedRow): readonly Cell[] {
  const table = project.documents.find(({ path }) => path === row.document)?.tables[row.table];
  const written = table?.rows.find(({ span }) => span.start === row.span.start);
  return (written?.cells ?? []).filter(({ pieces }) => pieces.some((piece) => row.pieces.includes(piece)));
}
