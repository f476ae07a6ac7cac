import { anchorText } from "../judge/anchor-text.js";
import { covers, filesOf, rowsOf, targetOf } from "../judge/coverage.js";
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

/** How many anchors there are for how many rows of one table, where there are some but too few. */
function shortfall(project: Project, { names, sites, row }: Obligation): string | undefined {
  const here = project.anchors.filter(
    ({ name, path }) => names.some((wanted) => wanted.name === name) && sites.some((site) => covers(site, path)),
  );
  const [first] = here;
  if (first === undefined) return undefined;
  const rows = rowsOf(project.rows, first).filter((other) => other.row.document === row.row.document && other.row.table === row.row.table);
  return `${here.length} anchor${here.length === 1 ? "" : "s"} \`${anchorText(project, first.name)}\` for ${rows.length} rows`;
}

/** What is missing where, as a sentence. */
function messageOf(project: Project, obligation: Obligation, markers: string): string {
  const { sites } = obligation;
  const [first] = sites;
  const short = shortfall(project, obligation);
  if (first?.resolved !== "pattern") return `${quoted(sites.map(targetOf), "or")} has ${short ?? `no anchor ${markers}`}.`;
  const where = first.path === "**" ? "source" : `file of \`${first.path}\``;
  return short === undefined ? `No ${where} has an anchor ${markers}.` : `There is only ${short}.`;
}

function* check(project: Project): Generator<Finding> {
  for (const { obligation, because } of project.unmet) {
    if (because.kind !== "missing") continue;
    const names = obligation.names.map(({ name }) => name);
    const markers = quoted(
      names.map((name) => anchorText(project, name)),
      "or",
    );
    const [only, another] = obligation.names;
    yield {
      message: messageOf(project, obligation, markers),
      hint: `Write \`${anchorText(project, names[0] ?? "")}\` in a comment above the code that upholds it, or correct the row.`,
      name: names[0],
      place:
        only !== undefined && another === undefined ? { path: obligation.row.row.document, span: only.span } : placeOfRow(obligation.row),
      related: renamed(project, obligation),
      concerns: obligation.sites.flatMap(filesOf),
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
