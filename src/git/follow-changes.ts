import type { Graph } from "./follow-graph.js";
import type { Repository } from "./repository.js";

/** What one commit did to one path. A blob is `undefined` where there is no file. */
export interface Change {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Where the file stood before, if it was renamed. */
  readonly renamedFrom: string | undefined;
}

/** The changes from commit to commit. */
export interface Changes {
  /** Learns what the commits from the index on did to the paths: one run of git for all of them. */
  readonly learn: (paths: readonly string[], since: number) => void;
  /** What a commit did to a path, seen from its parent of that position; `undefined` for nothing. Only what was learnt is known. */
  readonly of: (path: string, child: number, parent: number) => Change | undefined;
  /** Everything that was done to a path since the commit of that index, the earliest first. */
  readonly all: (path: string, since: number) => readonly (Change & { readonly child: number; readonly parent: number })[];
  /** Everything between two commits, with renames. */
  readonly between: (parent: string, child: string) => readonly Change[];
}

/** How many steps between commits are asked for in one run of git. */
const atOnce = 5_000;

/** More parents than a commit has. */
const manyParents = 1_000;

const keyOf = (child: number, parent: number): number => child * manyParents + parent;

export function openChanges(repository: Repository, graph: Graph): Changes {
  const known = new Map<string, { readonly since: number; readonly steps: Map<number, Change> }>();
  const betweens = new Map<string, readonly Change[]>();

  const learn = (paths: readonly string[], since: number): void => {
    const missing = [...new Set(paths)].filter((path) => (known.get(path)?.since ?? Number.POSITIVE_INFINITY) > since);
    if (missing.length === 0) return;
    for (const path of missing) known.set(path, { since, steps: new Map() });
    const steps = graph.parents.flatMap((parents, child) =>
      child < since
        ? []
        : parents.map((parent, at) => ({ key: keyOf(child, at), child: graph.hashes[child], parent: graph.hashes[parent] })),
    );
    for (let from = 0; from < steps.length; from += atOnce) {
      const part = steps.slice(from, from + atOnce);
      const input = part.map(({ child, parent }) => `${child} ${parent}\n`).join("");
      const options = ["--stdin", "--always", "-r", "-z", "--raw", "--no-abbrev", "--no-renames"];
      const { output } = repository.ask(["--literal-pathspecs", "diff-tree", ...options, "--", ...missing], input);
      let step = -1;
      for (const entry of entriesOf(output)) {
        if (entry === "commit") step += 1;
        else known.get(entry.path)?.steps.set(part[step]?.key ?? -1, entry);
      }
    }
  };
  return {
    learn,
    of: (path, child, parent) => known.get(path)?.steps.get(keyOf(child, parent)),
    all: (path, since) =>
      [...(known.get(path)?.steps ?? [])]
        .filter(([key]) => key >= keyOf(since, 0))
        .map(([key, change]) => ({ ...change, child: Math.floor(key / manyParents), parent: key % manyParents })),
    between: (parent, child) => {
      const key = `${parent} ${child}`;
      const found = betweens.get(key) ?? renamesAndAll(repository, parent, child);
      betweens.set(key, found);
      return found;
    },
  };
}

function renamesAndAll(repository: Repository, parent: string, child: string): readonly Change[] {
  const { output } = repository.ask(["diff-tree", "-r", "-z", "--raw", "--no-abbrev", "-M", "-l1000", parent, child, "--"]);
  return [...entriesOf(output)].flatMap((entry) => (entry === "commit" ? [] : [entry]));
}

const rawChange = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/;

/** The fields of raw output: a commit's hash, or a change with one path, or with two where it is a rename. */
function* entriesOf(output: string): Generator<"commit" | Change> {
  const fields = output.split("\0");
  for (let at = 0; at + 1 < fields.length; at += 1) {
    const [, mode = "", newMode = "", before = "", after = "", status] = rawChange.exec(fields[at] ?? "") ?? [];
    if (status === undefined) {
      yield "commit";
      continue;
    }
    const path = fields[at + 1] ?? "";
    at += status === "R" ? 2 : 1;
    // Links and submodules are no files.
    yield {
      path: status === "R" ? (fields[at] ?? "") : path,
      before: mode.startsWith("100") ? before : undefined,
      after: newMode.startsWith("100") ? after : undefined,
      renamedFrom: status === "R" ? path : undefined,
    };
  }
}
