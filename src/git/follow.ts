import type { CitedLines, Followed, Past, Remover, Revision, Written } from "../model/past.js";
import { type Blamed, blameLines } from "./follow-blame.js";
import { mostCommits } from "./follow-graph.js";
import { outcomeOf } from "./follow-outcome.js";
import { beforeGraph, route } from "./follow-route.js";
import { openStarts, type Start, type Starts } from "./follow-start.js";
import type { Here } from "./follow-step.js";
import { openTraced, type Traced } from "./follow-world.js";
import { inTop } from "./history.js";
import { findRepository, type Repository } from "./repository.js";

/** A citation with what git says of its document's line. */
interface Asked {
  readonly cited: CitedLines;
  /** The paths from the top folder. */
  readonly paths: readonly string[];
  readonly document: string | undefined;
  readonly blamed: Blamed | Followed;
}

/**
 * Follows cited lines from the commit that cited them to the files on disk. Git is first run when there is a question. What it says of
 * commits, versions and documents is kept: whoever wants to see later changes opens the past anew. `env` is what git runs with, freed of
 * the variables by which hooks bind it to a repository; without it git inherits the process's own. `most` commits are followed one by one.
 */
export function openPast(root: string, env?: Readonly<Record<string, string | undefined>>, most: number = mostCommits): Past {
  let opened: { readonly repository: Repository | undefined; readonly traced: Traced | undefined } | undefined;
  let starts: Starts | undefined;
  const blames = new Map<string, ReadonlyMap<number, Blamed> | undefined>();

  const open = (): { readonly repository: Repository | undefined; readonly traced: Traced | undefined } => {
    if (opened === undefined) {
      const repository = findRepository(root, env);
      opened = { repository, traced: repository && openTraced(repository, most) };
    }
    return opened;
  };
  const blamedAt = (traced: Traced, document: string | undefined, line: number): Asked["blamed"] => {
    if (document === undefined) return { kind: "unknown", reason: "no-line" };
    if (!blames.has(document)) blames.set(document, blameLines(traced.repository, document));
    const lines = blames.get(document);
    const found = lines === undefined ? undefined : lines.get(line);
    if (found !== undefined) return found;
    const isThere = (traced.disk.version(document)?.raw.length ?? 0) >= line && line >= 1;
    if (!isThere) return { kind: "unknown", reason: "no-line" };
    const isNew = lines === undefined && traced.objects.blobs([`HEAD:${document}`])[0] === undefined;
    return isNew ? { kind: "uncommitted" } : { kind: "unknown", reason: "no-answer" };
  };
  return {
    follow: (all) => {
      const { repository, traced } = open();
      if (repository === undefined) return all.map(() => ({ kind: "unknown", reason: "no-git" }));
      if (traced === undefined) return all.map(() => ({ kind: "unknown", reason: "no-answer" }));
      starts ??= openStarts(traced);
      const asked = all.map((cited): Asked => {
        const document = inTop(repository.prefix, cited.document);
        const paths = cited.paths.map((path) => inTop(repository.prefix, path)).filter((path) => path !== undefined);
        return { cited, paths, document, blamed: blamedAt(traced, document, cited.line) };
      });
      const known = learn(traced, starts, asked);
      return asked.map((one, at) => {
        const { blamed } = one;
        if (blamed.kind === "commit") return followed(traced, one, blamed, known[at], lastOf(blames.get(one.document ?? "")));
        return blamed.kind === "cut-off" ? { kind: "unknown", reason: "cut-off" } : blamed;
      });
    },
  };
}

/** Finds every cited file, and reads the histories of all of them with few questions. */
function learn(traced: Traced, starts: Starts, asked: readonly Asked[]): readonly (Start | undefined)[] {
  const wanted = asked.flatMap(({ blamed, paths }) => (blamed.kind === "commit" ? [{ commit: blamed.commit, paths }] : []));
  traced.objects.loadRevisions(wanted.map(({ commit }) => commit));
  traced.objects.blobs(wanted.flatMap(({ commit, paths }) => paths.map((path) => `${commit}:${path}`)));
  const found = asked.map(({ blamed, paths }) => (blamed.kind === "commit" ? starts.find(blamed.commit, paths) : undefined));
  const since = Math.min(...wanted.map(({ commit }) => traced.graph.index.get(commit) ?? 0));
  if (wanted.length > 0) {
    traced.objects.load(traced.objects.blobs(found.flatMap((start) => (start === undefined ? [] : [`HEAD:${start.path}`]))));
    traced.changes.learn(
      found.flatMap((start) => start?.path ?? []),
      since,
    );
    traced.objects.load(found.map((start) => start?.blob));
    traced.objects.blobs(asked.flatMap(({ blamed }, at) => (blamed.kind === "commit" ? before(blamed, found[at]) : [])));
  }
  return found;
}

/** What document and file were before the commit. */
function before(blamed: Blamed & { readonly kind: "commit" }, start: Start | undefined): readonly string[] {
  return start === undefined ? [] : [`${blamed.commit}^:${blamed.path}`, `${blamed.commit}^:${start.path}`];
}

/** The commit that all lines of a document have in common, if there is one. */
function lastOf(lines: ReadonlyMap<number, Blamed> | undefined): string | undefined {
  const commits = new Set([...(lines?.values() ?? [])].map((blamed) => (blamed.kind === "commit" ? blamed.commit : undefined)));
  const [only] = commits;
  return commits.size === 1 ? only : undefined;
}

function followed(
  traced: Traced,
  { cited, document }: Asked,
  blamed: Blamed & { readonly kind: "commit" },
  start: Start | undefined,
  only: string | undefined,
): Followed {
  const { objects, repository, graph } = traced;
  const commit = objects.revision(blamed.commit);
  if (commit === undefined) return { kind: "unknown", reason: "no-answer" };
  if (start === undefined) return { kind: "absent", commit };
  const then = objects.version(start.blob);
  if (then === undefined) return { kind: "unknown", reason: "too-large" };
  const text = Array.from(then.raw, (line) => `${objects.table.text(line)}\n`).join("");
  const together = objects.blobs(before(blamed, start)).every((blob) => blob === undefined);
  const written: Written = { commit, path: belowRoot(repository, start.path) ?? start.path, text, together };
  if (cited.first < 1 || cited.last < cited.first || cited.last > then.raw.length) return { kind: "beyond", ...written };

  const spots = Array.from({ length: cited.last - cited.first + 1 }, (_, at) => {
    const line = cited.first - 1 + at;
    return { kind: "at", first: line, last: line } as const;
  });
  const here: Here = { kind: "here", path: start.path, version: then, spots };
  const state = route(traced, here, commit.hash);
  if (state.kind === "too-large") return { kind: "unknown", reason: "too-large" };
  const removerOf = (by: number): Remover => remover(traced, by);
  if (state.kind === "ambiguous") return { kind: "ambiguous", by: removerOf(state.by), ...written };
  const outcome = state.kind === "gone" ? undefined : outcomeOf(state, then, cited.first - 1, objects.table, removerOf);
  if (state.kind === "gone" || outcome === undefined) {
    const last = state.kind === "gone" ? state.was.path : state.path;
    const by = state.kind === "gone" ? removerOf(state.by) : ({ kind: "not-known" } as const);
    return { kind: "gone", by, from: belowRoot(repository, last) ?? last, ...written };
  }
  const path = belowRoot(repository, state.path);
  if (path === undefined) return { kind: "outside", ...written };
  const isUnchanged = state.path === start.path && state.version.raw.every((line, at) => line === then.raw[at]);
  if (together && isUnchanged && state.version.raw.length === then.raw.length && only === commit.hash && document === blamed.path) {
    return { kind: "no-history", ...written };
  }
  return { kind: "here", ...outcome, now: { ...outcome.now, path }, ...written };

  /** The commit at an index of the graph. */
  function remover(from: Traced, by: number): Remover {
    if (by === graph.hashes.length) return { kind: "uncommitted" };
    const revision: Revision | undefined = by === beforeGraph ? undefined : from.objects.revision(graph.hashes[by] ?? "");
    return revision === undefined ? { kind: "not-known" } : { kind: "commit", commit: revision };
  }
}

/** The path relative to the root; `undefined` for what does not lie below it. */
function belowRoot({ prefix }: Repository, path: string): string | undefined {
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
