import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ExitCode } from "../../src/cli/io.js";
import { main } from "../../src/cli/main.js";
import { sandbox } from "../git/sandbox.js";
import { fixture } from "../laws/workspaces.js";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** The command as it is installed. */
export const bin = join(project, "bin", "spec-anchors.js");

/** Throws unless dist/ was built from src/ as it is now: the tests would be about something else. */
function requireBuild(): void {
  const built = join(project, "dist", "cli.cjs");
  if (!existsSync(built)) throw new Error("dist/ is missing: run `npm run build` before these tests");
  const since = statSync(built).mtimeMs;
  const newer = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" }).find(
    (path) => statSync(join(project, "src", path)).isFile() && statSync(join(project, "src", path)).mtimeMs > since,
  );
  if (newer !== undefined) throw new Error(`dist/ is older than src/${newer}: run \`npm run build\` before these tests`);
}

requireBuild();

/** What a run left: its exit code, and what it wrote. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the command is run. */
export interface Circumstances {
  readonly cwd: string;
  /** Variables beside those that every run has: no colours asked for, nobody's git settings. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/** The variables every run has. */
export const environment: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "",
  ...(process.env["SYSTEMROOT"] === undefined ? {} : { SYSTEMROOT: process.env["SYSTEMROOT"] }),
  TERM: "xterm-256color",
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: "1",
};

/** Runs the built command in a process of its own. */
export function run(args: readonly string[], { cwd, env = {}, node = [] }: Circumstances): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...node, bin, ...args], {
    cwd,
    env: { ...environment, ...env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/** Runs the command in this process, with outputs that say of themselves that they are terminals of 100 columns. */
export async function runOnTerminal(
  args: readonly string[],
  { cwd, env = {} }: Circumstances,
): Promise<{ readonly code: ExitCode; readonly stdout: string; readonly stderr: string }> {
  const written = { stdout: "", stderr: "" };
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: true,
    columns: 100,
  });
  const code = await main({ argv: args, cwd, env: { ...environment, ...env }, stdout: output("stdout"), stderr: output("stderr") });
  return { code, ...written };
}

/** A folder with the fixture's files, and more or other ones, that goes away with the test. */
export function copyOf(name: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return sandbox({ ...fixture(name), ...files });
}

/** A document with a row whose anchor is missing, and the file it names. */
export const lonelyRow: Readonly<Record<string, string>> = {
  "specs/README.md": "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `LeaseEnds` | `src/lease.rs` | `expire` ends it |\n",
  "src/lease.rs": "pub fn expire() {}\n",
};
