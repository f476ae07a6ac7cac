import { lstatSync } from "node:fs";
import type { Repository } from "./repository.js";

/** More renames than a file is likely to see, and few enough to end where two commits rename back and forth. */
const furthest = 20;

/**
 * Where a file that is gone went, followed from commit to commit until a path that exists; paths are relative to the top folder.
 * `undefined` where it exists, was deleted, or history does not say.
 */
export function followRenames(repository: Repository): (path: string) => string | undefined {
  let uncommitted: ReadonlyMap<string, string | undefined> | undefined;

  const next = (path: string): string | undefined => {
    uncommitted ??= changes(repository, [
      "diff-index",
      "-M",
      "-z",
      "--name-status",
      "--diff-filter=DR",
      "--ignore-submodules",
      "HEAD",
      "--",
    ]);
    if (uncommitted.has(path)) return uncommitted.get(path);
    // The path is in no tree any more, so the last commit that touched it is the one that removed it.
    const commit = repository.ask(["rev-list", "-1", "HEAD", "--", path]).output.trim();
    if (commit === "") return undefined;
    return changes(repository, ["diff-tree", "-r", "-M", "-z", "--name-status", "--diff-filter=R", `${commit}^`, commit, "--"]).get(path);
  };

  return (path) => {
    if (exists(repository, path)) return undefined;
    let at = next(path);
    for (let step = 1; at !== undefined && step < furthest && !exists(repository, at); step++) at = next(at);
    return at !== undefined && exists(repository, at) ? at : undefined;
  };
}

/** Old path to new path of each rename; to `undefined` for each deletion. */
function changes(repository: Repository, args: readonly string[]): ReadonlyMap<string, string | undefined> {
  const { code, output } = repository.ask(args);
  const found = new Map<string, string | undefined>();
  const fields = (code === 0 ? output : "").split("\0").values();
  for (let field = fields.next().value; field; field = fields.next().value) {
    const from = fields.next().value;
    const to = field.startsWith("R") ? fields.next().value : undefined;
    if (from !== undefined) found.set(from, to);
  }
  return found;
}

function exists(repository: Repository, path: string): boolean {
  return lstatSync(`${repository.top}/${path}`, { throwIfNoEntry: false }) !== undefined;
}
