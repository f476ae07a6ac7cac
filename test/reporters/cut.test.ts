import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/reporters/cells.js";
import { cutLine } from "../../src/reporters/cut.js";
import { visible } from "../../src/reporters/visible.js";

const letters = fc.constantFrom("a", "b", " ", "|", "日", "👩‍👩‍👧", "e\u0301", "\u202e", "\x1b");
const line = fc.array(letters, { maxLength: 120 });
const width = fc.integer({ min: 12, max: 90 });

/** The part of a text between two columns. */
function columnsOf(text: string, from: number, to: number): string {
  let column = 0;
  let part = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (column >= from && column < to) part += segment;
    column += widthOf(segment);
  }
  return part;
}

describe("cutLine", () => {
  it("never shows more columns than it may, nor marks beyond them", () => {
    fc.assert(
      fc.property(line, fc.nat(200), fc.nat(200), width, (parts, a, b, columns) => {
        const cut = cutLine(parts.join(""), Math.min(a, b), Math.max(a, b), columns);
        expect(widthOf(cut.text)).toBeLessThanOrEqual(columns);
        expect(cut.indent).toBeGreaterThanOrEqual(0);
        expect(cut.length).toBeGreaterThanOrEqual(1);
        expect(cut.indent + cut.length).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 2000 },
    );
  });

  it("marks exactly the span where it fits", () => {
    fc.assert(
      fc.property(line, fc.constantFrom("`Bounded`", "`日本`", "`a`"), line, width, (before, span, after, columns) => {
        const start = before.join("").length;
        const cut = cutLine(before.join("") + span + after.join(""), start, start + span.length, columns);
        expect(columnsOf(cut.text, cut.indent, cut.indent + cut.length)).toBe(span);
      }),
      { numRuns: 2000 },
    );
  });

  it("shows what is cut by an ellipsis, and whole what fits", () => {
    fc.assert(
      fc.property(line, fc.nat(120), width, (parts, at, columns) => {
        const text = parts.join("");
        const cut = cutLine(text, at, at, columns);
        if (cut.text !== visible(text)) expect(cut.text).toMatch(/^…|…$/);
        if (widthOf(visible(text)) < columns) expect(cut.text).toBe(visible(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps the beginning of the line as long as the span fits behind it, and its end where the span is near", () => {
    const digits = "0123456789".repeat(6);
    expect(cutLine(digits, 15, 18, 20)).toEqual({ text: "0123456789012345678…", indent: 15, length: 3 });
    expect(cutLine(digits, 25, 28, 20)).toEqual({ text: "…890123456789012345…", indent: 8, length: 3 });
    expect(cutLine(digits, 57, 59, 20)).toEqual({ text: "…1234567890123456789", indent: 17, length: 2 });
  });

  it("marks a character as a whole where the span begins or ends within it", () => {
    expect(cutLine("a👩‍👩‍👧b", 4, 6, 20)).toMatchObject({ indent: 1, length: 2 });
  });

  it("does not measure a line that is far too long", () => {
    const text = `${"日本".repeat(20_000)} target ${"語".repeat(40_000)}`;
    const begin = performance.now();
    const cut = cutLine(text, 40_001, 40_007, 60);
    expect(performance.now() - begin).toBeLessThan(500);
    expect(columnsOf(cut.text, cut.indent, cut.indent + cut.length)).toBe("target");
    expect(cut.text).toMatch(/^….*…$/);
  });
});
