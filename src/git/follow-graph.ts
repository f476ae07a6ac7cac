import type { Repository } from "./repository.js";

/** The commits up to HEAD, parents before children; HEAD is the last one. */
export interface Graph {
  readonly hashes: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  /** The parents of each commit by their index; those that are not known are left out. */
  readonly parents: readonly (readonly number[])[];
}

/**
 * How many commits are followed one by one. What was written before the last so many is compared with HEAD at once: where it is now is
 * found by content all the same, which commit took it away is not.
 */
export const mostCommits = 20_000;

/** The last commits before HEAD; `undefined` where there is none, or git takes too long. */
export function graphOf(repository: Repository, most: number): Graph | undefined {
  const { code, output } = repository.ask(["rev-list", "--topo-order", "--parents", `--max-count=${most}`, "HEAD", "--"]);
  const lines = output
    .split("\n")
    .filter((line) => line !== "")
    .reverse();
  if (code !== 0 || lines.length === 0) return undefined;
  const all = lines.map((line) => line.split(" "));
  const hashes = all.map(([hash = ""]) => hash);
  const index = new Map(hashes.map((hash, at) => [hash, at]));
  const parents = all.map(([, ...own]) =>
    own.flatMap((hash) => {
      const at = index.get(hash);
      return at === undefined ? [] : [at];
    }),
  );
  return { hashes, index, parents };
}
