import type { Outline } from "../../model/outline.js";
import type { Anchor, LinkedRow } from "../../model/project.js";
import type { Span } from "../../model/span.js";
import { declares } from "../coverage.js";
import { itemOf } from "./located.js";

/** The rows right before and after each of `rows` in its table, of all that there are, in the order of the documents. */
function rowsBeside(rows: readonly LinkedRow[], all: readonly LinkedRow[]): readonly LinkedRow[] {
  // What a heading or a list item declares is in no table.
  const inTables = rows.filter(({ row }) => row.table >= 0);
  const beside = inTables.flatMap((own) => {
    const at = all.indexOf(own);
    return [all[at - 1], all[at + 1]].flatMap((other) =>
      other?.row.document === own.row.document && other.row.table === own.row.table ? [other] : [],
    );
  });
  return beside.filter((other) => !rows.includes(other));
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
  { name, path, construct }: Marked,
  rows: readonly LinkedRow[],
  all: readonly LinkedRow[],
  marked: readonly Marked[],
  outline: Outline,
): ReadonlySet<number> {
  const beside = rowsBeside(rows, all);
  // A comment of two names would vouch for itself.
  const isElsewhere = (other: Marked): boolean => other.construct.start !== construct.start || other.construct.end !== construct.end;
  const others = marked.filter(
    (other) => other.path === path && other.name !== name && isElsewhere(other) && beside.some((row) => declares(row, other)),
  );
  return new Set(others.map((other) => itemOf(outline, other.construct) ?? -1));
}
