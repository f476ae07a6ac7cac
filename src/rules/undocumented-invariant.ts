import { isUndefined, listed, placeOfCheck, relatedDefinition } from "../judge/definitions.js";
import { isUndefinedName, meantInstead } from "../judge/meant-names.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";
import type { Definition, Specifications, Undocumented } from "../model/specification.js";

const keyOf = ({ path, unit }: Definition): string => `${path}\n${unit.nameSpan.start}`;

/** What rows mean that call it otherwise: `undefined-name` says so, and who corrects the name has the row. */
function meantByRows(specifications: Specifications): ReadonlySet<string> {
  const meant = specifications.names.flatMap((used) =>
    isUndefinedName(used, specifications) ? (meantInstead(used, specifications) ?? []) : [],
  );
  return new Set(meant.map(keyOf));
}

function hintOf({ name, parts }: Undocumented): string {
  const states = parts.length === 0 ? "Add" : `It states ${listed(parts, "and")}: add`;
  const row = parts.length > 1 ? "rows that say which code upholds them" : "a row that says which code upholds it";
  return `${states} ${row}, name the document that has one in \`documents\`, or list \`${name}\` in \`specifications.exempt\`.`;
}

function* check(project: Project): Generator<Finding> {
  const { specifications } = project;
  if (specifications === undefined) return;
  const meant = meantByRows(specifications);
  for (const undocumented of specifications.undocumented) {
    const { name, definition, checks } = undocumented;
    if (definition !== undefined && meant.has(keyOf(definition))) continue;
    // What nobody defines is `undefined-name`, and wants no row.
    const [first, ...others] = checks.filter((one) => one.expected === undefined && !isUndefined(one, specifications));
    if (first === undefined) continue;
    yield {
      message: `The model checker checks \`${name}\`, and no table has a row for it.`,
      hint: hintOf(undocumented),
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
