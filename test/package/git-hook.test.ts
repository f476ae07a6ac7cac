import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandbox, write } from "../git/sandbox.js";
import { folderForFile, succeed, userEnvironment } from "./commands.js";
import { bystander, commit, commits, copyFixture, loseAnchor, touch } from "./commits.js";
import { install, pack } from "./packed.js";
import { readmeBlock, repositoryIn } from "./project.js";
import { openRegistry, type Registry } from "./registry.js";

const packed = folderForFile();
const installed = folderForFile();
let tarball = "";

beforeAll(async () => {
  tarball = await pack(packed);
  write(installed, { "package.json": "{}" });
  await install(installed, tarball);
}, 300_000);

/** A repository with the fixture and the README's hook. */
async function hooked(fixture: string): Promise<string> {
  const root = join(sandbox(), "with space");
  copyFixture(fixture, root);
  write(root, { ".gitignore": "node_modules\n" });
  await repositoryIn(root);
  write(root, { ".git/hooks/pre-commit": readmeBlock("sh", "#!/bin/sh") });
  chmodSync(join(root, ".git/hooks/pre-commit"), 0o755);
  return root;
}

function installIn(root: string): void {
  symlinkSync(join(installed, "node_modules"), join(root, "node_modules"), "junction");
}

describe.each(["main", "linked"] as const)("the README's git hook in a %s worktree", (tree) => {
  it.each(commits)("git commit $name", async ({ prepare, args, stopped }) => {
    const main = await hooked("checkpointing");
    const root = tree === "main" ? main : join(sandbox(), "linked tree");
    if (tree === "linked") await succeed(main, "git", ["worktree", "add", "-q", "-b", "linked", root]);
    installIn(root);
    await prepare(root);
    const { code, output, made } = await commit(root, args);
    expect([output, code, made]).toEqual([
      expect.stringContaining(stopped ?? "no problems"),
      stopped === undefined ? 0 : 1,
      stopped === undefined,
    ]);
  });
});

describe("the README's git hook", () => {
  it("judges what stands on disk, also what the commit leaves out", async () => {
    const root = await hooked("checkpointing");
    installIn(root);
    touch(root, bystander);
    loseAnchor(root);
    const { output, made } = await commit(root, [bystander]);
    expect([output, made]).toEqual([expect.stringContaining("PullbackOnce"), false]);
  });

  it("stops a commit where nothing can be checked", async () => {
    const root = await hooked("checkpointing");
    installIn(root);
    await succeed(root, "git", ["rm", "-q", "-r", "specs"]);
    expect(await commit(root, [])).toMatchObject({ made: false, output: expect.stringContaining("nothing-checked") });
  });
});

describe("the README's git hook where the package is not installed", () => {
  let registry: Registry | undefined;
  const cache = folderForFile();

  beforeAll(async () => {
    registry = await openRegistry(tarball, join(installed, "node_modules/spec-anchors"));
  });
  afterAll(() => registry?.close());

  it("fetches it", async () => {
    const env = { ...userEnvironment, npm_config_registry: registry?.url, npm_config_cache: cache, npm_config_noproxy: "127.0.0.1" };
    const root = await hooked("checkpointing");
    touch(root, bystander);
    const passed = await commit(root, ["-a"], env);
    expect(passed).toMatchObject({ made: true, output: expect.stringContaining("no problems") });
    loseAnchor(root);
    const stopped = await commit(root, ["-a"], env);
    expect(stopped).toMatchObject({ made: false, output: expect.stringContaining("error[missing-anchor]") });
    expect(registry?.asked).toContain("/spec-anchors.tgz");
  }, 120_000);
});
