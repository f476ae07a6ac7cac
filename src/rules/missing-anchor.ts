import { placeOfAnchor, placeOfRow, quoted } from "../judge/places.js";
import type { Finding, Related, Rule } from "../model/finding.js";
import type { Obligation, Project } from "../model/project.js";

/** The one anchor of the file that no row declares: perhaps the missing one under a new name. */
function renamed(project: Project, { sites }: Obligation): readonly Related[] {
  const here = project.undeclared.filter(({ anchor }) => sites.some((site) => site.resolved === "file" && site.target === anchor.path));
  const [only, another] = here;
  if (only === undefined || another !== undefined) return [];
  return [{ place: placeOfAnchor(only.anchor), message: `no row declares \`${only.anchor.name}\`: is this the anchor, renamed?` }];
}

function* check(project: Project): Generator<Finding> {
  for (const { obligation, because } of project.unmet) {
    if (because.kind !== "missing") continue;
    const names = obligation.names.map(({ name }) => name);
    const paths = quoted(
      obligation.sites.map((site) => (site.resolved === "file" || site.resolved === "directory" ? site.target : site.path)),
      "or",
    );
    const rows = project.rows.filter(({ row }) => row.names.some(({ name }) => names.includes(name))).length;
    const held = project.anchors.filter((anchor) => names.includes(anchor.name)).length;
    const marker = quoted(
      names.map((name) => `${project.marker}: ${name}`),
      "or",
    );
    yield {
      message:
        held > 0 && rows > 1 ? `${paths} has fewer anchors ${marker} than rows that declare them.` : `${paths} has no anchor ${marker}.`,
      hint: `Write \`${project.marker}: ${names[0]}\` in a comment above the code that upholds it, or correct the row.`,
      name: names[0],
      place:
        names.length === 1
          ? { path: obligation.row.row.document, span: obligation.names[0]?.span ?? obligation.row.row.nameSpan }
          : placeOfRow(obligation.row),
      related: renamed(project, obligation),
    };
  }
}

/** A row's anchor is nowhere in the file that the row declares, nor in any other. */
export const missingAnchor: Rule = {
  id: "missing-anchor",
  severity: "error",
  summary: "a row has no anchor in the file it declares",
  check,
};
