import { chmodSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { gitEnvironment } from "../../src/git/environment.js";
import { git, repository, sandbox, write } from "../git/sandbox.js";

/** What a program saw that ran inside a hook. */
interface Seen {
  readonly variables: readonly string[];
  readonly lists: readonly (readonly string[])[];
  readonly lastChange: number;
  readonly ignored: readonly string[];
}

/** Commits with a pre-commit hook that looks at the three folders. */
async function commitAndLook(committed: string, hooks: string, folders: readonly string[], args: readonly string[]): Promise<Seen> {
  const probe = sandbox();
  const contents = `
    import { writeFileSync } from "node:fs";
    import { gitEnvironment } from "./git/environment.js";
    import { openHistory } from "./git/history.js";
    import { openWorkspace } from "./workspace/disk.js";
    const [seen, ...folders] = process.argv.slice(2);
    const env = gitEnvironment(process.env);
    const variables = Object.keys(process.env).filter((name) => ["GIT_DIR", "GIT_INDEX_FILE"].includes(name)).sort();
    const lists = await Promise.all(folders.map((root) => openWorkspace(root, { env }).list()));
    const history = openHistory(folders[1], env);
    writeFileSync(seen, JSON.stringify({ variables, lists, lastChange: history.lastChange("a.rs", 1), ignored: [...history.ignored(["noise.log", "a.rs"])] }));
  `;
  const stdin = { contents, resolveDir: resolve("src"), loader: "js" as const };
  await build({ stdin, bundle: true, platform: "node", format: "esm", outfile: join(probe, "probe.mjs"), logLevel: "error" });
  const command = [process.execPath, join(probe, "probe.mjs"), join(probe, "seen.json"), ...folders].map((word) => `'${word}'`).join(" ");
  write(hooks, { "pre-commit": `#!/bin/sh\n${command}\n` });
  chmodSync(join(hooks, "pre-commit"), 0o755);
  git(committed, args);
  return JSON.parse(readFileSync(join(probe, "seen.json"), "utf8")) as Seen;
}

/** A repository with a file that is tracked although it is ignored: what only the index can tell. */
function example(): string {
  const root = repository({ ".gitignore": "*.log\n", "top.rs": "", "sub/a.rs": "one\ntwo\n", "sub/noise.log": "", "sub/kept.log": "" });
  git(root, ["add", "-f", "sub/kept.log"]);
  git(root, ["commit", "-q", "-m", "kept"]);
  return root;
}

function change(root: string): void {
  write(root, { "sub/a.rs": "one\nTWO\n", "sub/new.rs": "" });
  git(root, ["add", "sub"]);
}

const expected = [
  [".gitignore", "sub/a.rs", "sub/kept.log", "sub/new.rs", "top.rs"],
  ["a.rs", "kept.log", "new.rs"],
  ["deep/e.rs", "elsewhere.log"],
];

function elsewhere(): string {
  const root = repository({ "deep/e.rs": "", "elsewhere.log": "" });
  write(root, { ".git/info/exclude": "*.log\n" });
  return root;
}

describe.skipIf(process.platform === "win32")("in a pre-commit hook", () => {
  it.each([
    ["commit of the index", ["commit", "-q", "-m", "x"]],
    ["commit -a", ["commit", "-q", "-a", "-m", "x"]],
    ["commit PATH", ["commit", "-q", "-m", "x", "sub/a.rs"]],
  ])("%s: every folder is seen as what it is", async (_, args) => {
    const root = example();
    change(root);
    const seen = await commitAndLook(root, join(root, ".git/hooks"), [root, join(root, "sub"), elsewhere()], args);
    expect(seen).toEqual({ variables: ["GIT_INDEX_FILE"], lists: expected, lastChange: 1_700_000_000, ignored: ["noise.log"] });
  });

  it("the same in a linked worktree, where git also sets GIT_DIR", async () => {
    const main = example();
    const root = join(sandbox(), "linked tree");
    git(main, ["worktree", "add", "-q", "-b", "linked", root]);
    write(root, { "sub/noise.log": "" });
    change(root);
    const folders = [root, join(root, "sub"), elsewhere()];
    const seen = await commitAndLook(root, join(main, ".git/hooks"), folders, ["commit", "-q", "-m", "x"]);
    expect(seen).toEqual({ variables: ["GIT_DIR", "GIT_INDEX_FILE"], lists: expected, lastChange: 1_700_000_000, ignored: ["noise.log"] });
  });
});

it("keeps the rest of the environment, whatever the case of its names", () => {
  const env = gitEnvironment({ PATH: "/bin", GIT_DIR: "x", Git_Index_File: "y", GIT_CONFIG_GLOBAL: "z", GIT_CEILING_DIRECTORIES: "c" });
  expect(env).toMatchObject({ PATH: "/bin", GIT_CONFIG_GLOBAL: "z", GIT_CEILING_DIRECTORIES: "c" });
  expect(Object.keys(env).filter((name) => /dir$|index/i.test(name))).toEqual([]);
});
