import { expect, it } from "vitest";
import { diagnose } from "../harness/check-files.js";

const document = "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `FifoOrder` | `src/queue.rs` | the oldest first |\n";

const sourceWith = (comment: string): string => `fn f() {\n    ${comment}\n    g();\n}\n`;

/** The rules that speak when the comment is all that the row can lean on. */
async function rulesOn(comment: string): Promise<readonly string[]> {
  const found = await diagnose({ "specs/README.md": document, "src/queue.rs": sourceWith(comment) });
  return found.map(({ rule }) => rule);
}

it.each([
  "// SPEC: FifoOrder",
  "//SPEC: FifoOrder",
  "// SPEC:  FifoOrder",
  "// SPEC:\tFifoOrder",
  "// - SPEC: FifoOrder",
  "/// SPEC: `FifoOrder`",
  "/* SPEC: FifoOrder */",
  "// SPEC: FifoOrder's sibling",
  "// SPEC: FifoOrder holds here",
])("finds nothing wrong with `%s`", async (comment) => {
  expect(await rulesOn(comment)).toEqual([]);
});

it.each([
  "// SPEC:FifoOrder",
  "// SPEC : FifoOrder",
  "// SPEC FifoOrder",
  "// Spec: FifoOrder",
  "// spec fifoorder",
  "// Spec: FifoOrder holds here",
  "// (SPEC: FifoOrder)",
  "// 1. SPEC: FifoOrder",
  "// TODO SPEC: FifoOrder",
  "// SPEC: fifoOrder",
  "// SPEC: Fifo_Order",
  "// SPEC: FifoOrdering",
])("reports `%s`, once", async (comment) => {
  const isFarther = comment.endsWith("FifoOrdering");
  expect(await rulesOn(comment)).toEqual(isFarther ? ["missing-anchor", "undeclared-anchor"] : ["malformed-anchor"]);
});

it.each([
  ["// Spec: FifoOrder — why", "// SPEC: FifoOrder — why"],
  ["// spec   fifoorder", "// SPEC: FifoOrder"],
  ["//SPEC:`FifoOrder`", "//SPEC: `FifoOrder`"],
])("mends `%s` by a safe fix that leaves nothing to report", async (written, mended) => {
  const [finding] = await diagnose({ "specs/README.md": document, "src/queue.rs": sourceWith(written) });
  expect(finding?.fix?.safe).toBe(true);
  const edits = [...(finding?.fix?.edits ?? [])].sort((a, b) => b.column - a.column);
  const line = `    ${written}`;
  const after = edits.reduce((text, { column, endColumn, text: by }) => text.slice(0, column - 1) + by + text.slice(endColumn - 1), line);
  expect(after).toBe(`    ${mended}`);
  expect(await rulesOn(mended)).toEqual([]);
});

it.each(["// Spec: Protocol section 11", "// the spec FifoOrder belongs to", "// Spec FifoOrder says so"])(
  "takes `%s` for prose where the row has its anchor",
  async (prose) => {
    const found = await diagnose({
      "specs/README.md": document,
      "src/queue.rs": `${sourceWith("// SPEC: FifoOrder")}${sourceWith(prose)}`,
    });
    expect(found).toEqual([]);
  },
);
