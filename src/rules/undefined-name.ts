import { isUndefined, listed, placeOfCheck, placeOfName, relatedDefinition } from "../judge/definitions.js";
import { isUndefinedName, meantInstead, nearestIn } from "../judge/meant-names.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";
import type { Check, Definition, Specifications, SpecName } from "../model/specification.js";

const pathsOf = (definitions: readonly Definition[]): readonly string[] => definitions.map(({ path }) => path);

function messageOf({ name, within, elsewhere }: SpecName, outside: readonly Definition[], written: string): string {
  if (within !== undefined) return `\`${within}\` does not define \`${name.name}\`.`;
  if (elsewhere.length > 0) return `\`${written}\` begins with the name of no module and no instance.`;
  return outside.length > 0 ? `No module that this document is about defines \`${name.name}\`.` : `No module defines \`${name.name}\`.`;
}

function hintOf({ name, elsewhere }: SpecName, outside: readonly Definition[], near: Definition | undefined): string {
  if (elsewhere.length > 0)
    return near === undefined
      ? `Name ${listed(pathsOf(elsewhere), "or")} instead: it is defined there.`
      : `Did you mean \`${near.name}\`? \`${name.name}\` itself is defined in ${listed(pathsOf(elsewhere), "and")}.`;
  if (outside.length > 0) return `Name the file that is meant: it is defined in ${listed(pathsOf(outside), "and")}.`;
  if (near !== undefined) return `Did you mean \`${near.name}\`?`;
  return "Define it, or correct the name; remove the row if the specification no longer has it.";
}

function ofDocument(used: SpecName, specifications: Specifications, textOf: Project["textOf"]): Finding | undefined {
  if (!isUndefinedName(used, specifications)) return undefined;
  const { document, name, within, elsewhere } = used;
  const outside = elsewhere.length > 0 || within !== undefined ? [] : specifications.definitionsOf(name.name);
  const near = meantInstead(used, specifications);
  const written = textOf(document)?.slice(name.span.start, name.span.end).replaceAll("`", "") ?? name.name;
  const others = [...(near === undefined || outside.length > 0 ? [] : [near]), ...elsewhere, ...outside];
  return {
    message: messageOf(used, outside, written),
    hint: hintOf(used, outside, near),
    name: name.name,
    place: placeOfName(used),
    related: others.map(relatedDefinition),
  };
}

/** The operators that configurations put in the place of constants and of others, as checks of their names. */
function replacements({ configs, visible }: Specifications): readonly (Check & { readonly instead: string })[] {
  return configs.flatMap(({ path, module, facts, expected }) =>
    facts.sections.flatMap((section) => {
      if (section.kind !== "constants" || module === undefined) return [];
      return section.assignments.flatMap((one) => {
        if (one.kind !== "replacement") return [];
        const { name, span } = one.by;
        return [{ path, span, role: "constraint" as const, name, module, definition: visible(module, name), expected, instead: one.name }];
      });
    }),
  );
}

/** A name that a configuration, or a command, gives to the model checker. */
function ofCheck(one: Check, given: string, specifications: Specifications): Finding | undefined {
  const { module, name } = one;
  if (module === undefined || !isUndefined(one, specifications)) return undefined;
  const near = nearestIn(name, [module], specifications);
  const elsewhere = near === undefined && !name.includes("!") ? specifications.definitionsOf(name) : [];
  return {
    message: `\`${module}\` does not define \`${name}\`, which ${given} here.`,
    hint:
      near !== undefined
        ? `Did you mean \`${near.name}\`?`
        : elsewhere.length > 0
          ? `It is defined in ${listed(pathsOf(elsewhere), "and")}: extend that, or say which module the configuration is for (\`specifications.configs\`).`
          : "Define it, or correct the name.",
    name,
    place: placeOfCheck(one),
    related: (near === undefined ? elsewhere : [near]).map(relatedDefinition),
  };
}

function* check(project: Project): Generator<Finding> {
  const { specifications } = project;
  if (specifications === undefined) return;
  for (const used of specifications.names) {
    const finding = ofDocument(used, specifications, project.textOf);
    if (finding !== undefined) yield finding;
  }
  for (const one of specifications.checks) {
    const finding = ofCheck(one, "the model checker is given", specifications);
    if (finding !== undefined) yield finding;
  }
  for (const one of replacements(specifications)) {
    const finding = ofCheck(one, `stands for \`${one.instead}\``, specifications);
    if (finding !== undefined) yield finding;
  }
}

/** A name of a table, or of a `.cfg`, is defined in no module. */
export const undefinedName: Rule = { id: "undefined-name", severity: "error", summary: "a name is defined in no module", check };
