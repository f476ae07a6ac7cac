import { type Cell, plainText, type Table, type TableRow } from "../../src/model/document.js";
import { readDocument } from "../../src/read/documents/markdown.js";
import { nameOf } from "../../src/read/documents/names.js";

/** A row of a document that says where in the code something is, and how. */
export interface PublicRow {
  readonly names: readonly string[];
  /** The cells that say where. */
  readonly places: readonly Cell[];
  /** The cells that say how, as they are written. */
  readonly explanation: readonly string[];
  /** The number of its table in the document, from 0. */
  readonly table: number;
  /** The text from the `##` heading above the table to the table. */
  readonly section: string;
}

/** What a document has. */
export interface PublicRows {
  /** All rows of the tables that fit. */
  readonly count: number;
  readonly rows: readonly PublicRow[];
  /** How many rows are left out, by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

const words = {
  name: /\b(?:lean|tla\+?)/i,
  /** Columns of types say neither where nor how. */
  neither: /\btypes?\b/i,
  place: /\b(?:rust|files?|lines?|locations?|sources?|implementations?|functions?|code)\b/i,
} as const;

interface Columns {
  readonly places: readonly number[];
  readonly explanation: readonly number[];
}

/** The first column names; the others say where or how. `undefined` for a table that lacks one of the three. */
function columnsOf(table: Table): Columns | undefined {
  const [first = "", ...others] = table.header.map(({ pieces }) => plainText(pieces));
  const all = others.map((header, at) => ({ header, column: at + 1 })).filter(({ header }) => !words.neither.test(header));
  const places = all.filter(({ header }) => words.place.test(header)).map(({ column }) => column);
  const explanation = all.filter(({ header }) => !words.place.test(header)).map(({ column }) => column);
  return words.name.test(first) && places.length > 0 && explanation.length > 0 ? { places, explanation } : undefined;
}

/** The inline code of the first cell. An anchor's name has no dots. */
function namesOf(row: TableRow): readonly string[] {
  const written = row.cells[0]?.pieces.filter(({ kind }) => kind === "code") ?? [];
  const names = written.map(({ value }) => nameOf(value.replaceAll(/(?<=\w)\.(?=[A-Za-z_])/g, "_")));
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? [...new Set(known)] : [];
}

function sectionOf(text: string, table: Table): string {
  const before = text.slice(0, table.span.start);
  return before.slice(Math.max(0, before.lastIndexOf("\n## ")));
}

/** The rows that a document can be measured with. A name counts once: findings tell links apart by their names. */
export function rowsIn(path: string, text: string): PublicRows {
  const leftOut: Record<string, number> = {};
  const known = new Set<string>();
  const rows: PublicRow[] = [];
  let count = 0;
  const skip = (reason: string): void => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  };
  for (const [at, table] of (readDocument(path, text)?.tables ?? []).entries()) {
    const columns = columnsOf(table);
    if (columns === undefined) continue;
    for (const row of table.rows) {
      count += 1;
      const names = namesOf(row);
      const written = columns.explanation.map((column) => row.cells[column]).filter((cell) => cell !== undefined);
      const explanation = written.map(({ span }) => text.slice(span.start, span.end));
      const places = columns.places.map((column) => row.cells[column]).filter((cell) => cell !== undefined);
      if (names.length === 0) skip("no name");
      else if (names.some((name) => known.has(name))) skip("name used before");
      else if (!/\p{L}/u.test(explanation.join())) skip("no explanation");
      else {
        rows.push({ names, places, explanation, table: at, section: sectionOf(text, table) });
        for (const name of names) known.add(name);
      }
    }
  }
  return { count, rows, leftOut };
}
