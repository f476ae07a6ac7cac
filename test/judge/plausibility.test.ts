import { describe, expect, it } from "vitest";
import { judged, type Standing } from "../../src/judge/evidence/plausibility.js";
import { logMeanExp, medianOf } from "../../src/judge/evidence/scores.js";
import { bufferWith } from "./buffer.js";
import { outlineIn } from "./code.js";
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
  it.each(["by care", "`entries`", "the spacing doubles"])("tells nothing: %s", async (said) => {
    for (const place of ["doubling", "last", "total"]) expect(await verdictAt(said, place), place).toBe("unjudged");
  });
});

it.each([
  // Where in it nothing tells.
  ["total", "unjudged"],
  ["doubling", "misplaced"],
  ["last", "misplaced"],
])("the name of one function alone, at %s: %s", async (place, expected) => {
  expect(await verdictAt("`average`", place)).toBe(expected);
});

describe("words alone", () => {
  it.each([
    ["deviation", "unjudged"],
    ["total", "plausible"],
    ["last", "unjudged"],
    ["doubling", "unjudged"],
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
  expect(await verdict("by care", bufferWith({ doubling: "Name — `spacing *= 2`" }))).toBe("plausible");
  expect(await verdict("by care", bufferWith({ last: "Name — `spacing *= 2`" }))).toBe("misplaced");
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

describe("what the scores come to", () => {
  /** Items: `m`, `a` and `inner` in it, `b`; the anchor stands in `a`. The first score is the top's. */
  const outline = outlineIn("mod m {\n    fn a() { one(); fn inner() {} }\n}\nfn b() {}\nfn c() {}\n");
  const own = 1;
  const still = { margin: 0, gain: 0, top: 0 };
  const standing = (random: number, inItem: Standing["inItem"], scores: readonly number[] = [0, 0, 0, 0, 0, 0], items = 0): Standing => ({
    own,
    scores,
    random,
    inItem,
    told: { items, places: inItem.top },
  });

  it.each([
    ["as likely as any, and nothing to tell", standing(0, still), "unjudged"],
    ["a little less likely than any", standing(1, still), "unjudged"],
    ["clearly less likely", standing(1.1, still), "misplaced"],
    ["a little less likely, and half of what a better place adds is much", standing(0.5, { margin: 1.1, gain: 5, top: 6.1 }), "misplaced"],
    ["clearly likelier than any, wherever in it", standing(-2, { margin: 6, gain: 20, top: 26 }), "plausible"],
    ["hardly likelier, and a place in it is far better", standing(-1.9, { margin: 6, gain: 20, top: 26 }), "misplaced"],
    ["less likely, but the best place in it", standing(2, { margin: -4, gain: 5, top: 1 }), "unjudged"],
    ["a place in it is better, and its own is no good", standing(-9, { margin: 4.1, gain: 9, top: 13.1 }), "misplaced"],
    ["a place in it is better, but its own is good too", standing(-9, { margin: 4.1, gain: 10, top: 14.1 }), "plausible"],
    ["a place in it is hardly better", standing(-9, { margin: 4, gain: 0, top: 4 }), "plausible"],
    ["nothing said tells its place from others", standing(-9, { margin: 0, gain: 2, top: 2 }), "unjudged"],
    ["what is said tells one item from others", standing(-9, still, [0, 0, 0, 0, 0, 0], 1.1), "plausible"],
  ])("%s: %s", async (_, scores, kind) => expect(judged(scores, await outline).kind).toBe(kind));

  it.each([
    ["the likeliest other item", [0, 0, 0, 0, 2, 3], 4],
    ["the first of equals", [0, 0, 0, 0, 3, 3], 3],
    ["none around it or in it", [0, 9, 0, 9, 1, 0], 3],
  ])("better is %s", async (_, scores, better) => {
    expect(judged(standing(5, still, scores), await outline)).toEqual({ kind: "misplaced", own, better });
  });

  it("better is its own item where only the place is doubted", async () => {
    expect(judged(standing(-9, { margin: 4.1, gain: 0, top: 4.1 }, [0, 0, 0, 0, 3, 0]), await outline)).toMatchObject({ better: own });
  });
});
