import type { DocumentFacts } from "../../model/document.js";
import type { Site } from "../../model/project.js";
import type { WrittenSite } from "../../model/row.js";
import type { History, Workspace } from "../../model/workspace.js";
import { writtenOut } from "../../read/documents/mapping-context.js";
import { foldersUp, normalised, type ResolveSite } from "../link/sites.js";

/** What paths are looked up in. */
export interface PathWorld {
  readonly workspace: Workspace;
  /** The files under the root that git does not ignore, sorted. */
  readonly files: readonly string[];
  readonly history: History;
  readonly resolve: ResolveSite;
}

/** Looks up the paths of one document. */
export interface DocumentPaths {
  /** The first of several readings that is there; else the first. */
  readonly site: (written: WrittenSite, folders?: readonly string[]) => Site;
  /** What a link means: from the document's folder alone. */
  readonly link: (written: WrittenSite) => { readonly site: Site; readonly meant: string | undefined };
}

const basename = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const isThere = (site: Site): boolean => site.resolved === "file" || site.resolved === "directory";

/** What is worked out when it is first asked for. */
function lazily<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** The path from the folder of `document` to `target`. */
function relative(document: string, target: string): string {
  const [from, to] = [document.split("/").slice(0, -1), target.split("/")];
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/** Looks up paths as the documents of a workspace write them. What is asked of git is remembered. */
export function pathsIn(world: PathWorld): (facts: DocumentFacts) => DocumentPaths {
  const { workspace, files, history, resolve } = world;
  const listed = lazily(() => new Set(files));
  const folders = lazily(() => new Set(files.flatMap((file) => [...foldersUp(file)])));
  const byName = lazily(() => {
    const names = new Map<string, string[]>();
    for (const file of files) {
      const known = names.get(basename(file));
      if (known === undefined) names.set(basename(file), [file]);
      else known.push(file);
    }
    return names;
  });
  const ignored = new Map<string, boolean>();
  const isIgnored = (paths: readonly string[]): boolean => {
    const asked = paths.filter((path) => path !== "" && !ignored.has(path));
    const answer = asked.length === 0 ? new Set<string>() : history.ignored(asked);
    for (const path of asked) ignored.set(path, answer.has(path));
    return paths.some((path) => ignored.get(path) === true);
  };
  const isKnown = (site: Site): boolean =>
    site.resolved === "file" ? listed().has(site.target) : site.resolved !== "directory" || folders().has(site.target);

  return (facts) => {
    let spelled: ReadonlyMap<string, ReadonlySet<string>> | undefined;
    /** The file that a path without its first folders means: the only one that the document writes out, or the nearest. */
    const nearestOf = (written: WrittenSite): Site | undefined => {
      const wanted = written.path.replace(/^(?:\.{0,2}\/)+/, "");
      const fitting = (byName().get(basename(wanted)) ?? []).filter((file) => file === wanted || file.endsWith(`/${wanted}`));
      spelled ??= writtenOut(facts);
      const own = [...(spelled.get(basename(wanted)) ?? [])].filter((path) => path !== written.path && path.endsWith(`/${wanted}`));
      const sites = own.map((path) => resolve(facts.path, { ...written, path }));
      if (fitting.length === 0) {
        // `lib/a.c` is the end of `fork/lib/a.c`.
        const [first, second] = sites.filter(({ path }) => !own.some((other) => other.endsWith(`/${path}`)));
        // What is missing is missing, or somebody else's, under the path that says where it would be.
        return sites.every(({ resolved }) => resolved === "external") || second === undefined ? first : undefined;
      }
      const targets = new Set(sites.flatMap((site) => (site.resolved === "file" ? [site.target] : [])));
      const [only, another] = targets;
      if (only !== undefined && another === undefined) return { ...written, resolved: "file", target: only };
      for (const folder of foldersUp(facts.path)) {
        const inside = folder === "" ? fitting : fitting.filter((file) => file.startsWith(`${folder}/`));
        const [first, second] = inside;
        if (first !== undefined)
          return second === undefined
            ? { ...written, resolved: "file", target: first }
            : { ...written, resolved: "ambiguous", candidates: inside };
      }
      return undefined;
    };
    const lookedUp = (written: WrittenSite): Site => {
      const found = resolve(facts.path, written);
      if (found.resolved === "external" || isThere(found)) return found;
      return nearestOf(written) ?? found;
    };
    const judged = (written: WrittenSite, site: Site): Site => {
      if (site.resolved === "external" || (isThere(site) && isKnown(site))) return site;
      if (site.resolved === "ambiguous" || site.resolved === "pattern") return site;
      const tried = [...foldersUp(facts.path)].flatMap((folder) => normalised(folder === "" ? site.path : `${folder}/${site.path}`) ?? []);
      const doubtful = site.resolved === "missing" ? tried : [site.target];
      return isIgnored(doubtful) ? { path: written.path, span: written.span, resolved: "external" } : site;
    };
    return {
      site: (written, from = [""]) => {
        const readings = from.map((folder) => ({ ...written, path: folder === "" ? written.path : `${folder}/${written.path}` }));
        const sites = readings.map(lookedUp);
        const there = sites.find(isThere) ?? sites.find(({ resolved }) => resolved !== "missing");
        const path = sites.find((site, at) => site.path !== readings[at]?.path)?.path ?? written.path;
        return judged(written, there ?? { ...written, path, resolved: "missing" });
      },
      link: (written) => {
        const folder = facts.path.split("/").slice(0, -1).join("/");
        const path = written.path.startsWith("/") || folder === "" ? written.path : `${folder}/${written.path}`;
        const target = normalised(path);
        // Above the root stand pages of the host: `../../issues`.
        if (target === undefined) return { site: { ...written, resolved: "external" }, meant: undefined };
        const entry = target === "" ? "directory" : workspace.entry(target);
        if (entry !== "absent")
          return { site: judged(written, { ...written, resolved: entry, target: workspace.real(target) }), meant: undefined };
        const upward = lookedUp(written);
        const meant = upward.resolved === "file" || upward.resolved === "directory" ? relative(facts.path, upward.target) : undefined;
        const site: Site = isIgnored([target]) ? { ...written, resolved: "external" } : { ...written, resolved: "missing" };
        return { site, meant };
      },
    };
  };
}
