import { quoted } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  for (const { row, kind, sites } of project.rows) {
    if (kind !== "anchor") continue;
    for (const site of sites) {
      if (site.resolved !== "ambiguous") continue;
      const shown = site.candidates.slice(0, 4);
      yield {
        message: `\`${site.path}\` may be any of ${site.candidates.length} files: ${quoted(shown, "or")}${site.candidates.length > shown.length ? ", …" : ""}.`,
        hint: "Write the path from the root.",
        name: row.names[0]?.name,
        place: { path: row.document, span: site.span },
      };
    }
  }
}

/** A row names a file by a basename that several files have. */
export const ambiguousPath: Rule = {
  id: "ambiguous-path",
  severity: "warning",
  summary: "a file name without folder fits several files",
  check,
};
