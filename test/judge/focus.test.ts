import { expect, it } from "vitest";
import { claimsOfText } from "../../src/judge/evidence/claims.js";
import { type Focus, focusOf, mostIn } from "../../src/judge/evidence/focus.js";
import { codeIn } from "./code.js";

const text = `fn scattered(top: u64) -> u64 {
    let floor = 1;
    one(floor);
    two(floor);
    three(floor);
    four(top)
}

fn together(top: u64, floor: u64) -> bool {
    top >= floor
}
`;

const all = (focus: Focus): number => mostIn(focus, { first: 0, last: focus.length - 1 }, { first: 0, last: focus.length - 1 });

it("does not look past the end of what is around", async () => {
  const code = await codeIn(text);
  const focus = focusOf(claimsOfText("`top >= floor`", "row"), code, "quotes");
  // The windows of the last two lines of `scattered` have the other function in them.
  expect(mostIn(focus, { first: 0, last: 5 }, { first: 0, last: 5 })).toBeLessThan(all(focus));
  expect(mostIn(focus, { first: 0, last: 5 }, { first: 0, last: 7 })).toBe(all(focus));
});

it("what stands close together counts together, from two lines above on", async () => {
  const code = await codeIn(text);
  const focus = focusOf(claimsOfText("`top >= floor`", "row"), code, "quotes");
  const best = all(focus);
  // Lines without code are none; the first window of three lines that holds it all begins two above.
  expect([...focus].indexOf(best)).toBe(5);
  expect(mostIn(focus, { first: 0, last: 4 }, { first: 0, last: 9 })).toBeLessThan(best);
  expect(mostIn(focus, { first: 6, last: 7 }, { first: 6, last: 7 })).toBe(best);
});

it("counts a thing once, however often it stands there, and says more of what is rare", async () => {
  const code = await codeIn("fn a() {\n    rare(x, x, x);\n}\nfn b() {\n    x(1);\n}\nfn c() {\n    x(2);\n}\n");
  const of = (said: string): number => {
    const focus = focusOf(claimsOfText(said, "row"), code, "symbols");
    return all(focus);
  };
  expect(of("`rare`")).toBeGreaterThan(of("`x`"));
  expect(of("`rare` and `x`")).toBeCloseTo(of("`rare`") + of("`x`"));
});

it.each([
  ["quotes", "row", 0],
  ["symbols", "row", 1],
  ["row", "row", 1],
  ["row", "name", 1],
  ["anchor", "row", 0],
  ["anchor", "anchor", 1],
  ["symbols", "anchor", 0],
] as const)("the focus of %s hears what the %s says: %i", async (kind, by, heard) => {
  const focus = focusOf(claimsOfText("`together`", by), await codeIn(text), kind);
  expect(Number(all(focus) > 0)).toBe(heard);
});
