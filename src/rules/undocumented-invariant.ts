import { placeOfCheck, relatedDefinition } from "../judge/definitions.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  for (const { name, definition, checks } of project.specifications?.undocumented ?? []) {
    const [first, ...others] = checks.filter(({ expected }) => expected === undefined);
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
