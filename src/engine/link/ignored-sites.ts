import type { LinkedRow, Site } from "../../model/project.js";
import type { History } from "../../model/workspace.js";
import { foldersUp, normalised } from "./sites.js";

/** The paths that a site may mean and that no listed file answers for. */
function doubtful(document: string, site: Site, listed: ReadonlySet<string>, folders: ReadonlySet<string>): readonly string[] {
  if (site.resolved === "file") return listed.has(site.target) ? [] : [site.target];
  if (site.resolved === "directory") return folders.has(site.target) ? [] : [site.target];
  if (site.resolved !== "missing") return [];
  return [...foldersUp(document)].flatMap((folder) => normalised(folder === "" ? site.path : `${folder}/${site.path}`) ?? []);
}

/** Sites that git ignores are another program's output: not judged, whether they exist here or not. */
export function withoutIgnored(rows: readonly LinkedRow[], files: readonly string[], history: History): readonly LinkedRow[] {
  const listed = new Set(files);
  const folders = new Set(files.flatMap((file) => [...foldersUp(file)]));
  const doubts = new Map(
    rows.flatMap(({ row, sites }) => sites.map((site) => [site, doubtful(row.document, site, listed, folders)] as const)),
  );
  const asked = [...new Set([...doubts.values()].flat())];
  const ignored = asked.length === 0 ? new Set<string>() : history.ignored(asked);
  if (ignored.size === 0) return rows;
  const judged = (site: Site): Site =>
    doubts.get(site)?.some((path) => ignored.has(path)) === true ? { path: site.path, span: site.span, resolved: "external" } : site;
  return rows.map((linked) => ({ ...linked, sites: linked.sites.map(judged) }));
}
