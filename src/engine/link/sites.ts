import type { Site } from "../../model/project.js";
import type { WrittenSite } from "../../model/row.js";
import type { Workspace } from "../../model/workspace.js";

/** Looks up what a path in a document stands for. */
export type ResolveSite = (document: string, site: WrittenSite) => Site;

/** `a/b/../c` → `a/c`; `undefined` for a path that leaves the root. */
export function normalised(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else parts.push(part);
  }
  return parts.join("/");
}

/** The document's folder, its parent, …, the root (`""`). */
export function* foldersUp(path: string): Generator<string> {
  const parts = path.split("/").slice(0, -1);
  for (let length = parts.length; length >= 0; length -= 1) yield parts.slice(0, length).join("/");
}

/**
 * Tries a path from the document's folder upward to the root, the first that exists wins; a bare basename may also
 * stand anywhere under the root if it is unique there.
 */
export function siteResolver(workspace: Workspace, files: readonly string[], isExternal: (path: string) => boolean): ResolveSite {
  const byBasename = new Map<string, string[]>();
  for (const file of files) {
    const basename = file.slice(file.lastIndexOf("/") + 1);
    byBasename.set(basename, [...(byBasename.get(basename) ?? []), file]);
  }
  return (document, site) => {
    if (site.path.includes("://") || isExternal(site.path)) return { ...site, resolved: "external" };
    // A leading slash is the root's: there is nothing above it.
    const folders = site.path.startsWith("/") ? [""] : [...foldersUp(document)];
    for (const folder of folders) {
      const target = normalised(folder === "" ? site.path : `${folder}/${site.path}`);
      const entry = target === undefined || target === "" ? "absent" : workspace.entry(target);
      if (target !== undefined && entry !== "absent") return { ...site, resolved: entry, target: workspace.real(target) };
    }
    const candidates = site.path.includes("/") ? [] : (byBasename.get(site.path) ?? []);
    const [only, another] = candidates;
    if (only !== undefined && another === undefined) return { ...site, resolved: "file", target: only };
    return another === undefined ? { ...site, resolved: "missing" } : { ...site, resolved: "ambiguous", candidates };
  };
}
