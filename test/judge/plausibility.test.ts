import { describe, expect, it } from "vitest";
import { logMeanExp, medianOf } from "../../src/judge/evidence/scores.js";
import { bufferWith } from "./buffer.js";
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
    ["retain", "misplaced"],
    ["last", "misplaced"],
    ["deviation", "misplaced"],
  ])("at %s: %s", async (place, expected) =>
    expect(await verdictAt("the only change of `spacing` is `spacing *= 2`", place)).toBe(expected),
  );
});

describe("a name that several functions have", () => {
  it.each(["by care", "`entries`", "the spacing doubles", "`average`"])("tells nothing: %s", async (said) => {
    for (const place of ["doubling", "last", "total"]) expect(await verdictAt(said, place), place).toBe("unjudged");
  });
});

describe("words alone", () => {
  it.each([
    ["deviation", "plausible"],
    ["total", "plausible"],
    ["last", "unjudged"],
    ["doubling", "unjudged"],
  ])("at %s: %s", async (place, expected) => expect(await verdictAt("the deviation is the root of the variance", place)).toBe(expected));
});

describe("another place in the function", () => {
  it.each([
    ["total", "misplaced"],
    ["deviation", "plausible"],
  ])("at %s: %s", async (place, expected) => expect(await verdictAt("`variance.sqrt()`", place)).toBe(expected));

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
