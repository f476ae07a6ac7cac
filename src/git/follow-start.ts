import type { Traced } from "./follow-world.js";

/** The file that a citation meant when it was written: its path below the top folder, and its blob. */
export interface Start {
  readonly path: string;
  readonly blob: string;
}

/** More renames than a file is likely to see. */
const furthest = 20;

/** Finds cited files in old commits. */
export interface Starts {
  /** The file that one of the paths, the likeliest first, was in the commit. */
  readonly find: (commit: string, paths: readonly string[]) => Start | undefined;
}

export function openStarts(traced: Traced): Starts {
  const listings = new Map<string, readonly string[]>();

  const at = (commit: string, path: string): Start | undefined => {
    const [blob] = traced.objects.blobs([`${commit}:${path}`]);
    return blob === undefined ? undefined : { path, blob };
  };
  /** The file before its renames. */
  const renamed = (commit: string, path: string): Start | undefined => {
    const { changes, graph } = traced;
    const since = graph.index.get(commit) ?? 0;
    let name = path;
    for (let step = 0; step < furthest; step += 1) {
      changes.learn([name], since);
      const added = changes.all(name, since).findLast(({ before, after }) => before === undefined && after !== undefined);
      if (added === undefined) return undefined;
      const parent = graph.parents[added.child]?.[added.parent] ?? -1;
      const all = changes.between(graph.hashes[parent] ?? "", graph.hashes[added.child] ?? "");
      const from = all.find((change) => change.path === name)?.renamedFrom;
      if (from === undefined) return undefined;
      const found = at(commit, from);
      if (found !== undefined) return found;
      name = from;
    }
    return undefined;
  };
  /** The only file whose path ends so. */
  const ending = (commit: string, path: string): Start | undefined => {
    const files = listings.get(commit) ?? filesIn(traced, commit);
    listings.set(commit, files);
    const [only, ...others] = files.filter((file) => file.endsWith(`/${path}`));
    return only === undefined || others.length > 0 ? undefined : at(commit, only);
  };
  return {
    find: (commit, paths) => {
      for (const path of paths) {
        const found = at(commit, path);
        if (found !== undefined) return found;
      }
      for (const path of paths) {
        const found = renamed(commit, path);
        if (found !== undefined) return found;
      }
      const last = paths.at(-1)?.slice(traced.repository.prefix.length);
      return last === undefined ? undefined : ending(commit, last);
    },
  };
}

/** The files of a commit below the root, from the top folder. */
function filesIn({ repository }: Traced, commit: string): readonly string[] {
  const { output } = repository.ask(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit]);
  return output.split("\0").filter((path) => path !== "" && path.startsWith(repository.prefix));
}
