import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkspace } from "../../src/workspace/disk.js";
import { asOrdinaryUser, cleanEnvironment, commit, git, repository, sandbox, write } from "../git/sandbox.js";

const list = (root: string) => openWorkspace(root, { env: cleanEnvironment }).list();

describe("listing a git work tree", () => {
  it("gives tracked and untracked files that are not ignored, whatever their folder", async () => {
    const root = repository({
      ".gitignore": "*.log\ntarget/\n",
      "a.rs": "",
      "dist/b.rs": "",
      ".hidden/c.rs": "",
      "ünï cödé/\u{1F600}.rs": "",
    });
    write(root, { "new.rs": "", "noise.log": "", "target/x.rs": "", "node_modules/m.js": "" });
    expect(await list(root)).toEqual([
      ".gitignore",
      ".hidden/c.rs",
      "a.rs",
      "dist/b.rs",
      "new.rs",
      "node_modules/m.js",
      "ünï cödé/\u{1F600}.rs",
    ]);
  });

  it("is relative to a root below the top", async () => {
    const root = repository({ "a.rs": "", "sub/b.rs": "", "sub/d/c.rs": "" });
    expect(await list(join(root, "sub"))).toEqual(["b.rs", "d/c.rs"]);
  });

  it("drops what is gone, links, and files that links or folders have replaced", async () => {
    const root = repository({ "gone.rs": "", "real/a.rs": "", "moved/b.rs": "", "now-link.rs": "", "now-folder": "" });
    symlinkSync("real/a.rs", join(root, "link.rs"));
    git(root, ["add", "link.rs"]);
    symlinkSync("real", join(root, "untracked-link"));
    unlinkSync(join(root, "gone.rs"));
    unlinkSync(join(root, "now-link.rs"));
    symlinkSync("real/a.rs", join(root, "now-link.rs"));
    unlinkSync(join(root, "now-folder"));
    mkdirSync(join(root, "now-folder"));
    renameSync(join(root, "moved"), join(root, "elsewhere"));
    symlinkSync("elsewhere", join(root, "moved"));
    expect(await list(root)).toEqual(["elsewhere/b.rs", "real/a.rs"]);
  });

  it("leaves out submodules and nested repositories", async () => {
    const other = repository({ "inner.rs": "" });
    const root = repository({ "a.rs": "" });
    git(root, ["submodule", "--quiet", "add", other, "module"]);
    write(root, { "nested/n.rs": "" });
    git(join(root, "nested"), ["init", "-q"]);
    commit(join(root, "nested"));
    expect(await list(root)).toEqual([".gitmodules", "a.rs"]);
  });

  it("names an unmerged file once", async () => {
    const root = repository({ "a.rs": "base\n" });
    git(root, ["checkout", "-q", "-b", "other"]);
    write(root, { "a.rs": "theirs\n" });
    commit(root);
    git(root, ["checkout", "-q", "main"]);
    write(root, { "a.rs": "ours\n" });
    commit(root);
    expect(() => git(root, ["merge", "-q", "other"])).toThrow();
    expect(git(root, ["ls-files", "--unmerged"]).trim().split("\n")).toHaveLength(3);
    expect(await list(root)).toEqual(["a.rs"]);
  });

  it("sees a file that appears between two listings", async () => {
    const root = repository({ "a.rs": "" });
    const workspace = openWorkspace(root, { env: cleanEnvironment });
    expect(await workspace.list()).toEqual(["a.rs"]);
    write(root, { "b.rs": "" });
    expect(await workspace.list()).toEqual(["a.rs", "b.rs"]);
  });
});

describe("listing without git's help", () => {
  const files = {
    "b.rs": "",
    "a/.dot.rs": "",
    ".github/w.yml": "",
    ".hidden/h.rs": "",
    "x/target/t.rs": "",
    "node_modules/m.js": "",
    "a/build/b.rs": "",
  };
  const expected = [".github/w.yml", "a/.dot.rs", "b.rs"];

  it("walks, and passes by hidden and build folders and links", async () => {
    const root = sandbox(files);
    symlinkSync("a", join(root, "link"));
    symlinkSync("b.rs", join(root, "link.rs"));
    expect(await list(root)).toEqual(expected);
  });

  it("walks where git is missing or fails", async () => {
    const root = sandbox(files);
    git(root, ["init", "-q"]);
    expect(await list(root)).toContain("node_modules/m.js");
    expect(await openWorkspace(root, { env: { PATH: sandbox() } }).list()).toEqual(expected);
    write(root, { ".git/index": "damaged" });
    expect(await list(root)).toEqual(expected);
  });

  it("finds nothing in a root that is not there", async () => {
    const workspace = openWorkspace(join(sandbox(), "nowhere"), { env: cleanEnvironment });
    expect([await workspace.list(), workspace.entry(""), workspace.entry("a"), workspace.read("a").kind]).toEqual([
      [],
      "absent",
      "absent",
      "absent",
    ]);
  });
});

describe("links", () => {
  it("are followed inside the root and never out of it", () => {
    const outside = sandbox({ "secret.rs": "secret" });
    const root = sandbox({ "real/a.rs": "inside" });
    symlinkSync(outside, join(root, "out"));
    symlinkSync(join(outside, "secret.rs"), join(root, "out.rs"));
    symlinkSync("real", join(root, "in"));
    symlinkSync("real/a.rs", join(root, "in.rs"));
    symlinkSync("nowhere", join(root, "dangling"));
    symlinkSync("loop", join(root, "loop"));
    const workspace = openWorkspace(root);
    for (const path of ["out", "out/secret.rs", "out.rs", "dangling", "loop", "loop/x"]) {
      expect([path, workspace.entry(path), workspace.read(path), workspace.bytes(path)]).toEqual([
        path,
        "absent",
        { kind: "absent" },
        undefined,
      ]);
    }
    expect(["in", "in/a.rs", "in.rs"].map(workspace.entry)).toEqual(["directory", "file", "file"]);
    expect([workspace.read("in/a.rs"), workspace.read("in.rs")]).toEqual([
      { kind: "text", text: "inside" },
      { kind: "text", text: "inside" },
    ]);
  });

  it("may lead to the root, and one name may be a link to another that differs in case", () => {
    const root = sandbox({ "README.md": "x" });
    symlinkSync("README.md", join(root, "readme.md"));
    symlinkSync(root, join(root, "self"));
    expect(["readme.md", "Readme.md", "self/README.md"].map(openWorkspace(root).entry)).toEqual(["file", "absent", "file"]);
    const link = join(sandbox(), "link");
    symlinkSync(root, link);
    expect([openWorkspace(link).root, openWorkspace(link).entry("README.md")]).toEqual([link, "file"]);
  });
});

describe("what cannot be read", () => {
  it.skipIf(process.platform === "win32")("says that permission is denied", async () => {
    const root = sandbox({ "closed.rs": "x", "closed/a.rs": "x" });
    chmodSync(join(root, "closed.rs"), 0);
    chmodSync(join(root, "closed"), 0);
    const workspace = openWorkspace(root);
    const denied = { kind: "unreadable", reason: "permission denied" };
    const look = () => [
      workspace.read("closed.rs"),
      workspace.bytes("closed.rs"),
      workspace.entry("closed.rs"),
      workspace.read("closed/a.rs"),
    ];
    const seen = await asOrdinaryUser(root, look);
    chmodSync(join(root, "closed"), 0o700);
    expect(seen).toEqual([denied, undefined, "file", denied]);
  });

  it.skipIf(process.platform === "win32")("is listed where git knows of it", async () => {
    const root = repository({ "open.rs": "", "closed/a.rs": "", "closed/deep/b.rs": "" });
    chmodSync(join(root, "closed"), 0);
    const listed = await asOrdinaryUser(root, () => list(root));
    chmodSync(join(root, "closed"), 0o700);
    expect(listed).toEqual(["closed/a.rs", "closed/deep/b.rs", "open.rs"]);
  });

  it.skipIf(process.platform === "win32")("does not wait for a pipe", () => {
    const root = sandbox();
    execFileSync("mkfifo", [join(root, "pipe")]);
    const workspace = openWorkspace(root);
    expect([workspace.entry("pipe"), workspace.read("pipe"), workspace.bytes("pipe")]).toEqual(["absent", { kind: "absent" }, undefined]);
  });

  it("is seen once it is there", () => {
    const root = sandbox({ "a/x": "" });
    const workspace = openWorkspace(root);
    expect(workspace.entry("b/y")).toBe("absent");
    write(root, { "b/y": "now" });
    expect(workspace.read("b/y")).toEqual({ kind: "text", text: "now" });
    rmSync(join(root, "b"), { recursive: true });
    expect(workspace.read("b/y")).toEqual({ kind: "absent" });
  });
});

describe("real", () => {
  it("is the path by which the listing knows what a link leads to", () => {
    const root = sandbox({ "real/a.rs": "" });
    symlinkSync("real", join(root, "folder"));
    symlinkSync("real/a.rs", join(root, "link.rs"));
    const workspace = openWorkspace(root, { env: cleanEnvironment });
    expect(["folder/a.rs", "link.rs", "real/a.rs", "gone.rs"].map(workspace.real)).toEqual([
      "real/a.rs",
      "real/a.rs",
      "real/a.rs",
      "gone.rs",
    ]);
  });
});
