import { describe, expect, it } from "vitest";
import { applyEdits } from "../harness/apply-edits.js";
import { compactLines, diagnose } from "../harness/check-files.js";

const log = [
  "pub const LIMIT: usize = 64;",
  "",
  "/// Adds a byte.",
  "#[inline]",
  "pub fn append(log: &mut Vec<u8>, byte: u8) {",
  "    if log.len() == LIMIT {",
  "        self.flush::<u8>(log, byte);",
  "    }",
  "    log.push(byte);",
  "}",
  "",
  "pub struct Journal;",
  "",
  "impl Journal {",
  "    pub fn seal(&mut self) {",
  '        trace("sealed by seal_all");',
  "    }",
  "}",
  "",
].join("\n");

/** What is said of a document beside `src/log.rs`, without its place. */
async function said(text: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const lines = await compactLines({ "specs/README.md": `${text}\n`, "src/log.rs": log, ...more });
  return lines.map((line) => line.replace(/^\S+:\d+:\d+: (?:warning|error) /, "")).filter((line) => !line.startsWith("nothing-checked"));
}

const stale = (lines: string, what: string): string =>
  `stale-lines: ${lines} of \`src/log.rs\` ${lines.startsWith("Lines") ? "do" : "does"} not hold \`${what}\`.`;

describe("a citation with lines is right", () => {
  it.each([
    ["at the definition", "`append()` (`src/log.rs:5-10`)"],
    ["where it touches it", "`append()` (`src/log.rs:10-14`)"],
    ["at its comment and attribute", "`append()` (`src/log.rs:3`)"],
    ["at a use", "`LIMIT` (`src/log.rs:6`)"],
    ["at a call, whatever its receiver and type arguments", "`flush(log, byte)` (`src/log.rs:7`)"],
    ["at a name in a string", "`seal_all` (`src/log.rs:16`)"],
    ["if one of several claims holds", "`append()` and `Journal` (`src/log.rs:12`)"],
    ["inside of what is named", "in `Journal::seal` (`src/log.rs:16`)"],
    ["at quoted code", "`log.push( byte )` at `src/log.rs:9`"],
    ["about a line", "`append()` (around line 16 of `src/log.rs`)"],
    ["where a row names it", "| What | Where |\n| --- | --- |\n| `append()` | `src/log.rs:5` |"],
    ["where it is said what is to be done", "Move `append()` to `src/log.rs:1`."],
    ["where nothing is said of them", "See `src/log.rs:2`."],
  ])("%s", async (_, text) => {
    expect(await said(text)).toEqual([]);
  });
});

describe("a citation with lines is wrong", () => {
  it.each([
    ["`append()` (`src/log.rs:12-16`)", [stale("Lines 12-16", "append()")]],
    ["`append()` is defined at `src/log.rs:1`", [stale("Line 1", "append()")]],
    ["`log.push(byte)` at `src/log.rs:1`", [stale("Line 1", "log.push(byte)")]],
    ["| What | Where |\n| --- | --- |\n| `append()` | `src/log.rs:1` |", [stale("Line 1", "append()")]],
    ["| Step | Code (`src/log.rs`) |\n| --- | --- |\n| a | Lines 12-14: `append()` |", [stale("Lines 12-14", "append()")]],
    ["### `src/log.rs`\n\n- `:1` `append()`", [stale("Line 1", "append()")]],
    ["See [`append()`](../src/log.rs#L12).", [stale("Line 12", "append()")]],
    ["`remove()` (`src/log.rs:5-10`)", ["missing-symbol: `src/log.rs` has no `remove()`."]],
    ["`append()` (`src/log.rs:90`)", ["lines-out-of-range: `src/log.rs` has 18 lines, and so no line 90."]],
    ["`append()` (`src/lag.rs:5`)", ["missing-file: `src/lag.rs` does not exist."]],
  ])("%s", async (text, found) => {
    expect(await said(text)).toEqual(found);
  });
});

describe("a citation without lines", () => {
  it.each([
    ["`append()` in `src/log.rs`", []],
    ["`src/log.rs::append`", []],
    ["`src/log.rs` has no `remove()`", []],
    ["`remove()` in `src/log.rs`", ["missing-symbol: `src/log.rs` has no `remove()`."]],
    ["`src/log.rs::remove`", ["missing-symbol: `src/log.rs` has no `remove`."]],
    ["the remedy in `src/log.rs`", []],
    ["`src/lag.rs` writes", ["missing-file: `src/lag.rs` does not exist."]],
    ["`other/lag.rs` writes", []],
    ["`src/out.json` is written", []],
    ["Add `src/lag.rs`.", []],
  ])("%s", async (text, found) => {
    expect(await said(text)).toEqual(found);
  });

  it("is wrong if only its callers are left in the file", async () => {
    const files = { "src/main.rs": "fn main() {\n    append();\n}\n", "src/write.rs": "pub fn append() {}\n", "src/log.rs": "" };
    expect(await said("`src/main.rs::append`", files)).toEqual(["missing-symbol: `src/main.rs` has no `append`."]);
    expect(await said("`append()` in `src/main.rs`", files)).toEqual([]);
  });
});

describe("repairs", () => {
  /** The document after its safe fixes. */
  async function mended(text: string): Promise<string | undefined> {
    const files = { "specs/README.md": text, "src/log.rs": log };
    const fixes = (await diagnose(files)).filter(({ fix }) => fix?.safe === true).flatMap(({ fix }) => fix?.edits ?? []);
    const after = applyEdits(files, fixes);
    const left = (await diagnose(after)).filter(({ rule }) => rule === "stale-lines" || rule === "lines-out-of-range");
    expect(left.filter(({ fix }) => fix?.safe === true)).toEqual([]);
    return after["specs/README.md"];
  }

  it.each([
    ["`append()` (`src/log.rs:12-16`)", "`append()` (`src/log.rs:4-10`)"],
    ["`append()` (`src/log.rs` lines 12–16)", "`append()` (`src/log.rs` lines 4–10)"],
    ["`append()` (`src/log.rs` lines 12 to 16)", "`append()` (`src/log.rs` lines 4 to 10)"],
    ["[`append()`](../src/log.rs#L12-L16)", "[`append()`](../src/log.rs#L4-L10)"],
    ["`append()` in `src/log.rs`, L90", "`append()` in `src/log.rs`, L5"],
    ["`log.push(byte)` at `src/log.rs:1`", "`log.push(byte)` at `src/log.rs:9`"],
  ])("%s", async (before, after) => {
    expect(await mended(`Über é😀 ${before}.\r\nMore.\r\n`)).toBe(`Über é😀 ${after}.\r\nMore.\r\n`);
  });

  it("are shown and not made where several places are as likely", async () => {
    const text = "`LIMIT` (`src/log.rs:15`)\n";
    const [found] = await diagnose({ "specs/README.md": text, "src/log.rs": log });
    expect(found).toMatchObject({ rule: "stale-lines", hint: "Say which is meant: it is at lines 1, 6." });
    expect(found).not.toHaveProperty("fix");
    expect(await mended(text)).toBe(text);
  });
});

describe("files that nothing parses", () => {
  const lean = ["def start : Nat := 0", "", "theorem grows (n : Nat) : n < n + 1 := by", "  simp", "  exact Nat.lt_succ_self n", ""].join(
    "\n",
  );

  it("have blocks by their indentation", async () => {
    const files = { "src/log.rs": "", "proofs/Main.lean": lean };
    expect(await said("`grows` (`proofs/Main.lean:5`)", files)).toEqual([]);
    expect(await said("`grows` (`proofs/Main.lean:1`)", files)).toEqual([
      "stale-lines: Line 1 of `proofs/Main.lean` does not hold `grows`.",
    ]);
  });
});

describe("several files of one name", () => {
  const files = { "src/log.rs": "", "a/tail.rs": "fn tail() {}\n", "b/tail.rs": "fn other() {}\n" };

  it("are a fault, whichever of them it is right in", async () => {
    const found = await diagnose({ ...files, "specs/README.md": "`tail()` (`tail.rs:1`)\n" });
    expect(found).toMatchObject([{ rule: "ambiguous-path", hint: "Write `a/tail.rs`, the only one that has what is said of it." }]);
  });

  it("are none if it is right in all of them, or one is nearest", async () => {
    expect(await said("`tail()` (`tail.rs:1`)", { ...files, "b/tail.rs": "fn tail() {}\n" })).toEqual([]);
    expect(await said("`tail()` (`tail.rs:1`)", { ...files, "specs/tail.rs": "fn tail() {}\n" })).toEqual([]);
  });
});

describe("quoted blocks", () => {
  const quote = (code: string): string => `From \`src/log.rs:3-10\`:\n\n\`\`\`rust\n${code}\n\`\`\``;
  const exact = log.split("\n").slice(4, 10).join("\n");

  it("are right in another layout, and where something is left out", async () => {
    expect(await said(quote(exact.replaceAll("\n", " ").replaceAll("    ", "")))).toEqual([]);
    expect(await said(quote("pub fn append(log: &mut Vec<u8>, byte: u8) {\n    // ...\n    log.push(byte);\n}"))).toEqual([]);
  });

  it("are changed where a line is another one", async () => {
    expect(await said(quote(exact.replace("LIMIT", "MOST")))).toEqual([
      "changed-snippet: The quoted code of `src/log.rs` is not what stands there: line 6 has `if log.len() == LIMIT {` instead of `if log.len() == MOST {`.",
    ]);
  });

  it("are not judged if they are other code, unless they define what the file does not have", async () => {
    expect(await said(quote("for x in 0..3 {\n    println!(x, y, z);\n}"))).toEqual([]);
    expect(await said(quote("fn remove(log: &mut Vec<u8>) {\n    for x in 0..3 { println!(x, y, z); }\n}"))).toEqual([
      "missing-symbol: `src/log.rs` has no `remove`.",
    ]);
  });
});

describe("names beside a path without lines", () => {
  const files = { "specs/types.md": "# Kinds\n\nOf an order there are some.\n" };

  it("are not looked for in a text", async () => {
    expect(await said("It is [`Kind.Sale`](types.md#kinds), see `Kind::Gift` in `specs/types.md`.", files)).toEqual([]);
  });

  it("are in any of the files that stand together", async () => {
    const files = { "src/tail.rs": "pub fn tail_all() {}\n" };
    expect(await said("They are `tail_all()` and `append()` in `src/log.rs`, `src/tail.rs`.", files)).toEqual([]);
    expect(await said("They are `append()` and `tail_all()` in `src/log.rs`, `src/tail.rs`.", files)).toEqual([]);
    expect(await said("It is `tail_all()` in `src/log.rs`.", files)).toEqual(["missing-symbol: `src/log.rs` has no `tail_all()`."]);
  });

  it("are one finding, however often they miss", async () => {
    const lines = "`seal_all()` in `src/log.rs` is first.\n\nThen `seal_more()` in `src/log.rs`.\n\nLast `seal_more()` in `src/log.rs`.";
    const found = (await diagnose({ "specs/README.md": `${lines}\n`, "src/log.rs": log })).filter(({ rule }) => rule === "missing-symbol");
    expect(found.map(({ line, related }) => [line, related.map((one) => one.line)])).toEqual([[3, [5]]]);
  });
});
