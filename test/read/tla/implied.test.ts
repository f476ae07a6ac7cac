import { expect, it } from "vitest";
import { concludedNames, impliedNames } from "../../../src/read/tla/implied.js";

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
  ["A /\\ \\A x \\in S : B(x) /\\ C", ["A", "B", "C"]],
  ["A /\\ \\A x \\in S : B(x) => C", ["A"]],
  ["A /\\ \\E x \\in S : B(x) /\\ C", ["A"]],
  ["A /\\ IF B THEN C ELSE D /\\ E", ["A"]],
  ["A /\\ LET n == 3 IN B /\\ C", ["A", "B", "C"]],
  ["\\A p \\in P : I(p)!A /\\ I(p)!J!B(p)", ["I!A", "I!J!B"]],
  ["[][A]_x", ["A"]],
  ["[][A /\\ B]_<<x, y>> /\\ [][C(1)]_vars", ["A", "B", "C"]],
  ["[A]_x", []],
  ["[][A \\/ B]_x", []],
  ["", []],
];

it.each(cases)("%j implies %j", (text, names) => {
  expect(impliedNames(text, { start: 0, end: text.length })).toEqual(names);
  const within = `---- MODULE M ----\nInv == ${text}\nOther == Z`;
  const start = within.indexOf(text, 25);
  if (!text.includes("\n")) expect(impliedNames(within, { start, end: start + text.length })).toEqual(names);
});

it.each<[string, readonly string[]]>([
  ["Spec => []Safe", ["Safe"]],
  ["Safe", ["Safe"]],
  ["ASSUME A, NEW x \\in S PROVE B => C(x)", ["C", "x"]],
  ["/\\ A => B\n/\\ C => I!D", ["B", "I!D"]],
  ["A => (B => C)", ["B", "C"]],
  ["", []],
])("%j concludes %j", (text, names) => {
  expect(concludedNames(text, { start: 0, end: text.length })).toEqual(names);
});
