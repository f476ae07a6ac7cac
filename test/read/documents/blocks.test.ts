import { expect, it } from "vitest";
import { plainText } from "../../../src/model/document.js";
import { readDocument } from "../../../src/read/documents/markdown.js";

const text = [
  "# Protocol",
  "",
  "Lines 12-14 of `a.rs`",
  "are right.",
  "",
  "- first `b.rs:3`",
  "",
  "  second",
  "",
  "  ```rust",
  "  fn a() {",
  "      b();",
  "  }",
  "  ```",
  "",
  "| A | B |",
  "|---|---|",
  "| `x` | y |",
  "",
  "~~~SH extra",
  "~~~",
  "",
  "    indented",
  "    code",
  "",
  "> ## Quoted",
  "> said",
  "",
  "```c",
  "open",
].join("\n");

for (const end of ["\n", "\r\n"]) {
  it(`reads a document's blocks in order (${JSON.stringify(end)})`, () => {
    const whole = text.replaceAll("\n", end);
    const facts = readDocument("d.md", whole);
    const blocks = (facts?.blocks ?? []).map((block): unknown => {
      switch (block.kind) {
        case "heading":
          return `${"#".repeat(block.heading.depth)} ${plainText(block.heading.pieces)}`;
        case "text":
          return `${block.item ? "- " : ""}${plainText(block.pieces)}`;
        case "table":
          return `table ${block.table}`;
        default:
          return {
            language: block.language,
            lines: block.value.split(/\r?\n/),
            at: whole.slice(block.content.start, block.content.end).split(/\r?\n/),
          };
      }
    });
    expect(blocks).toEqual([
      "# Protocol",
      "Lines 12-14 of a.rs are right.",
      "- first b.rs:3",
      "second",
      { language: "rust", lines: ["fn a() {", "    b();", "}"], at: ["  fn a() {", "      b();", "  }", ""] },
      "table 0",
      { language: "sh", lines: [""], at: [""] },
      { language: undefined, lines: ["indented", "code"], at: ["    indented", "    code"] },
      "## Quoted",
      "said",
      { language: "c", lines: ["open"], at: ["open"] },
    ]);
  });
}
