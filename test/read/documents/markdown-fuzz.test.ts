import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, DocumentFacts, Piece } from "../../../src/model/document.js";
import type { Span } from "../../../src/model/span.js";
import { readDocument } from "../../../src/read/documents/markdown.js";
import { at, factsOf } from "./document-text.js";

const fragments = fc.constantFrom(
  ..."| || \\ \\| ` `` ``` * ** _ ~~ [ ] ]( ) ][r] [r]: [^1] ! < > &amp; &lt; \0 é 😀 \u00a0 \uFEFF a B a@b.co www.x.y http://q.r # ## --- === - 1. > ~~~".split(
    " ",
  ),
  ...["\n", "\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\t", "\n> ", "\n- ", "\n  "],
  ...["| a | b |", "\n| a | b |\n|---|---|\n", "\n| `c` | **d** |\n", "\n> | a |\n> |---|\n> | `b` |\n", "\n- | a |\n  |---|\n  | b |\n"],
  ...["<!--", "-->", "<!-- c -->", "\n<!-- c -->\n", "\n<!-- c\n\nd -->\n", "<br>", "<div>", "\n[r]: u\n", "spec-anchors-ignore r: x"],
  ...[
    "\n<!-- spec-anchors-ignore r: why -->\n",
    "<!-- spec-anchors-ignore",
    "\n> <!-- spec-anchors-ignore a: b\n> -->\n> | `x` |\n",
    "\n  <!-- c -->\n  | `x` |\n",
  ],
);
const documents = fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join(""));

function expectWithin(inner: Span, outer: Span): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
  expect(inner.start).toBeLessThanOrEqual(inner.end);
}

function expectPieces(text: string, pieces: readonly Piece[], outer: Span): void {
  let from = outer.start;
  for (const piece of pieces) {
    expectWithin(piece.span, { start: from, end: outer.end });
    expect(piece.span.end).toBeGreaterThan(piece.span.start);
    if (piece.kind === "code") expect(at(text, piece.span)).toMatch(/^`[\s\S]*`$/);
    from = piece.span.end;
  }
}

function expectCells(text: string, cells: readonly Cell[], outer: Span): void {
  let from = outer.start;
  for (const cell of cells) {
    expectWithin(cell.span, { start: from, end: outer.end });
    expect(at(text, cell.span)).not.toMatch(/^[ \t]|[ \t]$|[\r\n]/);
    expectPieces(text, cell.pieces, cell.span);
    from = cell.span.end;
  }
}

function expectSound(text: string, { tables, suppressions }: DocumentFacts): void {
  const whole = { start: 0, end: text.length };
  for (const table of tables) {
    expectWithin(table.span, whole);
    if (table.heading !== undefined) {
      expectWithin(table.heading.span, { start: 0, end: table.span.start });
      expectPieces(text, table.heading.pieces, table.heading.span);
    }
    expectCells(text, table.header, table.span);
    let from = table.span.start;
    for (const row of table.rows) {
      expectWithin(row.span, { start: from, end: table.span.end });
      expect(at(text, row.span)).not.toMatch(/[ \t]$|[\r\n]/);
      expectCells(text, row.cells, row.span);
      from = row.span.end;
    }
  }
  for (const { span, covers } of suppressions) {
    expectWithin(span, whole);
    expect(at(text, span)).toMatch(/^spec-anchors-ignore/);
    if (covers !== undefined) expectWithin(covers, whole);
  }
}

describe("any text", () => {
  it("is read without throwing, every span where it belongs", () => {
    fc.assert(
      fc.property(documents, (text) => expectSound(text, factsOf("a.md", text))),
      { numRuns: 1_500 },
    );
  });

  it("with a table in it, too", () => {
    const table = "\n\n| a | b |\n|---|---|\n| `x` | y |\n";
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const text = before + table + after;
        expectSound(text, factsOf("a.md", text));
      }),
      { numRuns: 1_500 },
    );
  });

  it("has no facts where it nests deeper than the parser can follow", () => {
    expect(readDocument("a.md", `${">".repeat(10_000)} x`)).toBeUndefined();
  });
});
