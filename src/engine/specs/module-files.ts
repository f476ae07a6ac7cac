import type { SpecModule } from "../../model/spec.js";
import type { ModuleFile } from "../../model/specification.js";
import type { Workspace } from "../../model/workspace.js";
import { readSpec } from "../../read/tla/read-spec.js";
import { foldersUp } from "../link/sites.js";

/** The module files of a project, each read when it is first asked for. */
export interface ModuleFiles {
  /** The paths of the modules below the nearest folder around the document that has any. */
  readonly about: (document: string) => readonly string[];
  /** The module at the path; of several files with equal texts and names, the one with the shortest path speaks for all. `undefined` where none can be read. */
  readonly at: (path: string) => ModuleFile | undefined;
  /** The path of the module that a file's text names: beside it, else in a library, else the only one of that name anywhere. */
  readonly named: (from: string, name: string) => string | undefined;
  /** The modules with all that they name, directly or not, as far as it is there. */
  readonly reachable: (paths: readonly string[]) => readonly string[];
  /** Paths that were asked for and cannot be read, and why. */
  readonly unreadable: () => ReadonlyMap<string, string>;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
const stemOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");

/** The modules that a module names, those that its nested ones name included. */
function namedBy({ extends: parents, units }: SpecModule): readonly string[] {
  const others = units.flatMap((unit) =>
    unit.kind === "instance" ? [unit.module.name] : unit.kind === "module" ? namedBy(unit.module) : [],
  );
  return [...parents.map(({ name }) => name), ...others];
}

/** Finds the modules among the files. `libraries` are folders, relative to the root, in which modules look for others. */
export function moduleFiles(workspace: Workspace, files: readonly string[], libraries: readonly string[]): ModuleFiles {
  const paths = [...new Set(files.filter((path) => path.endsWith(".tla")).map((path) => workspace.real(path)))].sort();
  const known = new Set(paths);
  const byStem = new Map<string, string[]>();
  for (const path of paths) byStem.set(stemOf(path), [...(byStem.get(stemOf(path)) ?? []), path]);
  const read = new Map<string, ModuleFile | undefined>();
  const byText = new Map<string, ModuleFile>();
  const unreadable = new Map<string, string>();
  const folders = libraries.map((folder) => (folder === "" || folder.endsWith("/") ? folder : `${folder}/`));

  const load = (path: string): ModuleFile | undefined => {
    const file = workspace.read(path);
    if (file.kind !== "text") {
      unreadable.set(path, file.kind === "unreadable" ? file.reason : "is not there");
      return undefined;
    }
    const copies = (byStem.get(stemOf(path)) ?? []).length > 1;
    const key = copies ? `${stemOf(path)}\n${file.text}` : undefined;
    const same = key === undefined ? undefined : byText.get(key);
    if (same !== undefined) return same;
    const facts = readSpec(file.text);
    const module: ModuleFile = { path, name: facts.modules[0]?.name || stemOf(path), facts, text: file.text };
    if (key !== undefined) byText.set(key, module);
    return module;
  };
  const at = (path: string): ModuleFile | undefined => {
    if (!read.has(path)) {
      // The shortest path first, so that a copy in a tool's folder never speaks for the original.
      const group = (byStem.get(stemOf(path)) ?? [path]).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
      for (const one of group.length > 1 ? group : [path]) if (!read.has(one)) read.set(one, load(one));
    }
    return read.get(path);
  };
  const named = (from: string, name: string): string | undefined => {
    for (const folder of [folderOf(from), ...folders]) if (known.has(`${folder}${name}.tla`)) return `${folder}${name}.tla`;
    const [only, another] = byStem.get(name) ?? [];
    return another === undefined ? only : undefined;
  };
  return {
    reachable: (from) => {
      const found = new Set<string>();
      const open = [...from];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const module = at(next);
        if (module === undefined || found.has(module.path)) continue;
        found.add(module.path);
        open.push(...module.facts.modules.flatMap(namedBy).flatMap((name) => named(module.path, name) ?? []));
      }
      return [...found].sort();
    },
    about: (document) => {
      for (const folder of foldersUp(document)) {
        const below = folder === "" ? paths : paths.filter((path) => path.startsWith(`${folder}/`));
        if (below.length > 0) return below;
      }
      return [];
    },
    at,
    named,
    unreadable: () => unreadable,
  };
}
