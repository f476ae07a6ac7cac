import { isFormula, listed, placeOfCheck, placeOfName, relatedDefinition, standingOf } from "../judge/definitions.js";
import type { Finding, Related, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";
import type { Definition, Specifications, SpecName } from "../model/specification.js";

/** The configurations of the modules that know the definition: where it would be checked. */
function configsFor(definitions: readonly Definition[], { configs, visible }: Specifications): readonly string[] {
  return configs.flatMap(({ path, module, expected }) => {
    if (expected !== undefined || module === undefined) return [];
    return definitions.some(({ unit, name }) => visible(module, name)?.unit === unit) ? [path] : [];
  });
}

/** What to do so that the definition is checked. */
function remedyFor({ name, unit, path }: Definition, config: string | undefined, { modules }: Specifications): string {
  if ((unit.kind === "operator" && unit.parameters.length > 0) || unit.kind === "function")
    return `Check a formula in ${config === undefined ? "a `.cfg`" : `\`${config}\``} that states it for all arguments`;
  const body = unit.kind === "operator" ? (modules.get(path)?.text.slice(unit.body.start, unit.body.end) ?? "") : "";
  const entry = `${/\[\]|<>|~>|□|◇/.test(body) ? "PROPERTY" : "INVARIANT"} ${name}`;
  return config === undefined ? `Check it in a \`.cfg\`: \`${entry}\`` : `Add \`${entry}\` to \`${config}\``;
}

/** Several rows for one name are one fault: the first stands for all. */
function grouped(names: readonly SpecName[]): readonly (readonly [SpecName, ...SpecName[]])[] {
  const groups = new Map<string, [SpecName, ...SpecName[]]>();
  for (const used of names) {
    const key = `${used.document}\n${used.name.name}\n${used.within ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [used]);
    else group.push(used);
  }
  return [...groups.values()];
}

const again = (used: SpecName): Related => ({ place: placeOfName(used), message: "named here, too", same: true });

function* check(project: Project): Generator<Finding> {
  const { specifications } = project;
  if (specifications === undefined) return;
  const open = specifications.names.filter(
    ({ definitions, claimed, answered }) =>
      claimed &&
      answered === undefined &&
      definitions.length > 0 &&
      definitions.every(isFormula) &&
      !definitions.some((definition) => standingOf(definition, specifications) === "checked"),
  );
  for (const [used, ...others] of grouped(open)) {
    const { name, definitions } = used;
    const failing = definitions.flatMap((definition) => specifications.checkedBy(definition).map(({ check: one }) => one));
    const [config] = configsFor(definitions, specifications);
    const modules = [...new Set(definitions.map(({ path }) => path))];
    const [definition] = definitions;
    if (definition === undefined) continue;
    yield {
      message:
        failing.length > 0
          ? `\`${name.name}\` is checked only where the model checker is expected to fail: by ${listed(
              failing.map(({ path }) => path),
              "and",
            )}.`
          : `${listed(modules, "and")} ${modules.length > 1 ? "define" : "defines"} \`${name.name}\`, but no \`.cfg\` gives it to the model checker.`,
      hint: `${remedyFor(definition, config, specifications)}, or say how else it is checked: \`specifications.checked = { ${name.name} = "…" }\`.`,
      name: name.name,
      place: placeOfName(used),
      related: [
        ...definitions.map(relatedDefinition),
        ...failing.map((one) => ({ place: placeOfCheck(one), message: `expected to fail: ${one.expected?.fails ?? ""}` })),
        ...others.map(again),
      ],
      concerns: config === undefined ? [] : [config],
    };
  }
}

/** An invariant of a row is defined, but nothing checks it. */
export const uncheckedInvariant: Rule = {
  id: "unchecked-invariant",
  severity: "error",
  summary: "an invariant is defined, but no configuration has it checked",
  check,
};
