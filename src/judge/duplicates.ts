import type { LinkedRow } from "../model/project.js";
import { targetOf } from "./coverage.js";

/** What makes two rows of one document the same: names, files and the text of all cells; without a text, the table too. */
function keyOf({ row, sites }: LinkedRow): string {
  const names = row.names.map(({ name }) => name).sort();
  return JSON.stringify([row.document, names, sites.map(targetOf).sort(), row.text, row.explanation === "" ? row.table : undefined]);
}

/** The rows that say what an earlier row of their document says, each with that row. */
export function duplicateRows(rows: readonly LinkedRow[]): ReadonlyMap<LinkedRow, LinkedRow> {
  const first = new Map<string, LinkedRow>();
  const duplicates = new Map<LinkedRow, LinkedRow>();
  for (const row of rows) {
    if (row.kind !== "anchor" || row.row.reading.kind !== "promise") continue;
    const key = keyOf(row);
    const original = first.get(key);
    if (original === undefined) first.set(key, row);
    else duplicates.set(row, original);
  }
  return duplicates;
}
