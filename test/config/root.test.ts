import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findRoot } from "../../src/config/root.js";
import { UserError } from "../../src/model/user-error.js";

let base = "";
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "root-")));
  mkdirSync(join(base, "repo/crates/a/src"), { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true }));

const at = (path: string) => join(base, path);
const file = (path: string) => writeFileSync(at(path), "");

function userError(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return `${error.message} | ${error.hint}`;
    throw error;
  }
  return "no error";
}

describe("findRoot without anything given", () => {
  test("takes the working folder where there is neither a configuration nor git", () => {
    expect(findRoot(at("repo/crates"))).toEqual({ root: at("repo/crates"), configPath: undefined });
  });

  test("takes the nearest folder with a `.git` folder", () => {
    mkdirSync(at("repo/.git"));
    expect(findRoot(at("repo/crates/a/src"))).toEqual({ root: at("repo"), configPath: undefined });
  });

  test("takes a `.git` file, as worktrees and submodules have", () => {
    mkdirSync(at("repo/.git"));
    file("repo/crates/a/.git");
    expect(findRoot(at("repo/crates/a/src")).root).toBe(at("repo/crates/a"));
  });

  test("takes the nearest configuration, also where git's top level is nearer", () => {
    file("repo/spec-anchors.toml");
    mkdirSync(at("repo/crates/a/.git"));
    expect(findRoot(at("repo/crates/a/src"))).toEqual({ root: at("repo"), configPath: at("repo/spec-anchors.toml") });
    file("repo/crates/spec-anchors.toml");
    expect(findRoot(at("repo/crates/a")).root).toBe(at("repo/crates"));
  });

  test("takes no folder for a configuration", () => {
    mkdirSync(at("repo/spec-anchors.toml"));
    expect(findRoot(at("repo"))).toEqual({ root: at("repo"), configPath: undefined });
  });
});

describe("findRoot with a configuration given", () => {
  test("takes its folder", () => {
    file("repo/spec-anchors.toml");
    file("repo/crates/other.toml");
    expect(findRoot(at("repo"), { config: "crates/other.toml" })).toEqual({
      root: at("repo/crates"),
      configPath: at("repo/crates/other.toml"),
    });
  });

  test("leaves the root to `--root`", () => {
    file("repo/other.toml");
    file("repo/crates/spec-anchors.toml");
    expect(findRoot(at("repo/crates"), { config: "../other.toml", root: "." })).toEqual({
      root: at("repo/crates"),
      configPath: at("repo/other.toml"),
    });
  });

  test("refuses what is no file", () => {
    expect(userError(() => findRoot(base, { config: "no.toml" }))).toBe(
      "The configuration `no.toml` does not exist. | Check the path after `--config`.",
    );
    expect(userError(() => findRoot(base, { config: "repo" }))).toBe(
      "The configuration `repo` is a folder. | Name the file in it, or use `--root repo`.",
    );
  });
});

describe("findRoot with a root given", () => {
  test("takes the configuration in it and no other", () => {
    file("repo/spec-anchors.toml");
    expect(findRoot(base, { root: "repo" })).toEqual({ root: at("repo"), configPath: at("repo/spec-anchors.toml") });
    expect(findRoot(base, { root: at("repo/crates") })).toEqual({ root: at("repo/crates"), configPath: undefined });
  });

  test("refuses what is no folder", () => {
    file("repo/file");
    expect(userError(() => findRoot(base, { root: "no" }))).toBe("The root `no` does not exist. | Check the path after `--root`.");
    expect(userError(() => findRoot(base, { root: "repo/file" }))).toBe(
      "The root `repo/file` is not a folder. | Name a folder after `--root`.",
    );
  });
});
