import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitEnvironment } from "../../src/git/environment.js";
import { openHistory } from "../../src/git/history.js";
import { openWorkspace } from "../../src/workspace/disk.js";
import { cleanEnvironment, git, repository, sandbox, write } from "../git/sandbox.js";

/** Commits with a real pre-commit hook, and gives the environment that git ran the hook in. */
function environmentInHook(folder: string, hooks: string, args: readonly string[]): Readonly<Record<string, string>> {
  const file = join(sandbox(), "environment");
  write(hooks, { "pre-commit": `#!/bin/sh\nenv -0 > '${file}'\n` });
  chmodSync(join(hooks, "pre-commit"), 0o755);
  git(folder, args);
  const variables = readFileSync(file, "utf8").split("\0").filter(Boolean);
  return Object.fromEntries(variables.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

const files = { ".gitignore": "*.log\n", "top.rs": "", "sub/a.rs": "one\n", "sub/noise.log": "", "other/b.rs": "" };

describe.skipIf(process.platform === "win32")("in a pre-commit hook", () => {
  const commands: Readonly<Record<string, readonly string[]>> = {
    "commit of the index": ["commit", "-q", "-m", "x"],
    "commit -a": ["commit", "-q", "-a", "-m", "x"],
    "commit PATH": ["commit", "-q", "-m", "x", "sub/a.rs"],
  };

  it.each(Object.entries(commands))("%s: lists the root's files, below the top and in other repositories", async (_, args) => {
    const root = repository(files);
    write(root, { "sub/a.rs": "two\n", "sub/new.rs": "" });
    git(root, ["add", "sub"]);
    const env = environmentInHook(root, join(root, ".git/hooks"), args);
    expect(env["GIT_INDEX_FILE"]).toBeDefined();
    await expectRight(root, gitEnvironment(env));
  });

  it("in a linked worktree, where git also sets GIT_DIR", async () => {
    const main = repository(files);
    const root = join(sandbox(), "linked tree");
    git(main, ["worktree", "add", "-q", "-b", "linked", root]);
    write(root, { "sub/a.rs": "two\n", "sub/new.rs": "" });
    git(root, ["add", "sub"]);
    const env = environmentInHook(root, join(main, ".git/hooks"), ["commit", "-q", "-m", "x"]);
    expect([env["GIT_DIR"], env["GIT_INDEX_FILE"]]).not.toContain(undefined);
    await expectRight(root, gitEnvironment(env));
  });

  async function expectRight(root: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
    expect(await openWorkspace(root, { env }).list()).toEqual([".gitignore", "other/b.rs", "sub/a.rs", "sub/new.rs", "top.rs"]);
    expect(await openWorkspace(join(root, "sub"), { env }).list()).toEqual(["a.rs", "new.rs"]);
    const elsewhere = repository({ "elsewhere.rs": "", "deep/e.rs": "" });
    expect(await openWorkspace(elsewhere, { env }).list()).toEqual(["deep/e.rs", "elsewhere.rs"]);
    expect(openHistory(join(root, "sub"), env).lastChange("a.rs", 1)).toBe(1_700_000_000);
    expect([...openHistory(join(root, "sub"), env).ignored(["noise.log", "a.rs"])]).toEqual(["noise.log"]);
    expect(openHistory(elsewhere, env).lastChange("elsewhere.rs", 1)).toBeUndefined();
  }
});

it("keeps the rest of the environment, whatever the case of its names", () => {
  const env = gitEnvironment({ PATH: "/bin", GIT_DIR: "x", Git_Index_File: "y", GIT_CONFIG_GLOBAL: "z", GIT_CEILING_DIRECTORIES: "c" });
  expect(env).toMatchObject({ PATH: "/bin", GIT_CONFIG_GLOBAL: "z", GIT_CEILING_DIRECTORIES: "c" });
  expect(Object.keys(env).filter((name) => /dir$|index/i.test(name))).toEqual([]);
});

it.skipIf(process.platform === "win32")("would list wrongly with the hook's own environment", () => {
  // Holds the reason for gitEnvironment to be there: should git ever stop doing this, it can go.
  const root = repository(files);
  const output = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: join(root, "sub"),
    encoding: "utf8",
    env: { ...cleanEnvironment, GIT_DIR: join(root, ".git") },
  });
  expect(output.split("\n")).toContain("top.rs");
});
