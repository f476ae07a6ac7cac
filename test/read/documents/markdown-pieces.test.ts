import { describe, expect, it } from "vitest";
import { at, brief, cellWith } from "./document-text.js";

describe("the pieces of a cell", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["text", "a b", ["text:a b"]],
    ["code", "`A`", ["code:A"]],
    ["code in two backticks", "`` a`b ``", ["code:a`b"]],
    ["an escaped pipe in code is a pipe", "`a \\| b`", ["code:a | b"]],
    ["an escaped pipe in text is a pipe", "a \\| b", ["text:a | b"]],
    ["an entity is decoded in text", "a &lt; b &#8804; c", ["text:a < b ≤ c"]],
    ["an entity is not decoded in code", "`&lt;`", ["code:&lt;"]],
    ["bold", "**`A`** b", ["code:A*", "text: b"]],
    ["italic", "_A_", ["text:A*"]],
    ["struck through", "~~A~~", ["text:A"]],
    ["a link", "[`A` b](c.tla#L5)", ["code:A->c.tla#L5", "text: b->c.tla#L5"]],
    ["bold around a link", "**[A](c)**", ["text:A*->c"]],
    ["a link without a target", "[A]()", ["text:A->"]],
    ["a reference", "[A][Ref]", ["text:A->r.tla"]],
    ["a reference by its own text", "[ref]", ["text:ref->r.tla"]],
    ["a reference to nothing is text", "[A][nothing]", ["text:[A][nothing]"]],
    ["a bare URL", "https://a.b/c", ["text:https://a.b/c"]],
    ["an address in emphasis is text with a place", "_a@b.com_", ["text:a@b.com*"]],
    ["an image yields its alternative text", "![alt](i.png)![][ref]", ["text:alt"]],
    ["a footnote yields nothing", "A[^1]", ["text:A"]],
    ["a break", "a<br>b<BR/>c<br />d", ["text:a", "text: ", "text:b", "text: ", "text:c", "text: ", "text:d"]],
    ["other HTML yields nothing", "<b>A</b><brief>", ["text:A"]],
    ["a comment yields nothing", "A<!-- b -->", ["text:A"]],
    ["an empty cell", "", []],
  ];
  it.each(cases)("%s", (_, content, pieces) => {
    const after = "[ref]: r.tla\n[REF]: second.tla\n\n[^1]: note";
    expect(cellWith(content, after).cell.pieces.map(brief)).toEqual(pieces);
  });

  it("span what stands in the document, code with its backticks", () => {
    const { text, cell } = cellWith("x **`` A\\|b ``** &amp; [c](d)<br>![e](f)");
    expect(cell.pieces.map(({ span }) => at(text, span))).toEqual(["x ", "`` A\\|b ``", " &amp; ", "c", "<br>", "![e](f)"]);
  });

  it("know definitions that stand before the table, and in quotes and lists", () => {
    expect(cellWith("[A][q]", "> - [q]: deep.rs").cell.pieces.map(brief)).toEqual(["text:A->deep.rs"]);
  });
});
