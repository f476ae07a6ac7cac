import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, run, succeed } from "./commands.js";

/** A way to commit in a copy of the clean fixture. */
export interface Commit {
  readonly name: string;
  /** Changes files and, where the commit needs it, the index. */
  readonly prepare: (root: string) => Promise<unknown>;
  readonly args: readonly string[];
  /** What the hook says when it stops the commit; `undefined`: it lets it pass. */
  readonly stopped: string | undefined;
}

/** A file of the clean fixture that nobody's anchor stands in. */
export const bystander = "src/lib.rs";
const anchored = "src/checkpoint.rs";
const lost = "error[missing-anchor]: `src/checkpoint.rs` has no anchor `SPEC: PullbackOnce`.";

const stage = (root: string): Promise<string> => succeed(root, "git", ["add", "-A"]);

/** Adds a comment that says nothing. */
export function touch(root: string, path: string): void {
  writeFileSync(join(root, path), `${readFileSync(join(root, path), "utf8")}\n// Nothing to see.\n`);
}

/** Takes the marker from one anchor. */
export function loseAnchor(root: string): void {
  const text = readFileSync(join(root, anchored), "utf8");
  const without = text.replace("// SPEC: PullbackOnce — ", "// ");
  if (without === text) throw new Error(`${anchored} has no anchor PullbackOnce`);
  writeFileSync(join(root, anchored), without);
}

/** What git tells hooks apart by: which index it made for the commit, and which variables it set. */
export const commits: readonly Commit[] = [
  { name: "of the index", prepare: async (root) => [touch(root, bystander), await stage(root)], args: [], stopped: undefined },
  { name: "-a", prepare: async (root) => touch(root, bystander), args: ["-a"], stopped: undefined },
  { name: "PATH", prepare: async (root) => touch(root, bystander), args: [bystander], stopped: undefined },
  { name: "of the index, an anchor lost", prepare: async (root) => [loseAnchor(root), await stage(root)], args: [], stopped: lost },
  { name: "-a, an anchor lost", prepare: async (root) => loseAnchor(root), args: ["-a"], stopped: lost },
  { name: "PATH, an anchor lost", prepare: async (root) => loseAnchor(root), args: [anchored], stopped: lost },
  {
    name: "of nothing but a deletion",
    prepare: (root) => succeed(root, "git", ["rm", "-q", anchored]),
    args: [],
    stopped: "error[missing-file]: `src/checkpoint.rs` does not exist.",
  },
];

/** Commits, and says whether there is a new commit. */
export async function commit(
  root: string,
  args: readonly string[],
  env?: Readonly<Record<string, string | undefined>>,
): Promise<Outcome & { readonly made: boolean }> {
  const head = (): Promise<string> => succeed(root, "git", ["rev-parse", "HEAD"]);
  const before = await head();
  const outcome = await run(root, "git", ["commit", "-m", "A change", ...args], env);
  return { ...outcome, made: before !== (await head()) };
}

/** Copies a fixture. */
export function copyFixture(name: string, folder: string): void {
  cpSync(join("fixtures", name), folder, { recursive: true });
}
