import { placeOfCheck, placeOfName, relatedDefinition } from "../judge/definitions.js";
import { nearest } from "../judge/nearness.js";
import { quoted } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";
import { isNamed } from "../model/spec.js";
import type { Definition, Specifications, SpecName } from "../model/specification.js";

/** The definition in one of the modules whose name is nearest. */
function nearestIn(name: string, modules: readonly string[], { modules: files, definitionsOf }: Specifications): Definition | undefined {
  const names = modules.flatMap(
    (path) => files.get(path)?.facts.modules.flatMap(({ units }) => units.filter(isNamed).map((unit) => unit.name)) ?? [],
  );
  const near = nearest(name, names);
  return near === undefined ? undefined : definitionsOf(near).find(({ path }) => modules.includes(path));
}

function ofDocument(used: SpecName, specifications: Specifications): Finding | undefined {
  const { name, within, scope, definitions, elsewhere, answered } = used;
  if (definitions.length > 0 || answered !== undefined) return undefined;
  if ((within === undefined ? scope : [within]).some((path) => specifications.mayHide(path, name.name))) return undefined;
  if (within !== undefined && !specifications.closed(within) && elsewhere.length === 0) return undefined;
  const near = elsewhere.length > 0 ? undefined : nearestIn(name.name, within === undefined ? scope : [within, ...scope], specifications);
  const modules = [...new Set(elsewhere.map(({ path }) => path))];
  return {
    message: within === undefined ? `No module defines \`${name.name}\`.` : `\`${within}\` does not define \`${name.name}\`.`,
    hint:
      modules.length > 0
        ? `Name ${quoted(modules, "or")} instead: it is defined there.`
        : near === undefined
          ? "Define it, or correct the name; remove the row if the specification no longer has it."
          : `Did you mean \`${near.name}\`?`,
    name: name.name,
    place: placeOfName(used),
    related: near === undefined ? elsewhere.map(relatedDefinition) : [relatedDefinition(near)],
  };
}

function* check(project: Project): Generator<Finding> {
  const { specifications } = project;
  if (specifications === undefined) return;
  for (const used of specifications.names) {
    const finding = ofDocument(used, specifications);
    if (finding !== undefined) yield finding;
  }
  for (const one of specifications.checks) {
    const { module, definition, name } = one;
    if (module === undefined || definition !== undefined) continue;
    if (!specifications.closed(module) || specifications.mayHide(module, name)) continue;
    const near = nearestIn(name, [module], specifications);
    yield {
      message: `\`${module}\` does not define \`${name}\`, which the model checker is given here.`,
      hint: near === undefined ? "Define it, or correct the name." : `Did you mean \`${near.name}\`?`,
      name,
      place: placeOfCheck(one),
      related: near === undefined ? [] : [relatedDefinition(near)],
    };
  }
}

/** A name of a table, or of a `.cfg`, is defined in no module. */
export const undefinedName: Rule = { id: "undefined-name", severity: "error", summary: "a name is defined in no module", check };
