import type { ConfigFacts } from "../../model/spec.js";
import type { ModelConfig } from "../../model/specification.js";
import type { Workspace } from "../../model/workspace.js";
import { readConfig } from "../../read/tla/read-config.js";
import { moduleFinder, neighbours } from "./config-module.js";
import { assignedValues, expectationOfFile, expectationOfName } from "./expectations.js";
import { folderOf, isOfTrace } from "./spec-paths.js";

/** A `.cfg` file that a command or the configuration ties to a module. */
export interface Pairing {
  readonly config: string;
  readonly module: string | undefined;
  readonly fails?: boolean | undefined;
}

/** What configurations are looked for by. */
export interface ConfigSearch {
  readonly workspace: Workspace;
  readonly files: readonly string[];
  /** The paths of all modules that documents are about, copies included. */
  readonly modules: readonly string[];
  /** The module that speaks for all copies of the one at the path. */
  readonly speaker: (path: string) => string;
  readonly pairings: readonly Pairing[];
  readonly knows: (module: string, name: string) => boolean;
}

/** True if the file is somebody else's: it has no word that the model checker knows, or one among others. */
function isForeign({ sections, faults }: ConfigFacts, module: string | undefined): boolean {
  return module === undefined && (sections.length === 0 || faults.some(({ span }) => span.start < (sections[0]?.span.start ?? 0)));
}

/**
 * Finds and reads the configurations that go with the modules: those below their folders, and those elsewhere that are named for one. One that commands run with
 * several modules stands there for each.
 */
export function modelConfigs(search: ConfigSearch): readonly ModelConfig[] {
  const { workspace, files, modules, speaker, pairings, knows } = search;
  const folders = [...new Set(modules.map(folderOf))];
  const finder = moduleFinder(modules, (module, name) => knows(speaker(module), name));
  const near = (path: string): boolean => folders.some((folder) => path.startsWith(folder)) || finder.isNamedForOne(path);
  const beside = neighbours(files);
  const read = new Set(modules);
  // The run of a module that no document is about says nothing of others.
  const isOfOther = (path: string): boolean => {
    const own = beside(path);
    return own !== undefined && !read.has(own) && !read.has(workspace.real(own));
  };
  const found = files.filter((path) => path.endsWith(".cfg") && !isOfTrace(path) && near(path) && !isOfOther(path));
  const wanted = new Set([...found, ...pairings.map(({ config }) => config)]);
  return [...wanted].sort().flatMap((path) => {
    const file = workspace.read(path);
    if (file.kind !== "text") return [];
    const facts = readConfig(file.text);
    const own = pairings.filter(({ config }) => config === path);
    const paired = [...new Set(own.flatMap(({ module }) => module ?? []))];
    const [first] = own.filter(({ fails, module }) => module !== undefined && fails !== undefined);
    // The configuration's word goes before that of commands, which come after it.
    const told = first?.module === undefined ? paired : [first.module];
    const chosen = told.length > 0 ? told : [finder.moduleFor(path, facts)];
    const said = own.find(({ fails }) => fails !== undefined)?.fails;
    return chosen.flatMap((module): readonly ModelConfig[] => {
      if (own.length === 0 && isForeign(facts, module)) return [];
      const expected = expectationOfName(path, module) ?? expectationOfFile(facts, file.text, assignedValues(facts, file.text));
      return [
        {
          path,
          facts,
          module: module === undefined ? undefined : speaker(module),
          expected: said === undefined ? expected : said ? { fails: "the configuration" } : undefined,
        },
      ];
    });
  });
}
