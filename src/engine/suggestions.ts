import { isNear } from "../judge/nearness.js";
import type { Project, Site } from "../model/project.js";
import type { History } from "../model/workspace.js";
import { foldersUp, normalised } from "./link/sites.js";

const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Where git says that a missing path went, tried from the document's folder upward, as paths are. */
function renamed(document: string, path: string, history: History): string | undefined {
  for (const folder of foldersUp(document)) {
    const tried = normalised(folder === "" ? path : `${folder}/${path}`);
    const to = tried === undefined ? undefined : history.renamedTo(tried);
    if (to !== undefined) return to;
  }
  return undefined;
}

/** A file that a mistyped path may mean: the one file of that basename or with that ending, or one few letters away. */
function similar(path: string, files: readonly string[]): string | undefined {
  const wanted = path.replace(/^(?:\.{0,2}\/)+/, "");
  const endings = files.filter((file) => file.endsWith(`/${wanted}`));
  if (endings.length === 1) return endings[0];
  const same = files.filter((file) => basename(file) === basename(wanted));
  if (same.length === 1) return same[0];
  return files.find((file) => isNear(file, wanted));
}

/** A site, and the document that names it. */
export interface NamedSite {
  readonly document: string;
  readonly site: Site;
}

/** What can be said about the sites that do not exist: where each went, and which first folders exist nowhere. */
export function suggestionsFor(
  named: readonly NamedSite[],
  files: readonly string[],
  history: History,
): Pick<Project, "suggestions" | "strangeFolders"> {
  const suggestions = new Map<string, { path: string; because: "renamed" | "similar" }>();
  const strangeFolders = new Set<string>();
  const folders = new Set(files.flatMap((file) => file.split("/").slice(0, -1)));
  for (const { document, site } of named) {
    if (site.resolved !== "missing" || suggestions.has(site.path)) continue;
    const [first, ...rest] = site.path.split("/");
    if (first !== undefined && rest.length > 0 && !/^\.{0,2}$/.test(first) && !folders.has(first)) strangeFolders.add(first);
    const to = renamed(document, site.path, history);
    const like = to === undefined ? similar(site.path, files) : undefined;
    if (to !== undefined) suggestions.set(site.path, { path: to, because: "renamed" });
    else if (like !== undefined) suggestions.set(site.path, { path: like, because: "similar" });
  }
  return { suggestions, strangeFolders };
}
