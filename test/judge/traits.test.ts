import { describe, expect, it } from "vitest";
import { claimsOfText } from "../../src/judge/evidence/claims.js";
import { type Reading, readingOf } from "../../src/judge/evidence/reading.js";
import { traitsOf } from "../../src/judge/evidence/traits.js";
import { itemDoubtWeights, placeDoubtWeights } from "../../src/judge/evidence/weights.js";
import { bufferWith } from "./buffer.js";
import { codeIn, spanIn } from "./code.js";

const text = bufferWith({});
const doubles = "`thin` doubles: `spacing *= 2`";

async function read(said: string): Promise<Reading> {
  return readingOf(claimsOfText(said, "row"), await codeIn(text));
}

async function traitAt(trait: string, said: string, stretch: string, ...others: readonly string[]): Promise<number> {
  const reading = await read(said);
  const rest = await Promise.all(others.map(async (other) => readingOf(claimsOfText(other, "row"), reading.code)));
  const found = traitsOf(reading, rest, reading.standing(spanIn(text, stretch))).get(trait);
  if (found === undefined) throw new Error(`no trait ${trait}`);
  return found;
}

const right = "self.spacing *= 2;";
const wrong = "let entries = Vec::with_capacity(limit);";

describe("of a construct that is what is said, and of one that is not", () => {
  it.each([
    ["behind", "less"],
    ["lead", "less"],
    ["better items", "less"],
    ["share of better", "less"],
    ["quotes near", "more"],
    ["quotes in item", "more"],
    ["row near", "more"],
    ["symbols in item", "more"],
    ["said on line", "more"],
  ])("%s is %s", async (trait, how) => {
    const [here, there] = [await traitAt(trait, doubles, right), await traitAt(trait, doubles, wrong)];
    expect(how === "less" ? there - here : here - there).toBeGreaterThan(0);
  });

  it("another place in the function is better, or none is", async () => {
    const said = "`let deviation = variance.sqrt()`";
    const there = "let total: f64 = values.iter().sum();";
    expect(await traitAt("margin", said, there)).toBeGreaterThan(0);
    expect(await traitAt("neglect", said, there)).toBeGreaterThan(0);
    expect(await traitAt("margin", said, "let deviation = variance.sqrt();")).toBeLessThan(0);
    expect(await traitAt("better place", said, "let deviation = variance.sqrt();")).toBe(0);
  });
});

it("what uses a field speaks for it in all that its item is compared by, what a statement calls only by how far it is behind", async () => {
  const said = "`record` pushes the `step` onto `entries`";
  const field = "entries: Vec<u64>";
  // Another field, which as much is said of but that `record` does not use.
  const other = "spacing: u64";
  for (const trait of ["behind", "lead"]) expect(await traitAt(trait, said, field), trait).toBeLessThan(await traitAt(trait, said, other));
  const [calling, beside] = ["if self.entries.len() >= self.limit {\n            self.thin();\n        }", "self.entries.push(step);"];
  expect(await traitAt("lead", doubles, calling)).toBe(await traitAt("lead", doubles, beside));
});

it("what a statement calls speaks for it", async () => {
  const [calling, beside] = ["if self.entries.len() >= self.limit {\n            self.thin();\n        }", "self.entries.push(step);"];
  expect(await traitAt("behind", doubles, calling)).toBeLessThan(await traitAt("behind", doubles, beside));
});

describe("beside other rows", () => {
  it("an item that another row is about is less likely this one's", async () => {
    const ahead = (other: string): Promise<number> => traitAt("ahead of best row", doubles, wrong, other);
    expect(await ahead("`with_limit` allocates `Vec::with_capacity(limit)`")).toBeLessThan(await ahead("`average` of `values`"));
  });

  it("the rows ahead are counted, and one that is behind is not", async () => {
    const ahead = (...others: readonly string[]): Promise<number> => traitAt("rows ahead", doubles, wrong, ...others);
    const [better, worse] = ["`with_limit` allocates `Vec::with_capacity(limit)`", "`average` is `total / count`, and `mean`"];
    expect(await ahead(better, better)).toBeGreaterThan(await ahead(better, worse));
  });

  it("without any nothing is said of them", async () => {
    const reading = await read(doubles);
    const traits = traitsOf(reading, [], reading.standing(spanIn(text, right)));
    expect([...traits.keys()].filter((trait) => trait.includes("row") && trait !== "row near")).toEqual([]);
  });
});

it("says what the construct is", async () => {
  const whole = text.slice(text.indexOf("pub fn last"), text.indexOf("pub fn average")).replace(/\s*\}\s*$/, "");
  const of = (stretch: string): Promise<readonly number[]> =>
    Promise.all(["data", "whole item"].map((trait) => traitAt(trait, doubles, stretch)));
  expect(await of("entries: Vec<u64>")).toEqual([1, 0]);
  expect(await of(whole)).toEqual([0, 1]);
  expect(await of(right)).toEqual([0, 0]);
});

it("every trait has been given its worth, and no worth is without its trait", async () => {
  const reading = await read(doubles);
  const traits = traitsOf(reading, [await read("`average`")], reading.standing(spanIn(text, right)));
  const worth = new Set([...Object.keys(itemDoubtWeights), ...Object.keys(placeDoubtWeights)]);
  expect([...traits.keys()].sort()).toEqual([...worth].sort());
});
