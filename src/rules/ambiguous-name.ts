import { isFormula, listed, placeOfName, relatedDefinition, standingOf } from "../judge/definitions.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  const { specifications } = project;
  if (specifications === undefined) return;
  const seen = new Set<string>();
  for (const used of specifications.names) {
    const { document, name, claimed, answered } = used;
    const definitions = used.definitions.filter(isFormula);
    if (!claimed || answered !== undefined || definitions.length < 2 || seen.has(`${document}\n${name.name}`)) continue;
    const open = definitions.filter((definition) => standingOf(definition, specifications) !== "checked");
    // Checked in all, it holds whichever is meant; in none, it is unchecked.
    if (open.length === 0 || open.length === definitions.length) continue;
    seen.add(`${document}\n${name.name}`);
    const paths = open.map(({ path }) => path);
    const meant = definitions.find((definition) => !open.includes(definition)) ?? definitions[0];
    const isUnique = definitions.filter(({ module }) => module === meant?.module).length === 1;
    yield {
      message: `${definitions.length} modules define \`${name.name}\`, and ${listed(paths, "and")} ${open.length > 1 ? "do" : "does"} not have it checked.`,
      hint: isUnique
        ? `Say which module is meant: \`${meant?.module ?? "M"}!${name.name}\`.`
        : `Say which module is meant: name its file in the row or in the heading, \`${meant?.path ?? "M.tla"}\`.`,
      name: name.name,
      place: placeOfName(used),
      related: definitions.map(relatedDefinition),
    };
  }
}

/** Several modules define a name, and it is not checked in all of them. */
export const ambiguousName: Rule = {
  id: "ambiguous-name",
  severity: "warning",
  summary: "several modules define a name, and not all have it checked",
  check,
};
