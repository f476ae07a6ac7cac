import fc from "fast-check";
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

type Column = "name" | "site" | "explanation" | "status";

/** What a row can lose. */
export const corruptions = ["no name", "words for a path", "site cell gone", "a cell before", "one cell"] as const;

const nameForms = {
  code: (name: string) => `\`${name}\``,
  bold: (name: string) => `**${name}**`,
  "bold code": (name: string) => `**\`${name}\`**`,
  "link of code": (name: string) => `[\`${name}\`](revolve/Replay.tla)`,
  link: (name: string) => `[${name}](revolve/Replay.tla#L12)`,
  bare: (name: string) => name,
  "with arguments": (name: string) => `\`${name}(state, [1..N -> Slot])\``,
  primed: (name: string) => `\`${name}'\``,
  "of a module": (name: string) => `\`Replay!${name}\``,
  "indexed by a step": (name: string) => `\`${name}[t]\``,
} as const;

const pathForms = {
  "from the root": (path: string) => `\`${path}\``,
  "./": (path: string) => `\`./${path}\``,
  "../": (path: string) => `\`../${path}\``,
  "/": (path: string) => `\`/${path}\``,
  backslashes: (path: string) => `\`${path.replaceAll("/", "\\")}\``,
  bare: (path: string) => path,
  bold: (path: string) => `**${path}**`,
  link: (path: string) => `[${path}](../${path})`,
  "link of code": (path: string) => `[\`${path}\`](/${path})`,
  "link with a line": (path: string) => `[here](../${path}#L12-L20)`,
  "with a line": (path: string) => `\`${path}:12\``,
} as const;

const nameHeaders = ["TLA+ Invariant", "Invariant", "Property", "Name", "Anchor", "Spec invariant", "TLA&#43; invariant"] as const;
const siteHeaders = ["Anchor site", "Source site", "File", "Source file", "Location", "Where"] as const;
const explanationHeaders = [
  "How the Rust code upholds it",
  "How it is upheld",
  "Explanation",
  "Why it holds",
  "Notes",
  "Status at anchor",
] as const;
const statusHeaders = ["", "How TLC checks it", "Status"] as const;
const ends = ["", " &amp; so on", " \\| or else", " — `a \\| b`", " (1 &lt; 2)"] as const;

const keysOf = <Forms extends object>(forms: Forms): fc.Arbitrary<keyof Forms> =>
  fc.constantFrom(...(Object.keys(forms) as [keyof Forms, ...(keyof Forms)[]]));

/** How one table is written. Everything shrinks towards the fixture's own shape. */
export const tableShape = fc.record({
  order: fc.shuffledSubarray<Column>(["name", "site", "explanation", "status"], { minLength: 4 }),
  name: fc.constantFrom(...nameHeaders),
  site: fc.constantFrom(...siteHeaders),
  explanation: fc.constantFrom(...explanationHeaders),
  /** Empty: there is no such column. */
  status: fc.constantFrom(...statusHeaders),
  statusCell: fc.constantFrom("TLC", "proved", "`TLC`"),
  headingSaysAnchor: fc.constantFrom(true, false),
  names: keysOf(nameForms),
  paths: keysOf(pathForms),
  end: fc.constantFrom(...ends),
  align: fc.constantFrom("---", ":--", ":-:", "--:"),
  outerPipes: fc.constantFrom(true, false),
  padding: fc.constantFrom(" ", "", "   ", "\t"),
  indent: fc.constantFrom("", " ", "   "),
});

/** How one table is written. */
export type TableShape = typeof tableShape extends fc.Arbitrary<infer Shape> ? Shape : never;

/** How the whole document is written. */
export const documentShape = fc.record({
  tables: fc.tuple(tableShape, tableShape),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  mark: fc.boolean(),
});

/** How the whole document is written. */
export type DocumentShape = typeof documentShape extends fc.Arbitrary<infer Shape> ? Shape : never;

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

/** The table's header and heading hold the word that makes it an anchor table. */
export const saysAnchor = (shape: TableShape): boolean =>
  shape.headingSaysAnchor || /anchor/i.test(`${shape.name} ${shape.site} ${shape.explanation}`);

function cells(row: SeedRow, shape: TableShape, corruption: (typeof corruptions)[number] | undefined): readonly string[] {
  const columns = shape.order.filter((column) => column !== "status" || shape.status !== "");
  const written = {
    name: corruption === "no name" ? "" : nameForms[shape.names](row.name),
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

/** The lines of a table with its heading; its rows begin at the fifth. `corrupted` is the row, 0-based, that is damaged. */
export function tableLines(
  table: SeedTable,
  shape: TableShape,
  corrupted?: { readonly row: number; readonly how: (typeof corruptions)[number] },
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
    ...table.rows.map((row, at) => lineOf(cells(row, shape, corrupted?.row === at ? corrupted.how : undefined), shape)),
  ];
}
