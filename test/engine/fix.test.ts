import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFixes } from "../../src/engine/fix.js";
import type { ReportEdit, ReportFix } from "../../src/model/report.js";
import { lineStarts, positionAt } from "../../src/model/span.js";

type Draft = readonly [start: number, end: number, text: string];

function edit(text: string, [start, end, written]: Draft, path = "a.rs"): ReportEdit {
  const starts = lineStarts(text);
  const [from, to] = [positionAt(starts, start), positionAt(starts, end)];
  return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column, text: written };
}

const fixOf = (...edits: readonly ReportEdit[]): ReportFix => ({ title: "mend", safe: true, edits });

/** What becomes of one text, and how many fixes were made. Each fix is a list of edits. */
function applied(text: string, fixes: readonly (readonly Draft[])[]): readonly [string, number] {
  const made = applyFixes(
    fixes.map((drafts) => fixOf(...drafts.map((draft) => edit(text, draft)))),
    (path) => (path === "a.rs" ? text : undefined),
  );
  return [made.texts.get("a.rs") ?? text, made.fixed];
}

describe("fixes that have nothing to do with each other are made at once", () => {
  it.each<[string, readonly (readonly Draft[])[], string, number]>([
    ["replaced, deleted, inserted", [[[0, 1, "A"]], [[2, 4, ""]], [[6, 6, "+"]]], "Abef+g", 3],
    ["side by side", [[[0, 2, "x"]], [[2, 4, "y"]]], "xyefg", 2],
    ["in any order", [[[5, 7, "z"]], [[0, 2, "x"]]], "xcdez", 2],
    ["at both ends", [[[0, 0, "<"]], [[7, 7, ">"]]], "<abcdefg>", 2],
    [
      "edits of one fix that touch",
      [
        [
          [2, 4, "2"],
          [2, 2, "1"],
          [4, 4, "3"],
          [4, 4, "4"],
        ],
      ],
      "ab1234efg",
      1,
    ],
  ])("%s", (_what, fixes, expected, count) => {
    expect(applied("abcdefg", fixes)).toEqual([expected, count]);
  });
});

describe("fixes that interfere wait for the next pass, whole", () => {
  it.each<[string, readonly (readonly Draft[])[], string, number]>([
    ["they share text", [[[0, 3, "x"]], [[2, 4, "y"]]], "xdefg", 1],
    ["one is inside the other", [[[0, 7, "x"]], [[2, 4, "y"]]], "x", 1],
    ["both insert at one place", [[[3, 3, "x"]], [[3, 3, "y"]]], "abcxdefg", 1],
    ["one inserts where the other begins", [[[3, 5, "x"]], [[3, 3, "y"]]], "abcxfg", 1],
    ["one inserts where the other ends", [[[5, 5, "x"]], [[3, 5, "y"]]], "abcdexfg", 1],
    [
      "by one of their edits",
      [
        [[0, 1, "x"]],
        [
          [0, 1, "y"],
          [5, 6, "y"],
        ],
        [[5, 6, "z"]],
      ],
      "xbcdezg",
      2,
    ],
  ])("%s", (_what, fixes, expected, count) => {
    expect(applied("abcdefg", fixes)).toEqual([expected, count]);
  });

  it("but the same repair of two diagnostics mends both", () => {
    expect(applied("abc", [[[1, 2, "B"]], [[1, 2, "B"]]])).toEqual(["aBc", 2]);
  });

  it("and one that changes nothing is none", () => {
    expect(applied("abc", [[[1, 2, "b"]], [[0, 0, ""]]])).toEqual(["abc", 0]);
  });
});

describe("inserted text takes the line ends of its file", () => {
  it.each([
    ["a\r\nb\r\n", "a\r\n1\r\n2\r\nb\r\n"],
    ["a\nb\n", "a\n1\n2\nb\n"],
  ])("%j", (text, expected) => {
    expect(applied(text, [[[text.indexOf("b"), text.indexOf("b"), "1\n2\r\n"]]])[0]).toBe(expected);
  });

  it("unless it has both kinds, or none", () => {
    expect(applied("a\r\nb\n", [[[3, 3, "1\n2\r\n"]]])[0]).toBe("a\r\n1\n2\r\nb\n");
    expect(applied("ab", [[[1, 1, "1\n2\r\n"]]])[0]).toBe("a1\n2\r\nb");
  });
});

describe("a fix that cannot be right is a bug, and nothing is changed", () => {
  const range: ReportEdit = { path: "a.rs", line: 1, column: 1, endLine: 1, endColumn: 2, text: "" };
  it.each<[string, readonly ReportEdit[], RegExp]>([
    ["a line that is not there", [{ ...range, line: 9, endLine: 9 }], /a\.rs:9:1/],
    ["a column that is not there", [{ ...range, endColumn: 9 }], /a\.rs:1:9/],
    ["column 0", [{ ...range, column: 0 }], /a\.rs:1:0/],
    ["it ends before it begins", [{ ...range, column: 3 }], /ends before it begins/],
    ["a file that was not read", [{ ...range, path: "b.rs" }], /b\.rs, which was not read/],
    ["its own edits overlap", [range, { ...range, endColumn: 3 }], /overlap in a\.rs/],
  ])("%s", (_what, edits, message) => {
    expect(() => applyFixes([fixOf(...edits)], (path) => (path === "a.rs" ? "abc\ndef\n" : undefined))).toThrow(message);
  });
});

describe("for any fixes at all", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", " ", "é", "\n", "\r\n", "\uFEFF", "// SPEC: A"), { maxLength: 30 })
    .map((parts) => parts.join(""));

  /** Half points of a span: its characters, and the places between them that it reaches. Written anew, to be held against the code. */
  const reach = (start: number, end: number) => ({
    letters: Array.from({ length: end - start }, (_, at) => start + at),
    places: Array.from({ length: end - start + 1 }, (_, at) => start + at),
  });
  const meet = ([a, b]: readonly number[], [c, d]: readonly number[]): boolean => {
    const [one, other] = [reach(a ?? 0, b ?? 0), reach(c ?? 0, d ?? 0)];
    const by = one.letters.length === 0 || other.letters.length === 0 ? "places" : "letters";
    return one[by].some((point) => other[by].includes(point));
  };

  const cases = text.chain((whole) => {
    const place = fc.nat({ max: whole.length });
    const span = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const spans = fc
      .array(span, { minLength: 1, maxLength: 3 })
      .filter((all) => all.every((a, at) => all.slice(at + 1).every((b) => !meet(a, b))));
    return fc.tuple(fc.constant(whole), fc.array(spans, { maxLength: 6 }));
  });

  it("each is made whole or not at all, what none of them edits stays, and only what meets an earlier one waits", () => {
    fc.assert(
      fc.property(cases, ([whole, fixes]) => {
        const sign = (fix: number, at: number): string => `<${fix}.${at}>`;
        const [result, fixed] = applied(
          whole,
          fixes.map((spans, fix) => spans.map(([start, end], at) => [start, end, sign(fix, at)] as const)),
        );
        const made: number[] = [];
        for (const [fix, spans] of fixes.entries()) {
          const waits = made.some((other) => spans.some((span) => fixes[other]?.some((taken) => meet(span, taken))));
          if (!waits) made.push(fix);
          const signs = spans.filter((_, at) => result.includes(sign(fix, at)));
          expect(signs.length).toBe(waits ? 0 : spans.length);
        }
        expect(fixed).toBe(made.length);
        const gone = new Set(made.flatMap((fix) => (fixes[fix] ?? []).flatMap(([start, end]) => reach(start, end).letters)));
        const kept = [...whole.split("").entries()].flatMap(([at, unit]) => (gone.has(at) ? [] : [unit])).join("");
        expect(result.replace(/<\d+\.\d+>/g, "")).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });
});
