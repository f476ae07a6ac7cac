import { expect, test } from "vitest";
import { subjectOf } from "../../bench/accuracy/subject.js";
import { worldOf } from "../../bench/accuracy/world.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { noHistory } from "../harness/check-files.js";

const names = ["Whole", "First", "Second", "Trailing", "Documented", "Boxed", "Within"];

const code = `//! Speaks of the file.
//! SPEC: Within — the file as a whole.

fn f() {
    // What is said before it goes along.
    // SPEC: Whole — one
    // and two.
    let a = 1;

    // This belongs to nobody.
    // SPEC: First — a
    // and more.
    // SPEC: Second — b
    let b = a; // SPEC: Trailing — on its line
               // and below.
    // Not this.
    let c = b;
}

/// What it does.
///
/// SPEC: Documented — and why.
// A comment of another kind.
fn g() {
    let d = 1;
    /* SPEC: Boxed — in a box
         of two lines. */
    let e = 2;
}
`;

async function blocksOf(text: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = names.map((name) => `| \`${name}\` | \`src/a.rs\` | because |`).join("\n");
  const document = `# Table\n\n| Invariant (\`SPEC:\` anchors) | Site | Why |\n| --- | --- | --- |\n${rows}\n`;
  const workspace = memoryWorkspace({ "specs/README.md": document, "src/a.rs": text });
  const { sources, leftOut } = await subjectOf(await worldOf(workspace, noHistory));
  expect(leftOut).toEqual([]);
  const anchors = sources.get("src/a.rs")?.anchors ?? [];
  return Object.fromEntries(anchors.map((anchor) => [anchor.names.join(), [anchor.block.code, ...anchor.block.comment]]));
}

const expected = {
  Within: ["", "// Speaks of the file.", "// SPEC: Within — the file as a whole."],
  Whole: ["", "// What is said before it goes along.", "// SPEC: Whole — one", "// and two."],
  First: ["", "// SPEC: First — a", "// and more."],
  Second: ["", "// SPEC: Second — b"],
  Trailing: ["    let b = a;", "// SPEC: Trailing — on its line", "// and below."],
  Documented: ["", "/// What it does.", "///", "/// SPEC: Documented — and why."],
  Boxed: ["", "/* SPEC: Boxed — in a box", "     of two lines. */"],
};

test("a comment moves as a whole, but without what belongs to other anchors and other comments", async () => {
  expect(await blocksOf(code)).toEqual(expected);
});

test("line ends stay with their lines", async () => {
  const blocks = await blocksOf(code.replaceAll("\n", "\r\n"));
  const withEnds = Object.entries(expected).map(([name, lines]) => [name, lines.map((line) => (line === "" ? "" : `${line}\r`))]);
  expect(blocks).toEqual(Object.fromEntries(withEnds));
});
