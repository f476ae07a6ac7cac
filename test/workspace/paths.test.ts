import { expect, it } from "vitest";
import { globDisk, matcher } from "../../src/workspace/glob.js";
import { normalPath, sortedPaths } from "../../src/workspace/paths.js";
import { sandbox } from "../git/sandbox.js";

it("resolves dots and slashes, and refuses what leads out", () => {
  expect(["a//b/", "./a/../b", "", ".", "a/..", "..a/b", "-x", ":y"].map(normalPath)).toEqual([
    "a/b",
    "b",
    "",
    "",
    "",
    "..a/b",
    "-x",
    ":y",
  ]);
  expect(["..", "../a", "a/../../b", "/a", "a\0b"].map(normalPath)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

it("sorts by bytes and drops doubles", () => {
  expect(sortedPaths(["b", "a/c", "a", "a-", "b", "\u{1F600}", "\uFF5E"])).toEqual(["a", "a-", "a/c", "b", "\uFF5E", "\u{1F600}"]);
});

it("globs files that git would ignore, dot files too, and neither links' targets nor the outside", () => {
  const root = sandbox({ "a.md": "", "x/.b.md": "", ".c/d.md": "", "x/e.rs": "", "node_modules/m.md": "", ".git/g.md": "" });
  expect(globDisk(root, ["**/*.md"])).toEqual([".c/d.md", "a.md", "x/.b.md"]);
  expect(globDisk(root, ["node_modules/*.md", "./x/*", "!x/*.rs"])).toEqual(["node_modules/m.md", "x/.b.md"]);
  expect(globDisk(`${root}/x`, ["../*.md", "*"])).toEqual([".b.md", "e.rs"]);
  expect(globDisk(root, [])).toEqual([]);
});

it("matches as it globs", () => {
  const files = ["a.md", "x/.b.md", ".c/d.md", "x/e.rs", "x/y/f.md", "X/g.md"];
  const root = sandbox(Object.fromEntries(files.map((path) => [path, ""])));
  for (const patterns of [
    ["**/*.md"],
    ["*.md"],
    ["x"],
    ["x/y/"],
    ["**", "!x/y"],
    ["x/**"],
    ["**", "!x/**"],
    ["./x/*.{rs,md}"],
    ["x/[a-f].rs"],
    ["!a.md"],
    ["**/x/*"],
    [],
  ]) {
    expect([patterns, sortedPaths(files.filter(matcher(patterns)))]).toEqual([patterns, globDisk(root, patterns)]);
  }
});
