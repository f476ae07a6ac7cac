import { placeOfAnchor, placeOfRow } from "../judge/places.js";
import type { Finding, Related, Rule } from "../model/finding.js";
import type { Anchor, LinkedRow, Project, Site } from "../model/project.js";

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

function hintFor(project: Project, path: string, anchored: Anchor | undefined): string {
  const suggestion = project.suggestions.get(path);
  if (suggestion?.because === "renamed") return `Write \`${suggestion.path}\`: git says that the file was renamed.`;
  if (suggestion !== undefined) return `Did you mean \`${suggestion.path}\`?`;
  if (anchored !== undefined) return `Write \`${anchored.path}\` if the code has moved there: it has the anchor.`;
  const folder = strangeFolder(project, path);
  if (folder !== undefined) return elsewhere(folder);
  return "Correct the path, or declare it `external` in spec-anchors.toml if it is another repository's.";
}

function elsewhere(folder: string): string {
  return `Correct the path, or declare \`external = ["${folder}/**"]\` in spec-anchors.toml if it is another repository's.`;
}

/** The anchors that the rows would have if their file were there. */
function anchorsFor(project: Project, group: readonly Missing[]): readonly Anchor[] {
  const rows = new Set(group.map(({ row }) => row));
  return project.unmet.flatMap(({ obligation, because }) =>
    because.kind === "missing-file" && because.anchor !== undefined && rows.has(obligation.row) ? [because.anchor] : [],
  );
}

function* check(project: Project): Generator<Finding> {
  for (const group of groupsOf(project)) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    const path = first.site.path;
    const anchors = anchorsFor(project, group);
    const folder = group.every(({ site }) => site.path === path) ? undefined : strangeFolder(project, path);
    const related: readonly Related[] = [
      ...anchors.map((anchor) => ({ place: placeOfAnchor(anchor), message: `the anchor \`${anchor.name}\` stands here` })),
      ...others.map(({ row, site }) => ({
        place: { path: row.row.document, span: site.span },
        message: folder === undefined ? "named here, too" : `\`${site.path}\``,
        same: true as const,
      })),
    ];
    yield {
      message:
        folder === undefined
          ? `\`${path}\` does not exist.`
          : `The folder \`${folder}\` does not exist: ${group.length} sites point into it.`,
      hint: folder === undefined ? hintFor(project, path, anchors[0]) : elsewhere(folder),
      name: first.row.row.names[0]?.name,
      place:
        first.site.span.start === first.site.span.end ? placeOfRow(first.row) : { path: first.row.row.document, span: first.site.span },
      related,
    };
  }
}

/** A file that a row declares does not exist. One finding for a path and document, however many rows name it. */
export const missingFile: Rule = { id: "missing-file", severity: "error", summary: "a file that a row declares does not exist", check };
