import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { folderForFile, run, succeed } from "./commands.js";
import { checkoutOfProject, packageJson } from "./project.js";

const checkout = folderForFile();
const prefix = folderForFile();
const folder = folderForFile();

beforeAll(async () => {
  await checkoutOfProject(checkout);
});

describe("installed from its repository, where nothing is built", () => {
  it("works for everybody on the machine, which is how pre-commit 4.6 installs a hook", async () => {
    await succeed(folder, "npm", [
      "install",
      "--global",
      "--prefix",
      prefix,
      "--install-links",
      "--allow-git=root",
      `git+${pathToFileURL(checkout).href}`,
    ]);
    const program = process.platform === "win32" ? join(prefix, packageJson.name) : join(prefix, "bin", packageJson.name);
    const { code, stdout } = await run(folder, program, ["--root", resolve("fixtures/example"), "--format", "compact"]);
    expect([code, stdout.trimEnd().split("\n")]).toEqual([1, expect.objectContaining({ length: 4 })]);
  }, 300_000);

  it("is packed with nothing but the tarball's name on standard output, which is what pre-commit before 4.6 reads", async () => {
    const clone = join(folder, "clone");
    await succeed(folder, "git", ["clone", "-q", checkout, clone]);
    // What `npm ci` would install there.
    symlinkSync(resolve("node_modules"), join(clone, "node_modules"), "junction");
    expect(await succeed(clone, "npm", ["pack"])).toBe(`${packageJson.name}-${packageJson.version}.tgz\n`);
  }, 300_000);
});
