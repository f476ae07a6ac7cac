import { placeOfName, relatedDefinition, standingOf } from "../judge/definitions.js";
import { quoted } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  const { specifications } = project;
  if (specifications === undefined) return;
  const seen = new Set<string>();
  for (const used of specifications.names) {
    const { document, name, definitions, claimed, answered } = used;
    if (!claimed || answered !== undefined || definitions.length < 2 || seen.has(`${document}\n${name.name}`)) continue;
    const open = definitions.filter((definition) => standingOf(definition, specifications) !== "checked");
    // Checked in all, it holds whichever is meant; in none, it is unchecked.
    if (open.length === 0 || open.length === definitions.length) continue;
    seen.add(`${document}\n${name.name}`);
    const shown = open.slice(0, 4).map(({ path }) => path);
    yield {
      message: `${definitions.length} modules define \`${name.name}\`, and ${quoted(shown, "and")}${open.length > shown.length ? ` and ${open.length - shown.length} more` : ""} ${open.length > 1 ? "do" : "does"} not have it checked.`,
      hint: `Say which module is meant: \`${definitions[0]?.module ?? "M"}!${name.name}\`.`,
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
