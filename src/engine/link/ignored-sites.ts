import type { LinkedRow } from "../../model/project.js";
import type { History } from "../../model/workspace.js";

/** Sites that git ignores are another program's output: not judged, whether they exist here or not. */
export function withoutIgnored(rows: readonly LinkedRow[], files: ReadonlySet<string>, history: History): readonly LinkedRow[] {
  const doubtful = new Set<string>();
  for (const { sites } of rows) {
    for (const site of sites) {
      if (site.resolved === "file" && !files.has(site.target)) doubtful.add(site.target);
      if (site.resolved === "missing" && !site.path.startsWith("..")) doubtful.add(site.path.replace(/^\/+/, ""));
    }
  }
  const ignored = doubtful.size === 0 ? new Set<string>() : history.ignored([...doubtful]);
  if (ignored.size === 0) return rows;
  return rows.map((linked) => ({
    ...linked,
    sites: linked.sites.map((site) => {
      const path = site.resolved === "file" ? site.target : site.resolved === "missing" ? site.path : undefined;
      return path !== undefined && ignored.has(path) ? { path: site.path, span: site.span, resolved: "external" as const } : site;
    }),
  }));
}
