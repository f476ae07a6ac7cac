import type { Outline } from "../../model/outline.js";
import type { Anchor, LinkedRow } from "../../model/project.js";
import type { Span } from "../../model/span.js";
import { itemOf } from "./located.js";

/** The rows right before and after one of `rows` in its table, of all that there are, in the order of the documents. */
function rowsBeside(rows: readonly LinkedRow[], all: readonly LinkedRow[]): readonly LinkedRow[] {
  return all.filter((other, at) => {
    if (rows.includes(other)) return false;
    return [all[at - 1], all[at + 1]].some(
      (one) => one !== undefined && rows.includes(one) && one.row.document === other.row.document && one.row.table === other.row.table,
    );
  });
}

/** An anchor, and what it marks. */
export interface Marked extends Pick<Anchor, "name" | "path"> {
  readonly construct: Span;
}

/**
 * The items of an anchor's file in which are the anchors of the rows beside its own: people put side by side what one function upholds. `rows` are those
 * of the anchor, `all` those that there are; -1 is the top of the file.
 */
export function itemsBeside(
  { name, path }: Marked,
  rows: readonly LinkedRow[],
  all: readonly LinkedRow[],
  marked: readonly Marked[],
  outline: Outline,
): ReadonlySet<number> {
  const names = new Set(rowsBeside(rows, all).flatMap(({ row }) => row.names.map((one) => one.name)));
  const others = marked.filter((other) => other.path === path && other.name !== name && names.has(other.name));
  return new Set(others.map(({ construct }) => itemOf(outline, construct) ?? -1));
}
