import type { ConfigFacts } from "../../model/spec.js";
import { folderOf, stemOf } from "./spec-paths.js";

/** Tells which module a configuration is for where nobody says it. */
export interface ModuleFinder {
  readonly moduleFor: (path: string, facts: ConfigFacts) => string | undefined;
  /** True if the configuration's name begins with that of some module. */
  readonly isNamedForOne: (path: string) => boolean;
}

/** The names that a configuration gives to the model checker. */
function namesOf({ sections }: ConfigFacts): readonly string[] {
  return sections.flatMap((section) => (section.kind === "names" ? section.names.map(({ name }) => name) : []));
}

/** The part of a configuration's name that may be a module's: `MC_Lease_small` is for Lease, if not for a module MC_Lease. */
function namesFor(stem: string): readonly string[] {
  const bare = /^MC_?(.+)$/.exec(stem)?.[1];
  return bare === undefined ? [stem] : [stem, bare];
}

/** Those of the modules, given by their paths, that a configuration of this name may be named for; the longest name first. */
function prefixed(stem: string, among: readonly string[]): readonly string[] {
  return among
    .filter((module) => namesFor(stem).some((one) => one.startsWith(stemOf(module))))
    .sort((a, b) => stemOf(b).length - stemOf(a).length);
}

/** The module beside a configuration that this is named for, whether or not anybody is about it. `files` are all that there are. */
export function neighbours(files: readonly string[]): (path: string) => string | undefined {
  const byFolder = new Map<string, string[]>();
  for (const file of files) if (file.endsWith(".tla")) byFolder.set(folderOf(file), [...(byFolder.get(folderOf(file)) ?? []), file]);
  return (path) => prefixed(stemOf(path), byFolder.get(folderOf(path)) ?? [])[0];
}

/** The modules are given by their paths. */
export function moduleFinder(modules: readonly string[], knows: (module: string, name: string) => boolean): ModuleFinder {
  const byFolder = new Map<string, string[]>();
  for (const module of modules) byFolder.set(folderOf(module), [...(byFolder.get(folderOf(module)) ?? []), module]);
  const stems = new Set(modules.map(stemOf));

  /** Beside the configuration; in the folders around it; anywhere. */
  const circles = (path: string): readonly (readonly string[])[] => {
    const folder = folderOf(path);
    const around = [...byFolder].filter(([one]) => folder.startsWith(one) && one !== folder).sort(([a], [b]) => b.length - a.length);
    return [byFolder.get(folder) ?? [], around.flatMap(([, own]) => own)];
  };

  return {
    isNamedForOne: (path) => {
      const names = namesFor(stemOf(path));
      return names.some((name) => {
        if (stems.has(name)) return true;
        // A short name must end where a word does.
        for (let length = name.length - 1; length > 0; length -= 1)
          if ((length > 2 || !/[a-z]/.test(name.charAt(length))) && stems.has(name.slice(0, length))) return true;
        return false;
      });
    },
    moduleFor: (path, facts) => {
      const stem = stemOf(path);
      const names = namesOf(facts);
      const near = circles(path);
      const namesake = near.flat().find((module) => stemOf(module) === stem);
      if (namesake !== undefined) return namesake;
      const fitting = (among: readonly string[]): readonly string[] =>
        names.length === 0 ? [] : among.filter((module) => names.every((name) => knows(module, name)));
      for (const among of near) {
        const called = prefixed(stem, among);
        const [best] = fitting(called).length > 0 ? fitting(called) : called;
        if (best !== undefined) return best;
        const [only, another] = fitting(among);
        if (only !== undefined && another === undefined) return only;
      }
      // Elsewhere the name alone is too little.
      const namesakes = modules.filter((module) => stemOf(module) === stem);
      const called = fitting(namesakes.length > 0 ? namesakes : prefixed(stem, modules));
      return called.length === 1 || stemOf(called[0] ?? "") !== stemOf(called[1] ?? "") ? called[0] : undefined;
    },
  };
}
