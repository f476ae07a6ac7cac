import fc from "fast-check";

/** A column of an anchor table. */
export type Column = "name" | "site" | "explanation" | "status";

/** Where a module of the fixture defines a name: its path from the document, without extension, and the 1-based line. */
export interface Home {
  readonly path: string;
  readonly line: number;
}

/** How names are written in a table. */
export const nameForms = {
  code: (name: string) => `\`${name}\``,
  bold: (name: string) => `**${name}**`,
  "bold code": (name: string) => `**\`${name}\`**`,
  "link of code": (name: string, { path }: Home) => `[\`${name}\`](${path}.tla)`,
  link: (name: string, { path, line }: Home) => `[${name}](${path}.tla#L${line})`,
  bare: (name: string) => name,
  "with arguments": (name: string) => `\`${name}(state, [1..N -> Slot])\``,
  primed: (name: string) => `\`${name}'\``,
  "of a module": (name: string, { path }: Home) => `\`${path.replace(/^.*\//, "")}!${name}\``,
  "indexed by a step": (name: string) => `\`${name}[t]\``,
} as const;

/** How paths from the root are written in a document one folder below it. */
export const pathForms = {
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

/** The fixture's own shape. */
export const plainTable: TableShape = {
  order: ["name", "site", "explanation", "status"],
  name: "TLA+ Invariant",
  site: "Anchor site",
  explanation: "How the Rust code upholds it",
  status: "",
  statusCell: "TLC",
  headingSaysAnchor: true,
  names: "code",
  paths: "from the root",
  end: "",
  align: "---",
  outerPipes: true,
  padding: " ",
  indent: "",
};

/** The table's header and heading hold the word that makes it an anchor table. */
export const saysAnchor = (shape: TableShape): boolean =>
  shape.headingSaysAnchor || /anchor/i.test(`${shape.name} ${shape.site} ${shape.explanation}`);
