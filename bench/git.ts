import { spawnSync } from "node:child_process";

/** What a git command prints, as bytes. Throws what git says if it fails. */
export function gitBytes(folder: string, args: readonly string[], input = ""): Buffer {
  const done = spawnSync("git", ["-C", folder, ...args], { input, maxBuffer: Number.POSITIVE_INFINITY });
  if (done.status !== 0) throw new Error(`git ${args.join(" ")}: ${done.stderr}`);
  return done.stdout;
}

/** What a git command prints. */
export function git(folder: string, ...args: readonly string[]): string {
  return gitBytes(folder, args).toString("utf8");
}

/** The commits up to `last` from the oldest on; `since` is the first of them. */
export function commitsOf(folder: string, since: string | undefined, last: string): readonly string[] {
  const all = git(folder, "rev-list", "--topo-order", "--reverse", last).trim().split("\n");
  if (since === undefined) return all;
  const first = git(folder, "rev-parse", `${since}^{commit}`).trim();
  const later = new Set(git(folder, "rev-list", `${first}..${last}`).trim().split("\n"));
  return all.filter((commit) => commit === first || later.has(commit));
}
