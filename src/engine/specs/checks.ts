import type { ConfigRole, NamedUnit } from "../../model/spec.js";
import type { Check, Checked, Definition, ModelConfig, ModuleFile } from "../../model/specification.js";
import { impliedNames } from "../../read/tla/implied.js";
import { expectationAround } from "./model-configs.js";
import type { ModuleFiles } from "./module-files.js";
import type { CommandedCheck } from "./pairings.js";
import type { Visibility } from "./visible.js";

/** The names that the configurations give to the model checker, with what they mean. A constant's replacement means its operator. */
export function checksOf(configs: readonly ModelConfig[], { visible }: Visibility): readonly Check[] {
  return configs.flatMap(({ path, facts, module, expected }) =>
    facts.sections.flatMap((section) => {
      if (section.kind !== "names") return [];
      const ofSection = expectationAround(section.remarks);
      return section.names.map(({ name, span, remarks }): Check => {
        const definition = module === undefined ? undefined : visible(module, name);
        return { path, span, role: section.role, name, module, definition, expected: expected ?? expectationAround(remarks) ?? ofSection };
      });
    }),
  );
}

/** The names that commands of documents give to the model checker. */
export function commandedChecks(commanded: readonly CommandedCheck[], { visible }: Visibility): readonly Check[] {
  return commanded.flatMap(({ document, command, module }) =>
    command.invariants.map(({ name, span }): Check => {
      const definition = module === undefined ? undefined : visible(module, name);
      return { path: document, span, role: "invariant", name, module, definition, expected: undefined };
    }),
  );
}

const proves: ReadonlySet<ConfigRole> = new Set<ConfigRole>(["invariant", "property"]);

/** True for what tells the model checker to check a name, and not only to use it. */
export function isProof({ role }: Check): boolean {
  return proves.has(role);
}

/** A key that equals for equal definitions, however they were found. */
const keyOf = ({ path, unit }: Definition): string => `${path}\n${unit.nameSpan.start}`;

/** The names that a definition states as a whole. */
function statedBy({ unit }: Definition, text: string): readonly string[] {
  if (unit.kind === "operator" || unit.kind === "function") return impliedNames(text, unit.body);
  return [];
}

/** Which checks check a definition: those that name it, and those that name something that implies it. */
export function checkedByOf(
  checks: readonly Check[],
  files: ModuleFiles,
  { visible }: Visibility,
): (definition: Definition) => readonly Checked[] {
  const found = new Map<string, Checked[]>();
  for (const check of checks.filter(isProof)) {
    const { definition } = check;
    if (definition === undefined) continue;
    const seen = new Set<string>();
    const reach = (one: Definition): void => {
      const key = keyOf(one);
      if (seen.has(key)) return;
      seen.add(key);
      found.set(key, [...(found.get(key) ?? []), { check, as: definition }]);
      for (const name of statedBy(one, files.at(one.path)?.text ?? "")) {
        const implied = visible(one.path, name) ?? (check.module === undefined ? undefined : visible(check.module, name));
        if (implied !== undefined) reach(implied);
      }
    };
    reach(definition);
  }
  return (definition) => found.get(keyOf(definition)) ?? [];
}

/** Theorems with a proof, by what they state: a definition that only an unproved one states is checked by nobody. */
export function provedByOf(modules: Iterable<ModuleFile>, { visible }: Visibility): (definition: Definition) => Definition | undefined {
  const found = new Map<string, Definition>();
  for (const { path, name: module, facts, text } of modules) {
    for (const unit of facts.modules[0]?.units ?? []) {
      if (unit.kind !== "theorem" || unit.statement.end >= unit.span.end) continue;
      if (/^\s*(?:PROOF\s+)?OMITTED\b/.test(text.slice(unit.statement.end, unit.span.end))) continue;
      for (const name of unit.mentions) {
        const stated = visible(path, name);
        const theorem: NamedUnit = {
          ...unit,
          name: unit.name ?? unit.keyword,
          nameSpan: unit.nameSpan ?? { start: unit.span.start, end: unit.span.start + unit.keyword.length },
        };
        if (stated !== undefined && !found.has(keyOf(stated)))
          found.set(keyOf(stated), { name: theorem.name, unit: theorem, module, path });
      }
    }
  }
  return (definition) => found.get(keyOf(definition));
}

/** True if the text may define the name where the reader does not look. */
export function mayHide({ facts, text }: ModuleFile, name: string): boolean {
  const word = new RegExp(`(?<!\\w)${name}(?!\\w)`);
  if (facts.faults.length > 0 && new RegExp(`(?<!\\w)${name}(?!\\w)[^\\n=]*(?:==|≜)`).test(text)) return true;
  const algorithm = text.search(/--(?:fair\s+)?algorithm\b/);
  return algorithm !== -1 && !/\\\*+\s*BEGIN TRANSLATION/.test(text) && word.test(text.slice(algorithm));
}
