import { placeOfAnchor, placeOfRow } from "../judge/places.js";
import type { Finding, Related, Rule } from "../model/finding.js";
import type { LinkedRow, Project, Site } from "../model/project.js";

interface Missing {
  readonly row: LinkedRow;
  readonly site: Site;
}

/** The first folder of a path that exists nowhere under the root: the path is about another repository. */
function strangeFolder(project: Project, path: string): string | undefined {
  const [first] = path.split("/");
  return first !== undefined && path.includes("/") && project.strangeFolders.has(first) ? first : undefined;
}

/** Rows that miss the same thing, per document: one path, or one folder that exists nowhere. */
function groupsOf(project: Project): readonly (readonly Missing[])[] {
  const groups = new Map<string, Missing[]>();
  for (const row of project.rows) {
    if (row.kind !== "anchor" || row.row.reading.kind !== "promise") continue;
    for (const site of row.sites) {
      if (site.resolved !== "missing") continue;
      const key = `${row.row.document}\n${strangeFolder(project, site.path) ?? site.path}`;
      groups.set(key, [...(groups.get(key) ?? []), { row, site }]);
    }
  }
  return [...groups.values()];
}

function hintFor(project: Project, path: string, anchors: readonly string[]): string {
  const folder = strangeFolder(project, path);
  const suggestion = project.suggestions.get(path);
  if (suggestion !== undefined)
    return suggestion.because === "renamed"
      ? `Write \`${suggestion.path}\`: git says that the file was renamed.`
      : `Did you mean \`${suggestion.path}\`?`;
  const [anchored] = anchors;
  if (anchored !== undefined) return `Write \`${anchored}\` if the code has moved there: it has the anchor.`;
  if (folder !== undefined)
    return `Correct the path, or declare \`external = ["${folder}/**"]\` in spec-anchors.toml if it is another repository's.`;
  return "Correct the path, or declare it `external` in spec-anchors.toml if it is another repository's.";
}

function* check(project: Project): Generator<Finding> {
  for (const group of groupsOf(project)) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const path = first.site.path;
    const rows = new Set(group.map(({ row }) => row));
    const anchors = project.unmet.flatMap(({ obligation, because }) =>
      because.kind === "missing-file" && because.anchor !== undefined && rows.has(obligation.row) ? [because.anchor] : [],
    );
    const related: readonly Related[] = [
      ...anchors.map((anchor) => ({ place: placeOfAnchor(anchor), message: `the anchor \`${anchor.name}\` stands here` })),
      ...others.map(({ row, site }) => ({ place: { path: row.row.document, span: site.span }, message: `\`${site.path}\` again` })),
    ];
    const folder = strangeFolder(project, path);
    yield {
      message:
        folder === undefined || group.every(({ site }) => site.path === path)
          ? `\`${path}\` does not exist.`
          : `The folder \`${folder}\` does not exist: ${group.length} sites point into it.`,
      hint: hintFor(
        project,
        path,
        anchors.map((anchor) => anchor.path),
      ),
      name: first.row.row.names[0]?.name,
      place:
        first.site.span.start === first.site.span.end ? placeOfRow(first.row) : { path: first.row.row.document, span: first.site.span },
      related,
    };
  }
}

/** A file that a row declares does not exist. One finding for a path and document, however many rows name it. */
export const missingFile: Rule = { id: "missing-file", severity: "error", summary: "a file that a row declares does not exist", check };
