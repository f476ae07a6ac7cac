import type { ModelConfigEntry, SpecificationsConfig } from "../../model/config.js";
import type { DocumentFacts } from "../../model/document.js";
import type { LinkedRow, Unreadable } from "../../model/project.js";
import type { RowName } from "../../model/row.js";
import type { Definition, ModuleFile, Specifications } from "../../model/specification.js";
import type { Workspace } from "../../model/workspace.js";
import { specSuppressions } from "../../read/tla/spec-suppressions.js";
import type { ResolveSite } from "../link/sites.js";
import { checkedByOf, checksOf, commandedChecks, stating } from "./checks.js";
import { isStep } from "./claims.js";
import { undocumentedIn } from "./documented.js";
import { hiding } from "./hiding.js";
import { modelConfigs } from "./model-configs.js";
import { moduleFiles } from "./module-files.js";
import { remarkedIn } from "./module-remarks.js";
import { pairingsOf } from "./pairings.js";
import { provedByOf } from "./proofs.js";
import { namesOfRows } from "./spec-names.js";
import { usesIn } from "./uses.js";
import { definitionsIn, visibility } from "./visible.js";

/** What specifications are read from. */
export interface SpecInput {
  readonly workspace: Workspace;
  readonly files: readonly string[];
  readonly config: SpecificationsConfig;
  readonly marker: string;
  readonly documents: readonly DocumentFacts[];
  readonly rows: readonly LinkedRow[];
  readonly resolve: ResolveSite;
  /** The text that a name of a document was read from. */
  readonly written: (document: string, name: RowName) => string;
}

/** What was read, and what could not be. */
export interface SpecReading {
  /** `undefined` where no document is about any module. */
  readonly specifications: Specifications | undefined;
  readonly unreadable: readonly Unreadable[];
  readonly textOf: (path: string) => string | undefined;
}

/** The files that `specifications.configs` names and that are not there. */
function absentOf(entries: readonly ModelConfigEntry[], isThere: (path: string) => boolean): readonly Unreadable[] {
  const named = entries.flatMap(({ config, module }) => [config, ...(module === undefined ? [] : [module])]);
  return [...new Set(named)]
    .filter((path) => !isThere(path))
    .map((path) => ({
      path,
      at: undefined,
      message: "The file is not there.",
      hint: "`specifications.configs` names it: correct the path.",
    }));
}

/** Reads the modules that documents are about, what these need, and the configurations that go with them. */
export function readSpecifications(input: SpecInput): SpecReading {
  const { workspace, files, config, documents, rows, resolve } = input;
  const moduleSet = moduleFiles(workspace, files, config.libraries);
  // Of several copies of a module one speaks for all, so that its names are one thing.
  const scopes = new Map<readonly string[], readonly string[]>();
  const about = (document: string): readonly string[] => {
    const below = moduleSet.about(document);
    const scope = scopes.get(below) ?? moduleSet.reachable(below);
    scopes.set(below, scope);
    return scope;
  };
  const below = new Set(documents.flatMap(({ path }) => moduleSet.about(path)));
  const modules = new Map<string, ModuleFile>();
  for (const path of new Set(documents.flatMap(({ path: document }) => about(document)))) {
    const module = moduleSet.at(path);
    if (module !== undefined) modules.set(path, module);
  }
  const isThere = (path: string | undefined): boolean => path !== undefined && workspace.entry(path) === "file";
  const told = config.configs.map((entry) => (isThere(entry.module) ? entry : { ...entry, module: undefined }));
  const unreadable = [
    ...[...moduleSet.unreadable()].map(([path, reason]) => ({ path, at: undefined, message: `The module ${reason}.`, hint: undefined })),
    ...absentOf(config.configs, isThere),
  ];
  if (modules.size === 0) return { specifications: undefined, unreadable, textOf: () => undefined };

  const names = visibility(moduleSet);
  const byName = new Map<string, Definition[]>();
  for (const { path, facts } of modules.values())
    for (const definition of definitionsIn(path, facts.modules))
      byName.set(definition.name, [...(byName.get(definition.name) ?? []), definition]);
  const definitionsOf = (name: string): readonly Definition[] => byName.get(name) ?? [];
  const { pairings, commanded } = pairingsOf(documents, told, resolve);
  const configs = modelConfigs({
    workspace,
    files,
    modules: [...new Set([...below, ...modules.keys()])],
    speaker: (path) => moduleSet.at(path)?.path ?? path,
    pairings,
    knows: (module, name) => names.visible(module, name) !== undefined,
  });
  const texts = new Map(configs.map(({ path }) => [path, workspace.read(path)]));
  const textOf = (path: string): string | undefined => {
    const file = texts.get(path);
    return modules.get(path)?.text ?? (file?.kind === "text" ? file.text : undefined);
  };
  const ofConfigs = checksOf(configs, names, (path) => textOf(path) ?? "", remarkedIn(moduleSet));
  const checks = [...ofConfigs, ...commandedChecks(commanded, names)];
  const statedBy = stating(moduleSet);
  const formulas = {
    visible: names.visible,
    textOf: (path: string) => textOf(path) ?? "",
    ...usesIn(checks, statedBy, names, (path) => textOf(path) ?? ""),
  };
  const mayHide = hiding((path) => moduleSet.reachable([path]), moduleSet.at);
  return {
    specifications: {
      modules,
      configs,
      checks,
      definitions: [...byName.values()].reduce((sum, { length }) => sum + length, 0),
      definitionsOf,
      ...names,
      checkedBy: checkedByOf(checks, configs, statedBy, names),
      provedBy: provedByOf(modules.values(), names),
      mayHide,
      isStep: (definition) => isStep(definition, formulas),
      about,
      names: namesOfRows(rows, documents, {
        about,
        definitionsOf,
        resolve,
        written: input.written,
        answers: config.checked,
        ...formulas,
      }),
      undocumented: undocumentedIn(checks, {
        documents,
        marker: input.marker,
        exempt: config.exempt,
        properties: config.properties,
        about,
        definitionsOf,
        statedBy,
      }),
      suppressions: new Map([...modules.keys(), ...texts.keys()].map((path) => [path, specSuppressions(textOf(path) ?? "")])),
    },
    unreadable,
    textOf,
  };
}
