import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sandbox } from "../git/sandbox.js";
import { folderForFile, run, succeed, userEnvironment } from "./commands.js";
import { bystander, commit, commits, copyFixture, loseAnchor, touch } from "./commits.js";
import { checkoutOfProject, readmeBlock, repositoryIn } from "./project.js";

const program = await run(".", "pre-commit", ["--version"]).catch(() => undefined);
const missing = program?.code !== 0;
const inCi = (process.env["CI"] ?? "") !== "";
const environment = { ...userEnvironment, PRE_COMMIT_HOME: folderForFile(), PRE_COMMIT_COLOR: "never" };
const checkout = folderForFile();
const warmed = folderForFile();
let revision = "";

/** The README's configuration, pointed at the checkout. */
function configuration(): string {
  return readmeBlock("yaml", "repos:\n")
    .replace(/(?<=- repo: ).*/, JSON.stringify(checkout))
    .replace(/(?<= rev: ).*/, revision);
}

/** A repository with the fixture and a configuration. */
async function configured(fixture: string, root = join(sandbox(), "with space"), text = configuration()): Promise<string> {
  copyFixture(fixture, root);
  writeFileSync(join(root, ".pre-commit-config.yaml"), text);
  await repositoryIn(root);
  return root;
}

/** What the hook's line in pre-commit's list says. */
const said = (output: string): string | undefined => /^spec-anchors\.+(\w+)$/m.exec(output)?.[1];

it("pre-commit is there to be tried", ({ skip }) => {
  skip(missing && !inCi, "pre-commit is not installed");
  expect(program?.output).toMatch(/^pre-commit \d/);
});

// On Windows pre-commit downloads a Node of its own.
describe.skipIf(missing || process.platform === "win32")("the pre-commit hook", () => {
  beforeAll(async () => {
    revision = await checkoutOfProject(checkout);
    await succeed(await configured("checkpointing", warmed), "pre-commit", ["install-hooks"], environment);
  }, 600_000);

  it("passes the clean fixture, and has looked", async () => {
    const root = await configured("checkpointing");
    const { code, output } = await run(root, "pre-commit", ["run", "--all-files", "--verbose"], environment);
    expect([code, said(output)]).toEqual([0, "Passed"]);
    expect(output).toMatch(/^no problems\n21 rows in 1 document, 21 anchors in 3 files, 133 definitions$/m);
  });

  it("fails the example, and prints what it found", async () => {
    const root = await configured("example");
    const { code, output } = await run(root, "pre-commit", ["run", "--all-files"], environment);
    expect([code, said(output)]).toEqual([1, "Failed"]);
    const found = [...output.matchAll(/^error\[([\w-]+)\]/gm)].map(([, rule]) => rule);
    expect(found).toEqual(["missing-anchor", "dangling-anchor", "malformed-anchor", "undeclared-anchor"]);
  });

  it("takes arguments from the user's configuration", async () => {
    const args = "        args: [--format, compact, --only, undeclared-anchor]\n";
    const root = await configured("example", join(sandbox(), "root"), `${configuration()}${args}`);
    const { code, output } = await run(root, "pre-commit", ["run", "--all-files"], environment);
    expect(code).toBe(1);
    expect(output).toMatch(/\n\nsrc\/replay\.rs:52:12: error undeclared-anchor: .*\n\n$/);
  });

  describe.each(["main", "linked"] as const)("in a %s worktree", (tree) => {
    it.each(commits)("git commit $name", async ({ prepare, args, stopped }) => {
      const main = await configured("checkpointing");
      await succeed(main, "pre-commit", ["install"], environment);
      const root = tree === "main" ? main : join(sandbox(), "linked tree");
      if (tree === "linked") await succeed(main, "git", ["worktree", "add", "-q", "-b", "linked", root]);
      await prepare(root);
      const { output, made } = await commit(root, args, environment);
      expect([said(output), made]).toEqual(stopped === undefined ? ["Passed", true] : ["Failed", false]);
      expect(output).toContain(stopped ?? "");
    });
  });

  it("judges the commit alone: pre-commit takes away what it leaves out", async () => {
    const root = await configured("checkpointing");
    await succeed(root, "pre-commit", ["install"], environment);
    touch(root, bystander);
    loseAnchor(root);
    expect(await commit(root, [bystander], environment)).toMatchObject({ made: true });
    expect(await commit(root, ["-a"], environment)).toMatchObject({ made: false, output: expect.stringContaining("PullbackOnce") });
  });
});
