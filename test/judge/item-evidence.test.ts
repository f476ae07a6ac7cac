import { describe, expect, it } from "vitest";
import { claimsOfText } from "../../src/judge/evidence/claims.js";
import { itemEvidence } from "../../src/judge/evidence/item-evidence.js";
import { codeIn, shown } from "./code.js";

const text = `struct Ledger { rungs: Vec<u64> }

impl Ledger {
    fn record(&mut self, step: u64) {
        self.thin_out();
        self.rungs.push(step);
    }

    fn thin_out(&mut self) {
        self.spacing *= 2;
    }
}

mod ruler {
    fn rank(step: u64) -> u32 { step.trailing_zeros() }
}
`;

async function evidence(said: string): Promise<readonly string[]> {
  const code = await codeIn(text);
  const nameOf = (item: number): string => code.outline.items[item]?.name ?? "top";
  return shown(itemEvidence(claimsOfText(said, "row"), code), nameOf).filter((line) => !/^(?:size|is |first |focus )/.test(line));
}

describe("what speaks for the items", () => {
  it.each([
    ["a name: the item's own, and its caller's", "`rank`", ["own row: rank", "part row: rank"]],
    ["a name that is called: the callers too", "`thin_out`", ["own row: thin_out", "item row body: record", "part row: thin_out"]],
    ["a module: what is in it", "`ruler`", ["own row: ruler", "outer row: rank", "part row: ruler", "outer word row: rank"]],
    ["a field", "`rungs`", ["ident row body: Ledger record"]],
    ["a word of a name", "thinned", ["title row: thin_out", "word row body: record thin_out"]],
    ["a word of the name around", "ruler", ["title row: ruler", "outer word row: rank", "word row body: ruler"]],
    ["what nobody has", "zebra `zebra` `zebra == horse`", []],
  ])("%s", async (_, said, expected) => expect(await evidence(said)).toEqual(expected));

  it("is found in what they call, if that is named", async () => {
    expect(await evidence("`spacing`")).toEqual(["ident row body: thin_out"]);
    expect(await evidence("`thin_out` and `spacing`")).toContain("ident row called: record");
    expect((await evidence("`rank` and `spacing`")).filter((line) => line.includes("called"))).toEqual([]);
  });

  it("is that a named one uses them", async () => {
    expect((await evidence("`record`")).filter((line) => line.startsWith("callee"))).toEqual(["callee: thin_out"]);
  });
});

it("is what kind of item it is, and that the row names it first", async () => {
  const code = await codeIn(text);
  const nameOf = (item: number): string => code.outline.items[item]?.name ?? "top";
  const found = shown(itemEvidence(claimsOfText("`rank` and `record`", "row"), code), nameOf);
  expect(found.filter((line) => /^(?:is |first )/.test(line))).toEqual([
    "first own: rank",
    "is data: Ledger",
    "is holder: Ledger ruler",
    "is callable: record thin_out rank",
  ]);
});

it("is how much of what is said stands close together in it", async () => {
  const code = await codeIn(text);
  const bitsOf = (feature: string, name: string): number => {
    const item = code.outline.items.findIndex((one) => one.name === name);
    const found = [...itemEvidence(claimsOfText("`rungs.push(step) + trailing_zeros`", "row"), code)];
    return found.find((one) => one.feature === feature && [...one.candidates].includes(item))?.bits ?? 0;
  };
  for (const feature of ["focus quotes", "focus row"]) {
    expect(bitsOf(feature, "record")).toBeGreaterThan(bitsOf(feature, "rank"));
    expect(bitsOf(feature, "rank")).toBeGreaterThan(0);
  }
  expect(bitsOf("focus anchor", "record")).toBe(0);
});

it("says more the fewer items have it", async () => {
  const code = await codeIn(text);
  const bits = (said: string): number =>
    [...itemEvidence(claimsOfText(said, "row"), code)].find(({ claim }) => claim !== undefined)?.bits ?? 0;
  expect(bits("`spacing`")).toBeGreaterThan(bits("`rungs`"));
  // Six items and the top: log2 of 8 over the 2 that have it.
  expect(bits("`rungs`")).toBe(2);
});
