import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines } from "../../src/cli/line-diff.js";
import { unifiedDiff } from "../../src/cli/unified-diff.js";
import { cleanEnvironment, sandbox, write } from "../git/sandbox.js";

const diffOf = (path: string, before: string, after: string): string =>
  unifiedDiff({ path, before, after })
    .map(({ text }) => `${text}\n`)
    .join("");

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `line ${at + 1}\n`);

describe("a unified diff", () => {
  it("shows three lines around a change, and joins what is near", () => {
    const before = numbered(30);
    const after = before.map((line, at) => ([4, 11, 25].includes(at) ? line.toUpperCase() : line));
    expect(diffOf("src/a.rs", before.join(""), after.join(""))).toMatchInlineSnapshot(`
      "--- a/src/a.rs
      +++ b/src/a.rs
      @@ -2,14 +2,14 @@
       line 2
       line 3
       line 4
      -line 5
      +LINE 5
       line 6
       line 7
       line 8
       line 9
       line 10
       line 11
      -line 12
      +LINE 12
       line 13
       line 14
       line 15
      @@ -23,7 +23,7 @@
       line 23
       line 24
       line 25
      -line 26
      +LINE 26
       line 27
       line 28
       line 29
      "
    `);
  });

  it("is nothing where nothing changed", () => {
    expect(diffOf("a", "same\n", "same\n")).toBe("");
  });

  it.each([
    ["", "new\n", "@@ -0,0 +1,1 @@\n+new\n"],
    ["old\n", "", "@@ -1,1 +0,0 @@\n-old\n"],
    ["a\n", "a", "@@ -1,1 +1,1 @@\n-a\n+a\n\\ No newline at end of file\n"],
    ["a\n", "a\r\n", "@@ -1,1 +1,1 @@\n-a\n+a\r\n"],
    ["\uFEFFa\nb\n", "\uFEFFa\nc\n", "@@ -1,2 +1,2 @@\n \uFEFFa\n-b\n+c\n"],
  ])("%j → %j", (before, after, hunks) => {
    expect(diffOf("a", before, after)).toBe(`--- a/a\n+++ b/a\n${hunks}`);
  });

  it.each([
    ["plain/päth.rs", "a/plain/päth.rs"],
    ["with space.rs", "a/with space.rs\t"],
    ['a"b\\c\n.rs', '"a/a\\"b\\\\c\\012.rs"'],
  ])("names %j as patch and git read it", (path, name) => {
    expect(diffOf(path, "a\n", "b\n").split("\n").slice(0, 2)).toEqual([`--- ${name}`, `+++ ${name.replace("a/", "b/")}`]);
  });
});

describe("other programs make the same of it", () => {
  const hasPatch = spawnSync("patch", ["--version"]).status === 0;
  const tools = {
    git: (cwd: string, input: string) =>
      execFileSync("git", ["apply", "--unidiff-zero", "-p1"], { cwd, input, env: cleanEnvironment, stdio: "pipe" }),
    patch: (cwd: string, input: string) => execFileSync("patch", ["-p1", "--silent"], { cwd, input, stdio: "pipe" }),
  };
  const line = fc.tuple(fc.constantFrom("a", "b", "", "--- a", "+++ b", "@@ -1 +1 @@", "é\t"), fc.constantFrom("\n", "\n", "\r\n"));
  // An empty file is deleted by both of them.
  const text = fc
    .tuple(fc.constantFrom("", "\uFEFF"), fc.array(line, { minLength: 1, maxLength: 14 }), fc.constantFrom("", "end"))
    .map(([mark, lines, end]) => mark + lines.map(([words, ending]) => words + ending).join("") + end);
  const names = ["src/a.rs", "with space/é.rs"];

  it.each(["git", ...(hasPatch ? ["patch"] : [])] as ("git" | "patch")[])("%s", (tool) => {
    const root = sandbox();
    fc.assert(
      fc.property(fc.tuple(text, text), fc.tuple(text, text), (one, other) => {
        const changes = [one, other].map(([before, after], at) => ({ path: names[at] ?? "", before, after }));
        for (const { path, before } of changes) write(root, { [path]: before });
        const diff = changes.map(({ path, before, after }) => diffOf(path, before, after)).join("");
        // As it stands before a report.
        if (diff !== "") tools[tool](root, `${diff}\nerror[missing-anchor]: \`a\`\n  --> specs/README.md:1:1\n  |\n1 | - a\n`);
        for (const { path, after } of changes) expect(readFileSync(join(root, path), "utf8")).toBe(after);
      }),
      { numRuns: 60 },
    );
  });
});

describe("large texts", () => {
  /** What the difference says of each side. */
  function holds(before: readonly string[], after: readonly string[]): number {
    const lines = diffLines(before, after);
    expect(lines.flatMap(({ kind, text }) => (kind === "new" ? [] : [text]))).toEqual(before);
    expect(lines.flatMap(({ kind, text }) => (kind === "old" ? [] : [text]))).toEqual(after);
    return lines.filter(({ kind }) => kind !== "same").length;
  }
  const many = numbered(20_000);

  it("with a line moved from end to end, and one changed in the middle", () => {
    const moved = [...many.slice(0, 10), ...many.slice(11, 19_990), many[10] ?? "", ...many.slice(19_990)];
    expect(holds(many, moved)).toBe(2);
    expect(
      holds(
        many,
        moved.map((line, at) => (at === 9000 ? "changed\n" : line)),
      ),
    ).toBe(4);
  });

  it("with many lines that occur often", () => {
    const before = many.map((line, at) => (at % 10 === 0 ? line : "}\n"));
    const after = before.filter((_, at) => at !== 5 && at !== 19_000);
    expect(holds(before, after)).toBe(2);
  });

  it("with nothing in common but their ends, or nothing at all", () => {
    const other = many.map((line) => `other ${line}`);
    expect(holds(many, other)).toBe(40_000);
    expect(holds(["same\n", ...many, "end\n"], ["same\n", ...other, "end\n"])).toBe(40_000);
    expect(holds(many, [...many, ...many])).toBe(20_000);
  });
});
