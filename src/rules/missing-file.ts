import { placeOfAnchor, placeOfRow } from "../judge/places.js";
import type { Finding, Related, Rule } from "../model/finding.js";
import type { Anchor, LinkedRow, Project, Site } from "../model/project.js";
import type { Place } from "../model/span.js";

/** A place where a document names a path that is missing. */
interface Missing {
  readonly document: string;
  readonly site: Site;
  readonly place: Place;
  /** The row of an anchor table, if it is one's. */
  readonly row: LinkedRow | undefined;
  /** What is said to be in it, where the document names that only. */
  readonly symbol: string | undefined;
}

/** The first folder of a path that exists nowhere under the root: the path is about another repository. */
function strangeFolder(project: Project, path: string): string | undefined {
  const [first] = path.split("/");
  return first !== undefined && path.includes("/") && project.strangeFolders.has(first) ? first : undefined;
}

function* missingIn(project: Project): Generator<Missing> {
  for (const row of project.rows) {
    if (row.kind !== "anchor" || row.row.reading.kind !== "promise") continue;
    const { document } = row.row;
    for (const site of row.sites) {
      const place = site.span.start === site.span.end ? placeOfRow(row) : { path: document, span: site.span };
      if (site.resolved === "missing") yield { document, site, place, row, symbol: undefined };
    }
  }
  for (const reference of project.references) {
    const { document, span } = reference;
    const place = { path: document, span };
    if (reference.kind === "path" && reference.site.resolved === "missing")
      yield { document, site: reference.site, place, row: undefined, symbol: undefined };
    if (reference.kind !== "symbol" || reference.verdict.kind !== "unjudged" || reference.verdict.because !== "place-missing") continue;
    for (const site of reference.files)
      if (site.resolved === "missing" && site.span.start !== span.start)
        yield { document, site, place, row: undefined, symbol: reference.symbol.written };
  }
}

/** What documents cite beside their tables; a path in a heading is cited by all that stands below it. */
function* missingInCitations(project: Project): Generator<Missing> {
  const seen = new Set<string>();
  for (const { document, site, verdict } of project.citations) {
    if (verdict.kind !== "missing-file" || site === undefined || seen.has(`${document}\n${site.span.start}`)) continue;
    seen.add(`${document}\n${site.span.start}`);
    yield { document, site, place: { path: document, span: site.span }, row: undefined, symbol: undefined };
  }
}

/**
 * Places that miss the same thing, per document: one path, or one folder that exists nowhere. Those that write it out come first, what only
 * would be in it comes last.
 */
function groupsOf(project: Project): readonly (readonly Missing[])[] {
  const groups = new Map<string, Missing[]>();
  for (const missing of [...missingIn(project), ...missingInCitations(project)]) {
    const { document, site } = missing;
    const key = `${document}\n${strangeFolder(project, site.path) ?? site.path}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [missing]);
    else group.push(missing);
  }
  const isWritten = ({ document, site: { path, span } }: Missing): boolean =>
    project
      .textOf(document)
      ?.slice(span.start, span.end)
      .includes(strangeFolder(project, path) ?? path) !== false;
  const weight = (missing: Missing): number => (missing.symbol !== undefined ? 2 : isWritten(missing) ? 0 : 1);
  return [...groups.values()].map((group) => group.toSorted((a, b) => weight(a) - weight(b)));
}

/** A target of Cargo that a command names and that is not there. */
function* targetFindings(project: Project): Generator<Finding> {
  for (const reference of project.references) {
    if (reference.kind !== "target") continue;
    const { what, name, expected, near, document, span } = reference;
    yield {
      message:
        what === "package"
          ? `No \`${expected}\` is of a package \`${name}\`.`
          : `There is no ${what} \`${name}\`: \`${expected}\` does not exist.`,
      hint: near === undefined ? "Correct the command." : `Did you mean \`${near}\`?`,
      place: { path: document, span },
    };
  }
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
  const rows = new Set(group.flatMap(({ row }) => row ?? []));
  if (rows.size === 0) return [];
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
      ...others.map(({ place, site, symbol }) => ({
        place,
        message: symbol !== undefined ? `\`${symbol}\` would be in it` : folder === undefined ? "named here, too" : `\`${site.path}\``,
        same: true as const,
      })),
    ];
    yield {
      message:
        folder === undefined
          ? `\`${path}\` does not exist.`
          : `The folder \`${folder}\` does not exist: ${group.filter(({ symbol }) => symbol === undefined).length} sites point into it.`,
      hint: folder === undefined ? hintFor(project, path, anchors[0]) : elsewhere(folder),
      name: first.row?.row.names[0]?.name,
      place: first.place,
      related,
    };
  }
  yield* targetFindings(project);
}

/** A file that a document names does not exist. One finding for a path and document, however many places name it. */
export const missingFile: Rule = {
  id: "missing-file",
  severity: "error",
  summary: "a file that a row or a command names does not exist",
  check,
};
