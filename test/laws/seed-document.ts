import { type Home, nameForms, pathForms, type TableShape } from "./seed-shape.js";
import { fixture } from "./workspaces.js";

/** A row of the seed-shaped document: the invariant's name, its file from the root, and how the code upholds it, as written. */
export interface SeedRow {
  readonly name: string;
  readonly path: string;
  readonly explanation: string;
}

/** One of its two anchor tables: the line of its heading without the words about anchors, and its rows. */
export interface SeedTable {
  readonly title: string;
  readonly rows: readonly SeedRow[];
}

/** Where the fixture defines the name. */
function homeOf(name: string): Home {
  for (const [path, text] of Object.entries(seed().others)) {
    const line = path.endsWith(".tla") ? text.split("\n").findIndex((one) => one.startsWith(`${name} ==`)) : -1;
    if (line !== -1) return { path: path.replace(/^specs\/|\.tla$/g, ""), line: line + 1 };
  }
  throw new Error(`no module of the fixture defines ${name}`);
}

/** All that a row can lose. */
export const corruptions = ["no name", "words for a path", "site cell gone", "a cell before", "one cell"] as const;

/** What a row can lose. */
export type Corruption = (typeof corruptions)[number];

/** The fixture's files without the document, the document's lines, and its two tables with where they stand, `[from, to)` in lines, 0-based. */
export function seed(): {
  readonly others: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
  readonly tables: readonly (SeedTable & { readonly from: number; readonly to: number })[];
} {
  const { "specs/README.md": document = "", ...others } = fixture("checkpointing");
  const lines = document.split("\n");
  const tables = lines.flatMap((line, at) => {
    if (!line.startsWith("| TLA+ Invariant |")) return [];
    const title = lines[at - 2] ?? "";
    const end = lines.findIndex((next, index) => index > at && !next.startsWith("|"));
    const rows = lines.slice(at + 2, end).map((row): SeedRow => {
      const [, name = "", path = "", explanation = ""] = /^\| `(\w+)` \| `([^`]+)` \| (.*) \|$/.exec(row) ?? [];
      return { name, path, explanation };
    });
    return [{ title: title.replace(/ \(anchors in .*$/, ""), rows, from: at - 2, to: end }];
  });
  return { others, lines, tables };
}

function cells(row: SeedRow, shape: TableShape, corruption: Corruption | undefined): readonly string[] {
  const columns = shape.order.filter((column) => column !== "status" || shape.status !== "");
  const written = {
    name: corruption === "no name" ? "" : nameForms[shape.names](row.name, homeOf(row.name)),
    site: corruption === "words for a path" ? "the second module" : pathForms[shape.paths](row.path),
    explanation: row.explanation + shape.end,
    status: shape.statusCell,
  };
  if (corruption === "one cell") return [written[columns[0] ?? "name"]];
  const all = columns.filter((column) => corruption !== "site cell gone" || column !== "site").map((column) => written[column]);
  return corruption === "a cell before" ? ["1", ...all] : all;
}

function lineOf(row: readonly string[], shape: TableShape): string {
  const padded = row.map((cell) => `${shape.padding}${cell}${shape.padding}`).join("|");
  return shape.indent + (shape.outerPipes ? `|${padded}|` : padded.trim());
}

/** The lines of a table with its heading; its rows begin at the fifth. `damage` says which row, 0-based, is damaged, and how. */
export function tableLines(
  table: SeedTable,
  shape: TableShape,
  damage?: { readonly row: number; readonly how: Corruption },
): readonly string[] {
  const columns = shape.order.filter((column) => column !== "status" || shape.status !== "");
  const files = [...new Set(table.rows.map(({ path }) => path))].map((path) => `\`${path}\``).join(" and ");
  return [
    shape.headingSaysAnchor ? `${table.title} (anchors in ${files})` : table.title,
    "",
    lineOf(
      columns.map((column) => shape[column]),
      shape,
    ),
    lineOf(
      columns.map(() => shape.align),
      shape,
    ),
    ...table.rows.map((row, at) => lineOf(cells(row, shape, damage?.row === at ? damage.how : undefined), shape)),
  ];
}
