import { describe, expect, it } from "vitest";
import { at, lease, lineOf, traced } from "./lease.js";

const row =
  "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `SortedCheckpoints` | `src/a.rs` | so |\n| `Safety` | `src/a.rs` | so |\n";

/** What tests are found for a name by a file of tests. */
async function found(text: string, path = "tests/a.rs", name = "SortedCheckpoints"): Promise<readonly string[]> {
  const matrix = await traced({ "specs/README.md": row, "src/a.rs": "fn a() {}\n", [path]: text });
  return lineOf(matrix, name).tests.map(({ line, test, by }) => `${line} ${test} ${by}`);
}

describe("a test names an invariant", () => {
  it.each([
    ["in its name", "#[test]\nfn sorted_checkpoints_hold() {}\n", ["2 sorted_checkpoints_hold name"]],
    ["in its name, as it is", "#[test]\nfn SortedCheckpoints() {}\n", ["2 SortedCheckpoints name"]],
    ["in a comment in it", "#[test]\nfn a() {\n    go(); // SortedCheckpoints\n}\n", ["2 a comment"]],
    ["in a comment right above it", "// SortedCheckpoints +\n// more\n#[test]\nfn a() {}\n", ["4 a comment"]],
    ["in a doc comment", "/// Of `SortedCheckpoints`.\n#[test]\nfn a() {}\n", ["3 a comment"]],
    ["in a comment between attributes", "#[test]\n// SortedCheckpoints\n#[ignore]\nfn a() {}\n", ["4 a comment"]],
    ["in an attribute", '#[test]\n#[ignore = "SortedCheckpoints"]\nfn a() {}\n', ["3 a attribute"]],
    [
      "in a module of tests",
      "#[cfg(test)]\nmod tests {\n    #[test]\n    fn sorted_checkpoints() {}\n}\n",
      ["4 tests::sorted_checkpoints name"],
    ],
    ["in a function inside it", "#[test]\nfn a() {\n    fn b() {\n        // SortedCheckpoints\n    }\n}\n", ["2 a comment"]],
    ["in a macro", "proptest! {\n    #[test]\n    fn sorted_checkpoints(x in 0..9) { go(x); }\n}\n", ["3 sorted_checkpoints name"]],
    [
      "in a comment in a macro",
      "proptest! {\n    #[test]\n    fn a(x in 0..9) {\n        // SortedCheckpoints\n        go(x);\n    }\n}\n",
      ["3 a comment"],
    ],
    [
      "above and in its name: the name goes first",
      "// SortedCheckpoints\n#[test]\nfn sorted_checkpoints() {}\n",
      ["3 sorted_checkpoints name"],
    ],
    ["twice: the name goes first", "#[test]\nfn sorted_checkpoints() {\n    // SortedCheckpoints\n}\n", ["2 sorted_checkpoints name"]],
  ])("%s", async (_where, text, tests) => {
    expect(await found(text)).toEqual(tests);
  });

  it.each([
    ["in a function that is no test", "fn sorted_checkpoints() {\n    // SortedCheckpoints\n}\n"],
    ["in a helper among tests", "#[cfg(test)]\nmod tests {\n    // SortedCheckpoints\n    fn helper() {}\n}\n"],
    ["in a string", '#[test]\nfn a() {\n    assert!(go(), "SortedCheckpoints");\n}\n'],
    ["in code", "#[test]\nfn a() {\n    sorted_checkpoints(SortedCheckpoints);\n}\n"],
    ["as a part of a word", "#[test]\nfn a() {\n    // SortedCheckpointsToo and sorted_checkpoints\n}\n"],
    ["in a comment with a blank line below", "// SortedCheckpoints\n\n#[test]\nfn a() {}\n"],
    ["in a comment about what is before it", "#[test]\nfn a() {}\n// SortedCheckpoints\n"],
    ["in a comment of the file", "//! SortedCheckpoints\n\n#[test]\nfn a() {}\n"],
  ])("but not %s", async (_where, text) => {
    expect(await found(text)).toEqual([]);
  });

  it("by a word of plain language only in backticks, or alone in its name", async () => {
    expect(await found("#[test]\nfn a() {\n    // Safety: the pointer is ours\n}\n", "tests/a.rs", "Safety")).toEqual([]);
    expect(await found("#[test]\nfn a() {\n    // `Safety`\n}\n", "tests/a.rs", "Safety")).toEqual(["2 a comment"]);
    expect(await found("#[test]\nfn safety() {}\n#[test]\nfn safety_belt_fits() {}\n", "tests/a.rs", "Safety")).toEqual(["2 safety name"]);
  });
});

describe("tests of other languages", () => {
  it.each([
    ["a.test.cpp", "TEST(Sorting, SortedCheckpointsHold) {\n  go();\n}\n", ["1 Sorting::SortedCheckpointsHold name"]],
    ["a.test.cpp", "// SortedCheckpoints\nTEST(Sorting, Holds) {\n  go();\n}\n", ["2 Sorting::Holds comment"]],
    ["a.cpp", "void sorted_checkpoints() {\n  go(); // SortedCheckpoints\n}\n", []],
    [
      "a.test.ts",
      'describe("a", () => {\n  it("keeps SortedCheckpoints", () => {\n    go();\n  });\n});\n',
      ["2 a::keeps SortedCheckpoints name"],
    ],
    ["a.test.ts", 'it("holds", () => {\n  // SortedCheckpoints\n  go();\n});\n', ["1 holds comment"]],
    ["a.test.ts", '// SortedCheckpoints\nit("holds", () => {\n  go();\n});\n', ["2 holds comment"]],
    ["a.test.ts", 'it("holds", () => {\n  go("SortedCheckpoints", SortedCheckpoints);\n});\n', []],
    ["a_test.go", "package a\n\nfunc TestSortedCheckpoints(t *testing.T) {\n\trun()\n}\n", ["3 TestSortedCheckpoints name"]],
    ["a_test.go", "package a\n\n// SortedCheckpoints\nfunc TestA(t *testing.T) {\n\trun()\n}\n", ["4 TestA comment"]],
    ["a_test.go", "package a\n\nfunc sortedCheckpoints() {\n\t// SortedCheckpoints\n}\n", []],
    ["a.go", "package a\n\nfunc TestSortedCheckpoints() {\n\trun()\n}\n", []],
    ["a.rs", "#[cfg(test)]\nmod tests {\n    fn test_a() {\n        // SortedCheckpoints\n    }\n}\n", ["3 tests::test_a comment"]],
    ["a.ts", "export function sortedCheckpoints() {\n  // SortedCheckpoints\n}\n", []],
  ])("%s: %j", async (path, text, tests) => {
    expect(await found(text, `tests/${path}`)).toEqual(tests);
  });
});

describe("where tests are looked for", () => {
  it("is every source file that is not excluded, wherever anchors are looked for", async () => {
    const files = { ...lease, "spec-anchors.toml": 'sources = ["src/**"]\n' };
    expect(lineOf(await traced(files), "Progress").tests.map(at)).toEqual(["tests/lease.rs:2"]);
    const excluded = { ...lease, "spec-anchors.toml": 'exclude = ["tests/**"]\n' };
    expect(lineOf(await traced(excluded), "Progress").tests).toEqual([]);
  });

  it("in the order of the files and lines", async () => {
    const files = {
      ...lease,
      "src/also.rs": "#[test]\nfn progress() {}\n",
      "tests/also.rs": "// `Progress`\n#[test]\nfn b() {}\n#[test]\nfn progress() {}\n",
    };
    expect(lineOf(await traced(files), "Progress").tests.map(at)).toEqual([
      "src/also.rs:2",
      "tests/also.rs:3",
      "tests/also.rs:5",
      "tests/lease.rs:2",
    ]);
  });

  it("says which files look like tests, name something, and are not read", async () => {
    const files = {
      ...lease,
      "tests/check.sh": "# NoDoubleGrant\n",
      "tests/other.sh": "# nothing\n",
      "run.sh": "# NoDoubleGrant\n",
      "tests/words.sh": "# `Safety` first\n",
    };
    expect((await traced(files)).unreadTests).toEqual(["tests/check.sh"]);
  });
});
