import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { gitEnvironment } from "../../src/git/environment.js";

/** The environment of the tests' own git: nobody's settings, no repository but the one in the folder. */
export const cleanEnvironment: Readonly<Record<string, string | undefined>> = {
  ...gitEnvironment(process.env),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: "1",
};

/** A folder that goes away with the test. */
export function sandbox(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "spec-anchors-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

/** Writes files, with their folders. */
export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs git in the folder and gives what it wrote; `at` dates a commit, in seconds since 1970. */
export function git(folder: string, args: readonly string[], at = 1_700_000_000): string {
  const identity = [
    "-c",
    "user.name=Tester",
    "-c",
    "user.email=tester@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "init.defaultBranch=main",
  ];
  return execFileSync("git", [...identity, "-c", "protocol.file.allow=always", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...cleanEnvironment, GIT_AUTHOR_DATE: `${at} +0000`, GIT_COMMITTER_DATE: `${at} +0000` },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** A repository with one commit of the files. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>, at?: number): string {
  const folder = sandbox(files);
  git(folder, ["init", "-q"]);
  commit(folder, at);
  return folder;
}

/** Commits everything that stands in the folder. */
export function commit(folder: string, at?: number): void {
  git(folder, ["add", "-A"]);
  git(folder, ["commit", "-q", "--allow-empty", "-m", "step"], at);
}

/**
 * Runs `action` as a user whom permissions bind: root is let in everywhere, so in a container the sandbox is handed to
 * `nobody` first.
 */
export async function asOrdinaryUser<T>(folder: string, action: () => T | Promise<T>): Promise<T> {
  const { geteuid, seteuid } = process;
  if (geteuid === undefined || seteuid === undefined || geteuid() !== 0) return action();
  const nobody = 65_534;
  execFileSync("chown", ["-R", `${nobody}`, folder]);
  seteuid(nobody);
  try {
    return await action();
  } finally {
    seteuid(0);
  }
}
