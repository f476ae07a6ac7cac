import { expect, it } from "vitest";
import { shapeOf } from "../../../src/read/tla/truth.js";

it.each([
  ["x \\in S /\\ y = 1", "formula"],
  ["/\\ x = 1\n/\\ Ok", "formula"],
  ["\\A n \\in S : P(n)", "formula"],
  ["[][Next]_vars", "formula"],
  ["ENABLED Next", "formula"],
  ["TRUE", "formula"],
  ["LET y == 1 IN x = y", "formula"],
  ["IF x = 1 THEN TRUE ELSE y \\in S", "formula"],
  ["(x # y)", "formula"],
  ["{n \\in S : n > 1}", "value"],
  ["[n \\in S |-> n = 1]", "value"],
  ["<<x, y = 1>>", "value"],
  ["x + 1", "value"],
  ["S \\cup {1}", "value"],
  ["CHOOSE n \\in S : n = 1", "value"],
  ["IF x = 1 THEN 1 ELSE 2", "value"],
  ["CASE x = 1 -> 1 [] OTHER -> 2", "value"],
  ["LET y == x = 1 IN {y}", "value"],
  ['"a = b"', "value"],
  ["Quorum", "Quorum"],
  ["Ok(x, y = 1)", "Ok"],
  ["LET y == 1 IN Ok[y]", "Ok"],
  ["", "value"],
])("%j is %s", (text, expected) => {
  const shape = shapeOf(text, { start: 0, end: text.length });
  expect(shape.kind === "call" ? shape.name : shape.kind).toBe(expected);
});
