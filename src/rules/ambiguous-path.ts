import { quoted } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { LinkedRow, Project, Site } from "../model/project.js";

interface Ambiguous {
  readonly row: LinkedRow;
  readonly site: Site & { readonly resolved: "ambiguous" };
}

/** The rows that name one ambiguous path, per document. */
function groupsOf(project: Project): readonly (readonly Ambiguous[])[] {
  const groups = new Map<string, Ambiguous[]>();
  for (const row of project.rows) {
    if (row.kind !== "anchor") continue;
    for (const site of row.sites) {
      if (site.resolved !== "ambiguous") continue;
      const key = `${row.row.document}\n${site.path}`;
      groups.set(key, [...(groups.get(key) ?? []), { row, site }]);
    }
  }
  return [...groups.values()];
}

function* check(project: Project): Generator<Finding> {
  for (const [first, ...others] of groupsOf(project)) {
    if (first === undefined) continue;
    const { path, candidates, span } = first.site;
    const shown = candidates.slice(0, 4);
    yield {
      message: `\`${path}\` may be any of ${candidates.length} files: ${quoted(shown, "or")}${candidates.length > shown.length ? ", …" : ""}.`,
      hint: "Write the path from the root.",
      name: first.row.row.names[0]?.name,
      place: { path: first.row.row.document, span },
      related: others.map(({ row, site }) => ({
        place: { path: row.row.document, span: site.span },
        message: "named here, too",
        same: true as const,
      })),
    };
  }
}

/** A row names a file by a basename that several files have. */
export const ambiguousPath: Rule = {
  id: "ambiguous-path",
  severity: "warning",
  summary: "a file name without folder fits several files",
  check,
};
