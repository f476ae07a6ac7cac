import { expect, it } from "vitest";
import { impliedNames } from "../../../src/read/tla/implied.js";

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["TypeOK", ["TypeOK"]],
  ["[]TypeOK", ["TypeOK"]],
  ["[](A /\\ B)", ["A", "B"]],
  ["A /\\ B /\\ x = 1", ["A", "B"]],
  ["/\\ A\n/\\ x \\in S\n/\\ M!Inv(x)\n", ["A", "M!Inv"]],
  ["/\\ A\n/\\ (B /\\ C)\n/\\ [](D)", ["A", "B", "C", "D"]],
  ["  /\\ \\A p, q \\in P : Bounded(p, q)\n  /\\ \\A r : /\\ E\n            /\\ F", ["Bounded", "E", "F"]],
  ["LET n == 3 IN A /\\ B", ["A", "B"]],
  ["A => B", []],
  ["A /\\ B => C", []],
  ["/\\ A => B\n/\\ C", ["C"]],
  ["\\/ /\\ A\n   /\\ B\n\\/ C", []],
  ["/\\ A\n/\\ \\/ B\n   \\/ C /\\ D", ["A"]],
  ["~A", []],
  ["\\E x : A", []],
  ["A(x) = B(x)", []],
  ["A[x]", ["A"]],
  ["(* A *) B \\* /\\ C", ["B"]],
  ["A ∧ B", ["A", "B"]],
  ["IF A THEN B ELSE C", []],
  ["A /\\ \\A x \\in S : B(x) /\\ C", []],
  ["", []],
];

it.each(cases)("%j implies %j", (text, names) => {
  expect(impliedNames(text, { start: 0, end: text.length })).toEqual(names);
  const within = `---- MODULE M ----\nInv == ${text}\nOther == Z`;
  const start = within.indexOf(text, 25);
  if (!text.includes("\n")) expect(impliedNames(within, { start, end: start + text.length })).toEqual(names);
});
