import { lstatSync } from "node:fs";
import type { Repository } from "./repository.js";

/** More renames than a file is likely to see, and few enough to end where two commits rename back and forth. */
const furthest = 20;

/**
 * Where a file that is gone went, followed from commit to commit until a path that exists; paths are relative to the top folder.
 * `undefined` where it exists, was deleted, or history does not say.
 */
export function followRenames(repository: Repository): (path: string) => string | undefined {
  let uncommitted: ReadonlyMap<string, string> | undefined;

  const next = (path: string): string | undefined => {
    uncommitted ??= renames(repository, ["diff-index", "--ignore-submodules", "HEAD"]);
    const staged = uncommitted.get(path);
    if (staged !== undefined) return staged;
    // A path that is in no tree any more was removed by the last commit that touched it.
    const commit = repository.ask(["--literal-pathspecs", "rev-list", "-1", "HEAD", "--", path]).output.trim();
    return commit === "" ? undefined : renames(repository, ["diff-tree", "-r", `${commit}^`, commit]).get(path);
  };

  return (path) => {
    if (exists(repository, path)) return undefined;
    let at = next(path);
    for (let step = 1; at !== undefined && step < furthest && !exists(repository, at); step++) at = next(at);
    return at !== undefined && exists(repository, at) ? at : undefined;
  };
}

/** Old path to new path of each rename that a diff command sees. Plumbing commands: the user's settings for diffs do not reach them. */
function renames(repository: Repository, [command = "", ...args]: readonly string[]): ReadonlyMap<string, string> {
  const { code, output } = repository.ask([command, "-M", "-z", "--name-status", "--diff-filter=R", ...args, "--"]);
  const found = new Map<string, string>();
  // Three fields for each: the likeness, the old path, the new path.
  const fields = (code === 0 ? output : "").split("\0");
  for (let at = 0; at + 2 < fields.length; at += 3) found.set(fields[at + 1] ?? "", fields[at + 2] ?? "");
  return found;
}

function exists(repository: Repository, path: string): boolean {
  return lstatSync(`${repository.top}/${path}`, { throwIfNoEntry: false }) !== undefined;
}
