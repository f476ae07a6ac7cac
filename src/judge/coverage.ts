import type { Anchor, LinkedRow, Site } from "../model/project.js";

/** True if the site is the file, or a folder or a choice of files that holds it. */
export function covers(site: Site, path: string): boolean {
  if (site.resolved === "file") return site.target === path;
  if (site.resolved === "directory") return path.startsWith(`${site.target}/`);
  if (site.resolved === "pattern") return site.files.has(path);
  return site.resolved === "ambiguous" && site.candidates.includes(path);
}

/** What a site stands for under the root, or the path as written where it stands for nothing. */
export function targetOf(site: Site): string {
  return site.resolved === "file" || site.resolved === "directory" ? site.target : site.path;
}

/** The files that a site declares by name. */
export function filesOf(site: Site): readonly string[] {
  if (site.resolved === "file") return [site.target];
  return site.resolved === "ambiguous" ? site.candidates : [];
}

/** True if the row declares the anchor's name for the anchor's file. */
export function declares({ row, sites }: LinkedRow, anchor: Pick<Anchor, "name" | "path">): boolean {
  return row.names.some(({ name }) => name === anchor.name) && sites.some((site) => covers(site, anchor.path));
}

/** The rows that declare the anchor for its file, in the order of the documents. */
export function rowsOf(rows: readonly LinkedRow[], anchor: Anchor): readonly LinkedRow[] {
  return rows.filter((row) => declares(row, anchor));
}
