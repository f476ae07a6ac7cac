import { spawnSync } from "node:child_process";

/** What one run of git gave. */
export interface Answer {
  /** The exit code; `undefined` where git is missing, was stopped or took too long. */
  readonly code: number | undefined;
  /** What it wrote, also where it failed. */
  readonly output: string;
}

/** A work tree and how to ask git about it. Paths are relative to its top folder, with `/`. */
export interface Repository {
  /** The top folder's absolute path. */
  readonly top: string;
  /** The root's path below the top, with a final `/`; empty where the root is the top. */
  readonly prefix: string;
  /** True where history is cut off. */
  readonly shallow: boolean;
  /** Runs git in the top folder. */
  readonly ask: (args: readonly string[], input?: string) => Answer;
}

/** No answer is worth more than ten seconds, in milliseconds. */
const patience = 10_000;

/** The repository around a folder, or `undefined` where there is no git, no repository or no work tree. */
export function findRepository(root: string, env: Readonly<Record<string, string | undefined>> | undefined): Repository | undefined {
  const found = run(root, env, ["rev-parse", "--show-toplevel", "--show-prefix", "--is-shallow-repository"], undefined);
  const [top, prefix, shallow] = found.output.split("\n");
  if (found.code !== 0 || !top || prefix === undefined) return undefined;
  return { top, prefix, shallow: shallow === "true", ask: (args, input) => run(top, env, args, input) };
}

function run(
  folder: string,
  env: Readonly<Record<string, string | undefined>> | undefined,
  args: readonly string[],
  input: string | undefined,
): Answer {
  const done = spawnSync("git", ["-C", folder, ...args], {
    env,
    input,
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ["pipe", "pipe", "ignore"],
    timeout: patience,
    windowsHide: true,
  });
  return { code: done.status ?? undefined, output: done.stdout ?? "" };
}
