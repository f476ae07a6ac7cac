import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { cleanEnvironment } from "../git/sandbox.js";

/** What a command gave. `code` is `undefined` where a signal ended it. */
export interface Outcome {
  readonly code: number | undefined;
  readonly stdout: string;
  /** Standard output and standard error as a terminal shows them. */
  readonly output: string;
}

/** What npm and the test runner set for their own scripts, and what colours the output. */
const added = /^(?:npm_(?!config_)|npm_config_(?:local_|global_)?prefix$|init_cwd$|node_env$|vitest|test$|mode$|force_color$|pre_commit)/i;

/** The environment of a user's shell, without colours, with somebody who commits. */
export const userEnvironment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(Object.entries(cleanEnvironment).filter(([name]) => !added.test(name))),
  NO_COLOR: "1",
  GIT_AUTHOR_NAME: "Tester",
  GIT_AUTHOR_EMAIL: "tester@example.org",
  GIT_COMMITTER_NAME: "Tester",
  GIT_COMMITTER_EMAIL: "tester@example.org",
};

/** A folder that goes away after the test file. To be called while tests are collected. */
export function folderForFile(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "spec-anchors-package-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Runs a command in a folder, without standard input. Rejects where there is no such command. */
export function run(folder: string, command: string, args: readonly string[], env = userEnvironment): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // On Windows `npm` and `npx` are scripts, which only a shell starts.
    const child = spawn(command, [...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let stdout = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? undefined, stdout, output }));
  });
}

/** Runs a command that has to succeed, and gives its standard output; rejects with all it said otherwise. */
export async function succeed(folder: string, command: string, args: readonly string[], env = userEnvironment): Promise<string> {
  const { code, stdout, output } = await run(folder, command, args, env);
  if (code === 0) return stdout;
  throw new Error(`\`${command} ${args.join(" ")}\` ended with ${code}:\n${output}`);
}
