import { describe, expect, it } from "vitest";
import { doubted, doubtOf, isInCode, plausibilityOf } from "../../src/judge/evidence/plausibility.js";
import type { Reading } from "../../src/judge/evidence/reading.js";
import { logMeanExp, medianOf } from "../../src/judge/evidence/scores.js";
import { bufferWith } from "./buffer.js";
import { codeIn, spanIn } from "./code.js";
import { verdict } from "./verdicts.js";

const verdictAt = (said: string, place: string): Promise<string> => verdict(said, bufferWith({ [place]: "Name" }));

describe("an expression that one function has", () => {
  it.each([
    ["doubling", "plausible"],
    ["thin", "plausible"],
    // What upholds data is often told of functions.
    ["entries", "plausible"],
    ["allocation", "misplaced"],
    ["condition", "misplaced"],
    ["push", "misplaced"],
    // Two lines below what it is about: an anchor is not doubted for that.
    ["retain", "plausible"],
    ["last", "misplaced"],
    ["deviation", "misplaced"],
  ])("at %s: %s", async (place, expected) =>
    expect(await verdictAt("the only change of `spacing` is `spacing *= 2`", place)).toBe(expected),
  );
});

describe("a name that several functions have", () => {
  it.each(["by care", "`entries`"])("tells nothing: %s", async (said) => {
    for (const place of ["doubling", "last", "total"]) expect(await verdictAt(said, place), place).toBe("unjudged");
  });
});

it.each([
  ["total", "plausible"],
  ["doubling", "misplaced"],
  ["condition", "misplaced"],
])("the name of one function alone, at %s: %s", async (place, expected) => {
  expect(await verdictAt("`average`", place)).toBe(expected);
});

describe("words alone", () => {
  it.each([
    ["deviation", "plausible"],
    ["total", "misplaced"],
    ["doubling", "misplaced"],
  ])("at %s: %s", async (place, expected) => expect(await verdictAt("the deviation is the root of the variance", place)).toBe(expected));
});

describe("another place in the function", () => {
  it.each([
    ["total", "misplaced"],
    ["deviation", "plausible"],
  ])("at %s: %s", async (place, expected) =>
    expect(await verdictAt("`variance.sqrt()`, the `deviation`, and no root but this", place)).toBe(expected),
  );

  /** `let deviation` begins so many lines below the anchor's own. */
  const apart = (lines: number): string => {
    const text = bufferWith({ total: "Name" });
    const [from, to] = [text.indexOf("    let count"), text.indexOf("    let deviation")];
    const filler = Array.from({ length: lines - 1 }, (_, at) => `    let filler = ${at};\n`).join("");
    return text.slice(0, from) + filler + text.slice(to);
  };

  it.each([
    [1, false],
    [2, false],
    [3, true],
    [8, true],
  ])("that begins %i lines below is another one: %s", async (lines, isAnother) => {
    expect((await verdict("`variance.sqrt()`, the `deviation`, and no root but this", apart(lines))) === "misplaced").toBe(isAnother);
  });
});

it("the anchor's own comment and the name speak as the row does", async () => {
  expect(await verdict("by care", bufferWith({ doubling: "Name — `spacing *= 2` doubles the spacing" }))).toBe("plausible");
  expect(await verdict("by care", bufferWith({ last: "Name — `spacing *= 2` doubles the spacing" }))).toBe("misplaced");
});

describe("numbers", () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 3],
    [[], 0],
  ])("the middle of %j", (scores, middle) => expect(medianOf(scores)).toBe(middle));

  it("the mean of what candidates are worth stands up to large ones", () => {
    expect(logMeanExp([0, 0, 0])).toBe(0);
    expect(logMeanExp([Math.log(1), Math.log(3)])).toBeCloseTo(Math.log(2));
    expect(logMeanExp([2000, 2000])).toBeCloseTo(2000);
  });
});

describe("what a standing comes to", () => {
  /** Items: `m`, `a` and `inner` in it, `b`, `c`; the anchor stands in `a`. The first score is the top's. */
  const text = "mod m {\n    fn a() { one(); fn inner() {} }\n}\nfn b() {}\nfn c() {}\n";
  const own = 1;

  const read = async (scores: readonly number[], margin = 0, toldOfBest = 9): Promise<Reading> => {
    const code = await codeIn(text);
    return {
      claims: [],
      code,
      scores,
      edges: scores,
      told: 0,
      toldOfBest,
      toldWithin: () => 0,
      focus: () => new Float64Array(code.lineCount),
      standing: (construct) => ({
        own,
        construct,
        random: 30,
        kin: Number.NEGATIVE_INFINITY,
        inItem: { margin, gain: -20, top: margin },
      }),
    };
  };
  const at = spanIn(text, "one()");

  it.each([
    ["the likeliest other item", [0, 0, 0, 0, 22, 23], 4],
    ["the first of equals", [0, 0, 0, 0, 23, 23], 3],
    ["none around it or in it", [0, 29, 0, 29, 21, 0], 3],
  ])("better is %s", async (_, scores, better) => {
    expect(plausibilityOf(await read(scores), [], at)).toEqual({ kind: "misplaced", own, better, byCode: false });
  });

  it("better is its own item where that is the likeliest and another place in it is better", async () => {
    const scores = [0, 0, 31, 0, 30, 0];
    expect(plausibilityOf(await read(scores, 60), [], at)).toMatchObject({ kind: "misplaced", own, better: own, byCode: false });
    // The item itself is doubted: then another one may serve where its own gives no reason.
    expect(plausibilityOf(await read(scores, 60), [], at)).toMatchObject({ instead: { item: 3, byCode: false } });
    // No other place in it is.
    expect(plausibilityOf(await read(scores, -1), [], at)).not.toMatchObject({ better: own });
  });

  it("is not doubted where nothing is told", async () => {
    const scores = [0, 0, 0, 0, 22, 23];
    expect(plausibilityOf(await read(scores, 0, 0.4), [], at)).toEqual({ kind: "unjudged" });
    expect(plausibilityOf(await read(scores, 0, 0.6), [], at)).toMatchObject({ kind: "misplaced" });
  });

  it("is doubted by what its traits are worth together", () => {
    const weights = { item: { a: 1.5, b: 0.5 }, place: { b: -2 } };
    expect(
      doubtOf(
        new Map([
          ["a", 2],
          ["b", -1],
          ["c", 9],
        ]),
        weights,
      ),
    ).toEqual({ item: 2.5, place: 2 });
  });

  it.each([
    ["the function", { item: 1.1, place: 0 }, true, "item"],
    ["nothing, at the limit", { item: 1, place: 3 }, true, undefined],
    ["data, by a limit of its own", { item: 2.1, place: 0 }, false, "item"],
    ["nothing of data", { item: 2, place: 0 }, false, undefined],
    ["the place", { item: 0, place: 3.1 }, true, "place"],
    ["the item before the place", { item: 9, place: 9 }, true, "item"],
  ] as const)("what is doubted is %s", (_, doubt, isCode, expected) => {
    expect(doubted(doubt, isCode, { code: 1, data: 2, place: 3 })).toBe(expected);
  });

  it("is in code in a function alone", async () => {
    const { outline } = await codeIn(`${text}struct S { x: u8 }\n`);
    const data = outline.items.findIndex(({ name }) => name === "S");
    expect([own, data, undefined].map((item) => isInCode(outline, item))).toEqual([true, false, false]);
  });
});
