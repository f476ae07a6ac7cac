import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openArchive } from "../../src/git/archive.js";
import { cleanEnvironment, commit, git, repository, sandbox, write } from "./sandbox.js";

const archive = (root: string) => openArchive(root, cleanEnvironment);
const head = (root: string): string => git(root, ["rev-parse", "HEAD"]).trim();

describe("committed", () => {
  it("gives HEAD for files that are as it has them, and for no other", () => {
    const root = repository({ "a.rs": "a\n", "b.rs": "b\n", "staged.rs": "s\n", "deep/c.rs": "c\n", "-dash.rs": "d\n" });
    write(root, { "b.rs": "changed\n", "new.rs": "n\n", "staged.rs": "changed\n" });
    git(root, ["add", "staged.rs"]);
    const paths = ["a.rs", "b.rs", "new.rs", "staged.rs", "deep/c.rs", "gone.rs", "-dash.rs", "../a.rs"];
    expect([...archive(root).committed(paths)]).toEqual(["a.rs", "deep/c.rs", "-dash.rs"].map((path) => [path, head(root)]));
    expect([...archive(join(root, "deep")).committed(["c.rs"])]).toEqual([["c.rs", head(root)]]);
  });

  it("gives nothing without git, without a commit, and for nothing", () => {
    expect(archive(sandbox({ "a.rs": "a\n" })).committed(["a.rs"]).size).toBe(0);
    const empty = sandbox({ "a.rs": "a\n" });
    git(empty, ["init", "-q"]);
    expect(archive(empty).committed(["a.rs"]).size).toBe(0);
    expect(archive(repository({ "a.rs": "a\n" })).committed([]).size).toBe(0);
  });
});

describe("versions", () => {
  it("begins with the commit that is asked for, then goes back from the last one", () => {
    const root = repository({ "a.rs": "one\n" });
    const first = head(root);
    write(root, { "a.rs": "two\n" });
    commit(root);
    write(root, { "b.rs": "other\n" });
    commit(root);
    write(root, { "a.rs": "three\n" });
    expect([...archive(root).versions("a.rs", undefined)]).toEqual(["two\n", "one\n"]);
    expect([...archive(root).versions("a.rs", first)]).toEqual(["one\n", "two\n", "one\n"]);
    expect([...archive(root).versions("a.rs", "0".repeat(40))]).toEqual(["two\n", "one\n"]);
  });

  it("knows a file that was renamed or deleted by its old path", () => {
    const root = repository({ "a.rs": "one\n" });
    renameSync(join(root, "a.rs"), join(root, "b.rs"));
    commit(root);
    rmSync(join(root, "b.rs"));
    commit(root);
    expect([...archive(root).versions("a.rs", undefined)]).toEqual(["one\n"]);
    expect([...archive(root).versions("b.rs", undefined)]).toEqual(["one\n"]);
  });

  it("gives nothing without git and out of the root", () => {
    expect([...archive(sandbox({ "a.rs": "a\n" })).versions("a.rs", undefined)]).toEqual([]);
    const root = repository({ "a.rs": "a\n", "deep/b.rs": "b\n" });
    expect([...archive(join(root, "deep")).versions("../a.rs", undefined)]).toEqual([]);
    expect([...archive(join(root, "deep")).versions("b.rs", undefined)]).toEqual(["b\n"]);
  });
});
