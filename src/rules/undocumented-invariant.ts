import { isUndefined, placeOfCheck, relatedDefinition } from "../judge/definitions.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  const { specifications } = project;
  if (specifications === undefined) return;
  for (const { name, definition, checks } of specifications.undocumented) {
    // What nobody defines is `undefined-name`, and wants no row.
    const [first, ...others] = checks.filter((one) => one.expected === undefined && !isUndefined(one, specifications));
    if (first === undefined) continue;
    yield {
      message: `The model checker checks \`${name}\`, and no table has a row for it.`,
      hint: `Add a row that says which code upholds it, or list it in \`specifications.exempt\`.`,
      name,
      place: placeOfCheck(first),
      related: [
        ...others.map((one) => ({ place: placeOfCheck(one), message: "checked here, too", same: true as const })),
        ...(definition === undefined ? [] : [relatedDefinition(definition)]),
      ],
    };
  }
}

/** An invariant that is checked has no row. */
export const undocumentedInvariant: Rule = {
  id: "undocumented-invariant",
  severity: "warning",
  summary: "an invariant is checked, but no table names it",
  check,
};
