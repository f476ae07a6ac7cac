/** A place in a file; `line` is 0-based. */
export interface At {
  readonly path: string;
  readonly line: number;
}

/** A row that has its anchor, found by text alone: nothing of the linter is used, so that it cannot err alike. */
export interface Pair {
  readonly name: string;
  readonly row: At;
  /** The path as the row writes it. */
  readonly site: string;
  readonly anchor: Anchor;
  /** The first anchor of the same name in a file that no row declares for it. */
  readonly stray: At | undefined;
}

/** An anchor's comment. */
export interface Anchor extends At {
  /** How many lines the comment goes on, the marker's included, up to the next marker. */
  readonly lines: number;
  /** The code before the comment on its line; empty where it has its line for itself. */
  readonly code: string;
  /** The comment's lines without indent, each from its sign on. */
  readonly comment: readonly string[];
}

/** What there is to mutate. */
export interface Subject {
  readonly files: ReadonlyMap<string, string>;
  readonly pairs: readonly Pair[];
  /** Rows with a name and a file that are left out, and why. */
  readonly leftOut: readonly string[];
}

const marker = (name: string): RegExp => new RegExp(`^(|.*\\S)\\s*(//[/!]?\\s*SPEC: \`?${name}\\b.*)$`);

function anchorsIn(path: string, text: string, name: string): readonly Anchor[] {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    const found = marker(name).exec(line);
    const [code, first] = [found?.[1], found?.[2]];
    if (code === undefined || first === undefined || /\/\/|"/.test(code)) return [];
    const rest = code === "" ? lines.slice(at + 1) : [];
    const end = rest.findIndex((next) => !/^\s*\/\//.test(next) || /SPEC:/.test(next));
    const comment = [first, ...rest.slice(0, end === -1 ? rest.length : end).map((next) => next.trim())];
    return [{ path, line: at, lines: comment.length, code, comment }];
  });
}

interface Declared {
  readonly name: string;
  readonly site: string;
  readonly target: string;
  readonly row: At;
}

function declaredIn(path: string, text: string, files: ReadonlyMap<string, string>): readonly Declared[] {
  const folders = path.split("/").slice(0, -1);
  const tries = (site: string): string[] =>
    folders.map((_, at) => `${folders.slice(0, folders.length - at).join("/")}/${site}`).concat(site);
  return text.split("\n").flatMap((line, at) => {
    if (!/^\|.*\|\s*$/.test(line)) return [];
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const name = cells.flatMap((cell) => /^`([A-Za-z_]\w*)`$/.exec(cell)?.[1] ?? [])[0];
    const site = cells.flatMap((cell) => /^`([\w./-]+\.rs)`$/.exec(cell)?.[1] ?? [])[0];
    const target = site === undefined ? undefined : tries(site).find((path) => files.has(path));
    return name === undefined || site === undefined || target === undefined ? [] : [{ name, site, target, row: { path, line: at } }];
  });
}

/** The rows and anchors of Markdown and Rust files that belong together one to one. */
export function subjectOf(files: ReadonlyMap<string, string>): Subject {
  const declared = [...files].flatMap(([path, text]) => (path.endsWith(".md") ? declaredIn(path, text, files) : []));
  const pairs: Pair[] = [];
  const leftOut: string[] = [];
  for (const { name, site, target, row } of declared) {
    const anchors = anchorsIn(target, files.get(target) ?? "", name);
    const same = declared.filter((other) => other.name === name);
    const [anchor] = anchors;
    const where = `${name} (${row.path}:${row.line + 1})`;
    if (same.length > 1) leftOut.push(`${where}: ${same.length} rows have the name`);
    else if (anchor === undefined) leftOut.push(`${where}: no anchor in ${target}`);
    else if (anchors.length > 1) leftOut.push(`${where}: ${anchors.length} anchors in ${target}`);
    else {
      const others = [...files].flatMap(([path, text]) => (path.endsWith(".rs") && path !== target ? anchorsIn(path, text, name) : []));
      pairs.push({ name, row, site, anchor, stray: others[0] && { path: others[0].path, line: others[0].line } });
    }
  }
  return { files, pairs, leftOut };
}
