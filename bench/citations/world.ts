import { cppModules } from "./modules/cpp.js";
import { goModules } from "./modules/go.js";
import { pythonModules } from "./modules/python.js";
import { rustModules } from "./modules/rust.js";
import { typescriptModules } from "./modules/typescript.js";

/** A line that is known whatever happens to it: a line that is wrapped is several lines of one id. */
export interface Line {
  readonly id: number;
  readonly text: string;
}

export type LanguageName = "rust" | "cpp" | "go" | "python" | "typescript";

/** Code that documents cite. It is where its lines are. */
export interface Construct {
  readonly name: string;
  readonly kind: "function" | "type" | "constant";
  readonly language: LanguageName;
  /** The lines it had at first, and the one of them that defines its name. */
  readonly ids: readonly number[];
  readonly def: number;
  /** Constructs that stand in one list may change places. Those of the top level stand in the list 0. */
  readonly list: number;
}

/** The files as they are. `files` changes; the constructs' names do, too. */
export interface World {
  readonly files: Map<string, readonly Line[]>;
  constructs: readonly Construct[];
  nextId: number;
}

/** Where lines are: 1-based, the last one included. */
export interface Position {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

const extensions: Readonly<Record<string, LanguageName>> = { rs: "rust", cpp: "cpp", go: "go", py: "python", ts: "typescript" };

export function languageOf(path: string): LanguageName | undefined {
  return extensions[path.slice(path.lastIndexOf(".") + 1)];
}

/** The modules as they were written. */
export function newWorld(): World {
  const world: World = { files: new Map(), constructs: [], nextId: 1 };
  const modules = { ...rustModules, ...cppModules, ...goModules, ...pythonModules, ...typescriptModules };
  for (const [path, marked] of Object.entries(modules)) readModule(world, path, marked);
  return world;
}

function readModule(world: World, path: string, marked: string): void {
  const language = languageOf(path);
  if (language === undefined) throw new Error(`${path} is in no language`);
  const lines: Line[] = [];
  const open: { readonly kind: string; readonly name: string; readonly ids: number[]; readonly list: number }[] = [];
  const found: Construct[] = [];
  let list = 0;
  for (const text of marked.split("\n").slice(0, -1)) {
    const [, indent = "", kind, name = ""] = /^(\s*)@@ ?(\S*) ?(\S*)$/.exec(text) ?? [];
    if (kind === undefined) {
      // A line at the margin ends the list of what is indented.
      if (/^\S/.test(text)) list += 1;
      const line = { id: world.nextId, text };
      world.nextId += 1;
      lines.push(line);
      for (const { ids } of open) ids.push(line.id);
    } else if (kind !== "") {
      open.push({ kind, name, ids: [], list: indent === "" ? 0 : list });
    } else {
      const done = open.pop();
      if (done === undefined) throw new Error(`${path}: nothing ends here`);
      const def = lines.find((line) => done.ids.includes(line.id) && hasWord(line.text, done.name) && !isComment(line.text));
      if (def === undefined || !isKind(done.kind)) throw new Error(`${path}: ${done.name} is not defined`);
      found.push({ name: done.name, kind: done.kind, language, ids: done.ids, def: def.id, list: done.list });
    }
  }
  world.files.set(path, lines);
  world.constructs = [...world.constructs, ...found];
}

const isKind = (kind: string): kind is Construct["kind"] => kind === "function" || kind === "type" || kind === "constant";

export const isComment = (text: string): boolean => /^\s*(?:\/\/|#(?!\[)|\/\*|\*|""")/.test(text);

export function hasWord(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`).test(text);
}

/** Where the lines are that are left of these; `undefined` where none is. */
export function positionOf(world: World, ids: readonly number[]): Position | undefined {
  const wanted = new Set(ids);
  for (const [path, lines] of world.files) {
    const first = lines.findIndex(({ id }) => wanted.has(id));
    if (first !== -1) return { path, first: first + 1, last: lines.findLastIndex(({ id }) => wanted.has(id)) + 1 };
  }
  return undefined;
}

/** The lines at a position. */
export function textAt(world: World, { path, first, last }: Position): readonly string[] {
  return (world.files.get(path) ?? []).slice(first - 1, last).map(({ text }) => text);
}

export const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => `${text}\n`).join("");

export const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
