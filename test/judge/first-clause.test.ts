import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstClause } from "../../src/judge/evidence/first-clause.js";
import type { Piece } from "../../src/model/document.js";

const span = { start: 0, end: 0 };

/** Code between backticks, prose around it. */
function piecesOf(text: string): readonly Piece[] {
  return text
    .split("`")
    .flatMap((value, at): readonly Piece[] =>
      value === "" ? [] : [{ kind: at % 2 === 1 ? "code" : "text", value, span, emphasis: false }],
    );
}

function written(pieces: readonly Piece[]): string {
  return pieces.map(({ kind, value }) => (kind === "code" ? `\`${value}\`` : value)).join("");
}

function leadOf(text: string): string {
  return written(firstClause(piecesOf(text)).lead);
}

describe("a row's first clause", () => {
  it.each([
    ["`push()` stores the entry, then bumps `tail`", "`push()` stores the entry"],
    ["the tail only grows; `pop` never touches it", "the tail only grows"],
    ["the tail only grows — nobody resets it", "the tail only grows"],
    ["`thin()` halves it (called by `record`)", "`thin()` halves it"],
    ["`thin()` halves what is there when the buffer is full", "`thin()` halves what is there"],
    ["one entry and its length", "one entry"],
    ["`len <= cap`, checked first", "`len <= cap`"],
    ["`a < b` and `b < c`", "`a < b`"],
  ])("of %s ends where another begins", (row, lead) => expect(leadOf(row)).toBe(lead));

  it.each([
    "`f(a, b)` holds the lock",
    "version 1.2 of the log",
    "`if full, drop` is the rule",
    "a well-known order",
    "drops stale entry(s) of the log",
    "e.g. the usual case",
    "push(x) stores the entry",
    "the sandbox thenceforth",
  ])("is all of %s", (row) => expect(leadOf(row)).toBe(row));

  it("does not end before it has begun", () => {
    expect(leadOf(" while it waits, nobody enters")).toBe(" while it waits");
    expect(leadOf("(a note) of the log; then more")).toBe("(a note) of the log");
  });

  it("and the rest are all that the row says", () => {
    const prose = fc.string({ unit: fc.constantFrom("a", "b", " ", ",", ".", "(", " and ", "—", " when ") });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("code" as const, "text" as const), prose)), (parts) => {
        const pieces = parts.map(([kind, value]): Piece => ({ kind, value, span, emphasis: false }));
        const { lead, rest } = firstClause(pieces);
        expect(written([...lead, ...rest])).toBe(written(pieces));
      }),
    );
  });
});
