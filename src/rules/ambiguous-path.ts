import { quoted } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { LinkedRow, Project, Site } from "../model/project.js";

interface Ambiguous {
  readonly document: string;
  readonly site: Site & { readonly resolved: "ambiguous" };
  readonly row: LinkedRow | undefined;
  /** The only one of the files in which the citation is right. */
  readonly fitting: string | undefined;
}

function* ambiguousIn(project: Project): Generator<Ambiguous> {
  for (const row of project.rows)
    for (const site of row.kind === "anchor" ? row.sites : [])
      if (site.resolved === "ambiguous") yield { document: row.row.document, site, row, fitting: undefined };
  for (const reference of project.references)
    if (reference.kind === "path" && reference.site.resolved === "ambiguous")
      yield { document: reference.document, site: reference.site, row: undefined, fitting: undefined };
  const seen = new Set<string>();
  for (const { document, site, verdict } of project.citations) {
    if (verdict.kind !== "ambiguous" || site?.resolved !== "ambiguous" || seen.has(`${document}\n${site.span.start}`)) continue;
    seen.add(`${document}\n${site.span.start}`);
    const [only, another] = verdict.holding;
    yield { document, site, row: undefined, fitting: another === undefined ? only : undefined };
  }
}

/** The places that name one ambiguous path, per document. */
function groupsOf(project: Project): readonly (readonly Ambiguous[])[] {
  const groups = new Map<string, Ambiguous[]>();
  for (const ambiguous of ambiguousIn(project)) {
    const key = `${ambiguous.document}\n${ambiguous.site.path}`;
    groups.set(key, [...(groups.get(key) ?? []), ambiguous]);
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
      hint:
        first.fitting === undefined
          ? "Write the path from the root."
          : `Write \`${first.fitting}\`, the only one that has what is said of it.`,
      name: first.row?.row.names[0]?.name,
      place: { path: first.document, span },
      related: others.map(({ document, site }) => ({
        place: { path: document, span: site.span },
        message: "named here, too",
        same: true as const,
      })),
    };
  }
}

/** A document names a file by a basename that several files have. */
export const ambiguousPath: Rule = {
  id: "ambiguous-path",
  severity: "warning",
  summary: "a file name without folder fits several files",
  check,
};
