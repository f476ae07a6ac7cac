import type { ConfigFacts, ConfigRole, ConfigSection } from "../../model/spec.js";
import type { Check, Checked, Definition, Expectation, ModelConfig } from "../../model/specification.js";
import { type Stated, statedIn } from "../../read/tla/implied.js";
import { assignedValues, expectationAround, expectationBefore, isOfOne } from "./expectations.js";
import type { ModuleFiles } from "./module-files.js";
import type { CommandedCheck } from "./pairings.js";
import type { Visibility } from "./visible.js";

const proves: ReadonlySet<ConfigRole> = new Set<ConfigRole>(["invariant", "property"]);

/** True for what tells the model checker to check a name, and not only to use it. */
export function isProof({ role }: Pick<Check, "role">): boolean {
  return proves.has(role);
}

/** A key that equals for equal definitions, however they were found. */
export const keyOf = ({ path, unit }: Definition): string => `${path}\n${unit.nameSpan.start}`;

/**
 * What comments say of each section as a whole. A comment before the first of several sections that stand together speaks of all of them, unless it says
 * that it means one.
 */
function sectionExpectations({ sections }: ConfigFacts, text: string): ReadonlyMap<ConfigSection, Expectation> {
  const values = assignedValues({ sections }, text);
  const found = new Map<ConfigSection, Expectation>();
  let carried: Expectation;
  let last: ConfigSection | undefined;
  for (const section of sections) {
    const { before } = section.remarks;
    const isTogether = last !== undefined && !/\n[ \t]*\r?\n/.test(text.slice(last.span.end, section.span.start));
    if (before.length > 0 || !isTogether || section.kind !== "names" || !isProof(section)) carried = undefined;
    const own = expectationAround(section.remarks, values);
    found.set(section, own ?? carried);
    if (expectationBefore(before, values) !== undefined && !isOfOne(before)) carried = own;
    last = section;
  }
  return found;
}

/** What is said of a section as one of its names has it: where it names some of those that are checked, it means no others. */
function ofNames(said: Expectation, name: string, names: readonly string[]): Expectation {
  const meant = names.filter((one) => new RegExp(`(?<!\\w)${one}(?!\\w)`).test(said?.fails ?? ""));
  return meant.length === 0 || meant.includes(name) ? said : undefined;
}

/** The names that the configurations give to the model checker, with what they mean. */
export function checksOf(
  configs: readonly ModelConfig[],
  { visible }: Visibility,
  textOf: (path: string) => string,
  ofDefinition: (definition: Definition, values: ReadonlyMap<string, string>) => Expectation,
): readonly Check[] {
  return configs.flatMap(({ path, facts, module, expected }) => {
    const values = assignedValues(facts, textOf(path));
    const ofSections = sectionExpectations(facts, textOf(path));
    const proved = facts.sections.flatMap((one) => (one.kind === "names" && isProof(one) ? one.names.map((each) => each.name) : []));
    return facts.sections.flatMap((section) => {
      if (section.kind !== "names") return [];
      return section.names.map(({ name, span, remarks }): Check => {
        const definition = module === undefined ? undefined : visible(module, name);
        const own = expected ?? expectationAround(remarks, values) ?? ofNames(ofSections.get(section), name, proved);
        const ofModule = definition === undefined || !isProof(section) ? undefined : ofDefinition(definition, values);
        return { path, span, role: section.role, name, module, definition, expected: own ?? ofModule };
      });
    });
  });
}

/** A name that stands for any: the reader is to write another. */
const placeholder = /^(?:(?:My|Your|Some)_?)?Inv(?:ariant)?s?(?:_?Name)?$/i;

/** The names that commands of documents give to the model checker. */
export function commandedChecks(commanded: readonly CommandedCheck[], { visible }: Visibility): readonly Check[] {
  return commanded.flatMap(({ document, command, module }) =>
    command.invariants.flatMap(({ name, span }): readonly Check[] => {
      const definition = module === undefined ? undefined : visible(module, name);
      if (definition === undefined && placeholder.test(name)) return [];
      return [{ path: document, span, role: "invariant", name, module, definition, expected: undefined }];
    }),
  );
}

const nothing: Stated = { names: [], whole: false };

/** What a definition states as a whole, each read once. */
export function stating(files: ModuleFiles): (definition: Definition) => Stated {
  const known = new Map<string, Stated>();
  return (definition) => {
    const { unit, path } = definition;
    if (unit.kind !== "operator" && unit.kind !== "function") return nothing;
    const stated = known.get(keyOf(definition)) ?? statedIn(files.at(path)?.text ?? "", unit.body);
    known.set(keyOf(definition), stated);
    return stated;
  };
}

/** The operators that configurations put in the place of others. */
function replacementsOf({ sections }: ConfigFacts): ReadonlyMap<string, string> {
  const all = sections.flatMap((section) => (section.kind === "constants" ? section.assignments : []));
  return new Map(all.flatMap((one) => (one.kind === "replacement" && one.module === undefined ? [[one.name, one.by.name] as const] : [])));
}

/** Which checks check a definition: those that name it, and those that name something that implies it. */
export function checkedByOf(
  checks: readonly Check[],
  configs: readonly ModelConfig[],
  statedBy: (definition: Definition) => Stated,
  { visible }: Visibility,
): (definition: Definition) => readonly Checked[] {
  const found = new Map<string, Checked[]>();
  const replaced = new Map(configs.map(({ path, facts }) => [path, replacementsOf(facts)]));
  for (const check of checks.filter(isProof)) {
    const { definition } = check;
    if (definition === undefined) continue;
    const seen = new Set<string>();
    const reach = (one: Definition): void => {
      const key = keyOf(one);
      if (seen.has(key)) return;
      seen.add(key);
      const known = found.get(key) ?? [];
      known.push({ check, as: definition });
      found.set(key, known);
      const instead = replaced.get(check.path)?.get(one.name);
      for (const name of [...statedBy(one).names, ...(instead === undefined ? [] : [instead])]) {
        const implied = visible(one.path, name) ?? (check.module === undefined ? undefined : visible(check.module, name));
        if (implied !== undefined) reach(implied);
      }
    };
    reach(definition);
  }
  return (definition) => found.get(keyOf(definition)) ?? [];
}
