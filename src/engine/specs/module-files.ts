import type { SpecFacts, SpecModule } from "../../model/spec.js";
import type { ModuleFile } from "../../model/specification.js";
import type { Workspace } from "../../model/workspace.js";
import { readSpec } from "../../read/tla/read-spec.js";
import { foldersUp } from "../link/sites.js";
import { folderOf, isOfTrace, originalOf, stemOf } from "./spec-paths.js";
import { standard } from "./standard-modules.js";

/** The module files of a project, each read when it is first asked for. */
export interface ModuleFiles {
  /** The paths of the modules below the nearest folder around the document that has any. */
  readonly about: (document: string) => readonly string[];
  /** The module at the path; of several files with equal names, texts and modules that they name, the one with the shortest path speaks for all. `undefined` where none can be read. */
  readonly at: (path: string) => ModuleFile | undefined;
  /** The path of the module that a file's text names: beside it, in a library, in a folder around it, else the only one of that name anywhere. */
  readonly named: (from: string, name: string) => string | undefined;
  /** The modules with all that they name, directly or not, as far as it is there. */
  readonly reachable: (paths: readonly string[]) => readonly string[];
  /** Paths that were asked for and cannot be read, and why. */
  readonly unreadable: () => ReadonlyMap<string, string>;
}

/** The modules that a module names, those that its nested ones name included. */
export function namedBy({ extends: parents, units }: SpecModule): readonly string[] {
  const others = units.flatMap((unit) =>
    unit.kind === "instance" ? [unit.module.name] : unit.kind === "module" ? namedBy(unit.module) : [],
  );
  return [...parents.map(({ name }) => name), ...others];
}

/** Finds the modules among the files. `libraries` are folders, relative to the root, in which modules look for others. */
export function moduleFiles(workspace: Workspace, files: readonly string[], libraries: readonly string[]): ModuleFiles {
  const own = files.filter((path) => path.endsWith(".tla") && !isOfTrace(path));
  const paths = [...new Set(own.map((path) => workspace.real(path)))].sort();
  const known = new Set(paths);
  const byStem = new Map<string, string[]>();
  for (const path of paths) byStem.set(stemOf(path), [...(byStem.get(stemOf(path)) ?? []), path]);
  // The shortest path first, so that a copy in a tool's folder never speaks for the original.
  for (const group of byStem.values()) group.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const folders = libraries.map((folder) => (folder === "" || folder.endsWith("/") ? folder : `${folder}/`));

  const read = new Map<string, ModuleFile | undefined>();
  const loading = new Set<string>();
  const byText = new Map<string, SpecFacts>();
  const byMeaning = new Map<string, ModuleFile>();
  const places = new Map<string, readonly string[]>();
  const unreadable = new Map<string, string>();

  const hasCopies = (path: string): boolean => (byStem.get(stemOf(path)) ?? []).length > 1;
  const load = (path: string): ModuleFile | undefined => {
    const file = workspace.read(path);
    if (file.kind !== "text") {
      unreadable.set(path, file.kind === "unreadable" ? file.reason : "is not there");
      return undefined;
    }
    const facts = byText.get(file.text) ?? readSpec(file.text);
    const module: ModuleFile = { path, name: facts.modules[0]?.name || stemOf(path), facts, text: file.text };
    if (!hasCopies(path)) return module;
    byText.set(file.text, facts);
    // Equal texts say the same only if what they name is the same.
    const others = facts.modules.flatMap(namedBy).map((name) => named(path, name) ?? "");
    const meant = others.map((other) => (other === "" || loading.has(other) ? other : (at(other)?.path ?? other)));
    const key = [stemOf(path), ...meant, file.text].join("\n");
    const same = byMeaning.get(key) ?? module;
    byMeaning.set(key, same);
    return same;
  };
  const at = (path: string): ModuleFile | undefined => {
    const original = originalOf(path);
    if (original !== undefined && known.has(original)) return at(original);
    if (!read.has(path)) {
      const group = byStem.get(stemOf(path)) ?? [];
      for (const one of group.length > 1 ? group : [path]) {
        if (read.has(one) || loading.has(one)) continue;
        loading.add(one);
        const module = load(one);
        loading.delete(one);
        read.set(one, module);
      }
    }
    return read.get(path);
  };
  const linked = new Map<string, string | undefined>();
  /** The module file that a link at the path leads to. */
  const behind = (path: string): string | undefined => {
    if (!linked.has(path))
      linked.set(
        path,
        [workspace.real(path)].find((one) => known.has(one)),
      );
    return linked.get(path);
  };
  const named = (from: string, name: string): string | undefined => {
    const group = byStem.get(name) ?? [];
    const near = [folderOf(from), ...folders].map((folder) => `${folder}${name}.tla`);
    const own = near.find((path) => known.has(path));
    if (own !== undefined) return own;
    if (group.length === 1) return group[0];
    const link = standard.has(name) ? undefined : near.map(behind).find((path) => path !== undefined);
    if (link !== undefined || group.length === 0) return link;
    const around = [...foldersUp(from)].map((folder) => (folder === "" ? `${name}.tla` : `${folder}/${name}.tla`));
    return around.find((path) => known.has(path));
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
        const below = places.get(folder) ?? (folder === "" ? paths : paths.filter((path) => path.startsWith(`${folder}/`)));
        places.set(folder, below);
        if (below.length > 0) return below;
      }
      return [];
    },
    at,
    named,
    unreadable: () => unreadable,
  };
}
