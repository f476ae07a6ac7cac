import type { Related } from "../model/finding.js";
import type { Anchor, LinkedRow } from "../model/project.js";
import type { Place } from "../model/span.js";

/** Where a row's name stands. */
export function placeOfRow({ row }: LinkedRow): Place {
  return { path: row.document, span: row.names[0]?.span ?? row.nameSpan };
}

/** Where an anchor's name stands. */
export function placeOfAnchor(anchor: Anchor): Place {
  return { path: anchor.path, span: anchor.nameSpan };
}

/** The marker and the name of an anchor, as it is written. */
export function placeOfMark(anchor: Anchor): Place {
  return { path: anchor.path, span: { start: anchor.mark.span.start, end: anchor.nameSpan.end } };
}

/** The row as the other side of a finding at its anchor. */
export function relatedRow(row: LinkedRow): Related {
  return { place: placeOfRow(row), message: "its row" };
}

/** What the row calls the fault's name: its own, or nothing where it has none. */
export function nameOfRow({ row }: LinkedRow): string | undefined {
  return row.names[0]?.name;
}

/** Parts as a sentence lists them: `a`, `a and b`, `a, b and c`. */
export function joined(parts: readonly string[], last: "and" | "or"): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
}

/** Paths as a sentence names them: `` `a` ``, `` `a` or `b` ``. */
export function quoted(words: readonly string[], last: "and" | "or"): string {
  return joined(
    words.map((word) => `\`${word}\``),
    last,
  );
}
