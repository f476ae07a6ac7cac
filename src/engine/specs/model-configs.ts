import type { ConfigFacts, Remark, Remarks } from "../../model/spec.js";
import type { Expectation, ModelConfig } from "../../model/specification.js";
import type { Workspace } from "../../model/workspace.js";
import { readConfig } from "../../read/tla/read-config.js";

/** A `.cfg` file that a command or the configuration ties to a module. */
export interface Pairing {
  readonly config: string;
  readonly module: string | undefined;
  readonly fails?: boolean | undefined;
}

/** Words of a file's name that say that its model is broken on purpose. */
const brokenName =
  /vulnerab|broken|buggy|(?:^|[_\W])bug|counter-?example|violat|negative|(?:^|[_\W])bad(?=[_\W\dA-Z]|$)|mutant|(?:expect|should|must|will)[_-]?fail/i;

/** Words of a comment that say that a check is expected to fail. */
const expectedToFail =
  /\b(?:expect(?:ed|s|ing)?|should|must|will|supposed|meant|intended|designed)\b[^.;]{0,60}\b(?:fail|violat|counter-?example|break|broken|error)|\bcounter-?example\b[^.;]{0,40}\bexpected\b|\bviolation expected\b|\b(?:fails|is violated|violated) (?:by design|on purpose|intentionally|here)\b|\bexpect(?:ed)?\s*:\s*(?:fail|violat|counter-?example|error)/i;

/** Comments that speak of failing only to deny it. */
const denied =
  /\b(?:not|never|no|n't)\b[^.;]{0,24}\b(?:fail|violat|counter-?example|break|error)|\b(?:fail|violat)\w*[^.;]{0,12}\b(?:not|never)\b/i;

/** What comments say of the outcome. */
export function expectationOf(remarks: readonly Remark[]): Expectation {
  const said = remarks.find(({ text }) => expectedToFail.test(text) && !denied.test(text));
  return said === undefined ? undefined : { fails: said.text };
}

/** What the comments around something say of its outcome. */
export function expectationAround({ before, after }: Remarks): Expectation {
  return expectationOf([...before, ...after]);
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
const stemOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");

/** The comments at the head of the file, which speak of all of it: those before its first section. */
function headOf({ comments, sections }: ConfigFacts): readonly Remark[] {
  const first = sections[0]?.span.start ?? Number.POSITIVE_INFINITY;
  return comments.filter(({ span }) => span.end <= first);
}

/** The names that a configuration gives to the model checker. */
function namesOf({ sections }: ConfigFacts): readonly string[] {
  return sections.flatMap((section) => (section.kind === "names" ? section.names.map(({ name }) => name) : []));
}

/**
 * The module that a configuration is for: the one that it is paired with; its namesake beside it or in the folder above; of the modules in its folder the one with the
 * longest name that begins its own name; the only one there that knows all its names.
 */
function moduleFor(
  path: string,
  facts: ConfigFacts,
  modules: readonly string[],
  knows: (module: string, name: string) => boolean,
): string | undefined {
  const stem = stemOf(path);
  const folder = folderOf(path);
  const beside = modules.filter((module) => folderOf(module) === folder);
  const above = modules.filter((module) => folder.startsWith(folderOf(module)) && folderOf(module) !== folder);
  const namesake = [...beside, ...above].find((module) => stemOf(module) === stem);
  if (namesake !== undefined) return namesake;
  const names = namesOf(facts);
  const fitting = (among: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : among.filter((module) => names.every((name) => knows(module, name)));
  const longestFirst = (a: string, b: string): number => stemOf(b).length - stemOf(a).length;
  for (const among of [beside, above]) {
    const prefixed = among
      .filter(
        (module) =>
          stem.startsWith(stemOf(module)) || (stem.startsWith("MC") && stem.slice(2).replace(/^_/, "").startsWith(stemOf(module))),
      )
      .sort(longestFirst);
    const [best] = fitting(prefixed).length > 0 ? fitting(prefixed) : prefixed;
    if (best !== undefined) return best;
    const [only, another] = fitting(among);
    if (only !== undefined && another === undefined) return only;
  }
  return undefined;
}

/** Finds and reads the configurations that go with the modules. A `.cfg` without a word that the model checker knows is somebody else's. */
export function modelConfigs(
  workspace: Workspace,
  paths: readonly string[],
  modules: readonly string[],
  pairings: readonly Pairing[],
  knows: (module: string, name: string) => boolean,
): readonly ModelConfig[] {
  const folders = new Set(modules.map(folderOf));
  const near = (path: string): boolean => [...folders].some((folder) => path.startsWith(folder));
  const wanted = new Set([...paths.filter((path) => path.endsWith(".cfg") && near(path)), ...pairings.map(({ config }) => config)]);
  return [...wanted].sort().flatMap((path) => {
    const file = workspace.read(path);
    if (file.kind !== "text") return [];
    const facts = readConfig(file.text);
    const own = pairings.filter(({ config }) => config === path);
    if (facts.sections.length === 0 && own.length === 0) return [];
    const paired = own.find(({ module }) => module !== undefined)?.module;
    const module = paired ?? moduleFor(path, facts, modules, knows);
    const told = own.find(({ fails }) => fails !== undefined)?.fails;
    const name = brokenName.test(stemOf(path)) ? { fails: `the name \`${stemOf(path)}\`` } : undefined;
    const expected = told === undefined ? (name ?? expectationOf(headOf(facts))) : told ? { fails: "the configuration" } : undefined;
    return [{ path, facts, module, expected }];
  });
}
