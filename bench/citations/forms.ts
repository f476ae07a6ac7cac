/** What a citation says of one place. */
export interface Spot {
  readonly name: string;
  /** Functions are written with `()`. */
  readonly isFunction: boolean;
  /** The file as the form writes it. */
  readonly path: string;
  readonly first: number;
  readonly last: number;
  /** The code, where the form pastes it. */
  readonly snippet: readonly string[];
  /** The language of the fence. */
  readonly fence: string;
}

/** What a citation holds its lines to. */
export type Cites =
  /** The file alone, or lines from the first to the last of a construct, its defining line, or a line that calls it. */
  "file" | "range" | "line" | "call";

/** One way to write a citation. */
export interface Form {
  readonly id: string;
  readonly cites: Cites;
  /** How the file is written. */
  readonly file: "path" | "basename" | "link";
  /** True if the text names the construct: then its name has to be there, too. */
  readonly claims: boolean;
  /** True if the code itself is pasted. */
  readonly pastes: boolean;
  /** How many places one citation names, all in one file. */
  readonly spots: 1 | 2;
  /** How many citations of one file stand in one block. */
  readonly rows: number;
  readonly functionsOnly: boolean;
  /** The lines of a block with its citations. */
  readonly write: (rows: readonly (readonly [Spot, ...Spot[]])[]) => Written;
}

/** A block of a document. Line numbers count from 0 in the block. */
export interface Written {
  readonly lines: readonly string[];
  /** The line of each citation. */
  readonly at: readonly number[];
  /** The lines that name the file for all of them. */
  readonly shared: readonly number[];
}

type Row = readonly [Spot, ...Spot[]];

const shown = ({ name, isFunction }: Spot): string => `\`${name}${isFunction ? "()" : ""}\``;

const defaults = { file: "path", claims: true, pastes: false, spots: 1, rows: 1, functionsOnly: false } as const;

/** A form of one line of text. */
function prose(id: string, cites: Cites, text: (a: Spot, b: Spot) => string, more: Partial<Omit<Form, "id" | "write">> = {}): Form {
  return {
    ...defaults,
    id,
    cites,
    ...more,
    write: ([row]) => ({ lines: row === undefined ? [] : [text(row[0], row[1] ?? row[0])], at: [0], shared: [] }),
  };
}

/** A form of several rows below lines that name the file. */
function rows(
  id: string,
  cites: Cites,
  head: (first: Spot) => readonly string[],
  shared: readonly number[],
  row: (a: Spot, b: Spot) => string,
  more: Partial<Omit<Form, "id" | "write">> = {},
): Form {
  return {
    ...defaults,
    id,
    cites,
    rows: 3,
    ...more,
    write: (all: readonly Row[]) => {
      const [first] = all;
      const above = first === undefined ? [] : head(first[0]);
      return { lines: [...above, ...all.map(([a, b]) => row(a, b ?? a))], at: all.map((_, at) => above.length + at), shared };
    },
  };
}

/** A form with pasted code. */
function fence(id: string, intro: (spot: Spot) => string, more: Partial<Omit<Form, "id" | "write">> = {}): Form {
  return {
    ...defaults,
    id,
    cites: "range",
    pastes: true,
    ...more,
    write: ([row]) => {
      if (row === undefined) return { lines: [], at: [], shared: [] };
      const [spot] = row;
      return { lines: [intro(spot), "", `\`\`\`${spot.fence}`, ...spot.snippet, "```"], at: [0], shared: [] };
    },
  };
}

/** Every form in which a document may cite. */
export const forms: readonly Form[] = [
  prose("path and symbol", "file", (a) => `The rest is up to ${shown(a)} in \`${a.path}\`.`),
  prose("path::symbol", "file", (a) => `Callers go through \`${a.path}::${a.name}\`.`, { functionsOnly: true }),
  prose("path:line", "line", (a) => `It begins with ${shown(a)} (\`${a.path}:${a.first}\`).`),
  prose("path:first-last", "range", (a) => `This is what ${shown(a)} does, see \`${a.path}:${a.first}-${a.last}\`.`),
  prose("path:first-last, bare", "range", (a) => `- the limits are kept at ${a.path}:${a.first}-${a.last}`, { claims: false }),
  prose("path:line, bare", "line", (a) => `1. Start reading at \`${a.path}:${a.first}\`.`, { claims: false }),
  prose("path:line, line", "line", (a, b) => `Both ${shown(a)} and ${shown(b)} count (\`${a.path}:${a.first}, ${b.first}\`).`, {
    spots: 2,
  }),
  prose("path:line and :line", "line", (a, b) => `${shown(a)} and ${shown(b)} differ: \`${a.path}:${a.first}\` and \`:${b.first}\`.`, {
    spots: 2,
  }),
  prose("symbol in path (lines a–b)", "range", (a) => `${shown(a)} in \`${a.path}\` (lines ${a.first}–${a.last}) decides alone.`),
  prose("symbol at path, (line a)", "line", (a) => `The check in \`${a.path}\` is ${shown(a)} (line ${a.first}).`),
  prose("symbol in path @line", "line", (a) => `- ${shown(a)} in \`${a.path}\` @${a.first}`),
  prose("L, L", "line", (a, b) => `In \`${a.path}\`, L${a.first}, L${b.first}: ${shown(a)} and ${shown(b)}.`, { spots: 2 }),
  prose("called at path:line", "call", (a) => `${shown(a)} is called at \`${a.path}:${a.first}\`.`, { functionsOnly: true }),
  prose("link #La-Lb", "range", (a) => `What [${shown(a)}](${a.path}#L${a.first}-L${a.last}) gives is never kept.`, { file: "link" }),
  prose("link #La", "line", (a) => `* [${a.name}](${a.path}#L${a.first})`, { file: "link" }),
  prose("link", "file", (a) => `More in [the module](${a.path}), under ${shown(a)}.`, { file: "link" }),
  prose("basename:first-last", "range", (a) => `\`${a.path}:${a.first}-${a.last}\` ${shown(a)} holds the lock.`, { file: "basename" }),
  prose("basename:line", "line", (a) => `- ${shown(a)}: \`${a.path}:${a.first}\``, { file: "basename" }),
  rows(
    "heading review of X in Y (lines a-b)",
    "range",
    () => [],
    [],
    (a) => `## Code review of ${a.name} in ${a.path} (lines ${a.first}-${a.last})`,
    { rows: 1, functionsOnly: true },
  ),
  rows(
    "heading file, Lines a-b: symbol",
    "range",
    (a) => [`### \`${a.path}\``, ""],
    [0],
    (a) => `- Lines ${a.first}-${a.last}: ${shown(a)}`,
  ),
  rows(
    "heading file, symbol La-b",
    "range",
    (a) => [`### Notes on ${a.path}`, ""],
    [0],
    (a) => `- ${shown(a)} L${a.first}-${a.last}`,
  ),
  rows(
    "heading file, :line",
    "line",
    (a) => [`### \`${a.path}\``, ""],
    [0],
    (a) => `- \`:${a.first}\` ${shown(a)}`,
  ),
  rows(
    "table header file, Line a",
    "line",
    (a) => [`| Step | Implementation (${a.path}) | Checked |`, "| --- | --- | --- |"],
    [0],
    (a) => `| ${shown(a)} | Line ${a.first} | yes |`,
    { file: "basename" },
  ),
  rows(
    "table header file, Lines a-b: symbol",
    "range",
    (a) => [`| Model | Code in \`${a.path}\` |`, "| --- | --- |"],
    [0],
    (a) => `| ${a.name} step | Lines ${a.first}-${a.last}: ${shown(a)} |`,
  ),
  rows(
    "table cell path:first-last",
    "range",
    () => ["| What | Where | Remark |", "| --- | --- | --- |"],
    [],
    (a) => `| ${shown(a)} | \`${a.path}:${a.first}-${a.last}\` | as intended |`,
  ),
  rows(
    "table cell :line after a cell with the path",
    "line",
    () => ["| First | Then |", "| --- | --- |"],
    [],
    (a, b) => `| ${shown(a)} \`${a.path}:${a.first}\` | ${shown(b)} \`:${b.first}\` |`,
    { spots: 2, rows: 2 },
  ),
  fence("fence after symbol (path, line a-b)", (a) => `The function ${shown(a)} (\`${a.path}\`, line ${a.first}-${a.last}):`),
  fence("fence after path:a-b", (a) => `From \`${a.path}:${a.first}-${a.last}\`:`, { claims: false }),
];
