import { describe, expect, it } from "vitest";
import { readSpec } from "../../../src/read/tla/read-spec.js";
import { fixture } from "./fixtures.js";
import { faultWords, moduleWords } from "./words.js";

const wordsOf = (text: string): readonly string[] => {
  const facts = readSpec(text);
  return [...facts.modules.flatMap((module) => moduleWords(text, module)), ...faultWords(text, facts)];
};

/** The same for what stands in a module `M`, without its header. */
const inModule = (...lines: readonly string[]): readonly string[] => wordsOf(["---- MODULE M ----", ...lines, "===="].join("\n")).slice(1);

describe("a module", () => {
  it("is read with everything it can hold", () => {
    expect(wordsOf(fixture("Lease.tla"))).toEqual([
      "MODULE Lease EXTENDS Naturals, FiniteSets, Sequences",
      "  CONSTANT Clients",
      "  CONSTANT MaxTime",
      "  CONSTANT Allowed/2",
      "  CONSTANT None",
      "  ASSUME -: MaxTime \\in Nat /\\ None \\notin Clients [MaxTime Nat None Clients]",
      "  ASSUME SomeClient: Clients # {} [Clients]",
      "  VARIABLE holder",
      "  VARIABLE clock",
      "  VARIABLE until",
      "  vars() == << holder, clock, until >>",
      "  Deadline[c \\in Clients] == LET grace == 2 Later(t) == t + grace IN IF c = holder THEN Later(clock) ELSE clock",
      "  Log() == INSTANCE Journal WITH Entries <- Clients; Next <- [e \\in {1, 2} |-> e]",
      "  Copy(owner) == INSTANCE Mirror",
      "  LOCAL INSTANCE TLC",
      "  INSTANCE Graphs",
      "  Init() == /\\ holder = None /\\ clock = 0 /\\ until = [c \\in Clients |-> 0]",
      "  Take(c, Ok/1) == /\\ holder = None /\\ Ok(c) /\\ holder' = c /\\ until' = [until EXCEPT ![c] = clock + 1, ![None] = @] /\\ UNCHANGED clock",
      "  LOCAL Tick() == clock' = clock + 1 /\\ UNCHANGED <<holder, until>>",
      '  Next() == \\/ \\E c \\in Clients : Take(c, LAMBDA x : Allowed(x, "a \\" == b")) \\/ Tick',
      "  Spec() == Init /\\ [][Next]_vars /\\ WF_<<holder, clock>>(Tick)",
      "  AtMostOne() == Cardinality({c \\in Clients : c = holder}) <= 1",
      "  THEOREM -: Spec => []AtMostOne [Spec AtMostOne]",
      "  LEMMA Typed: ASSUME NEW c \\in Clients, CONSTANT d PROVE until[c] \\in Nat [c Clients d until Nat]",
      "  COROLLARY Late: TRUE []",
      "  infix \\prec(a, b) == until[a] < until[b]",
    ]);
  });

  it("is read with operators of every form, Unicode and modules within", () => {
    expect(wordsOf(fixture("Notation.tla"))).toEqual([
      "MODULE Notation EXTENDS Integers",
      "  CONSTANT infix \\bullet/2",
      "  CONSTANT prefix -./1",
      "  CONSTANT postfix ^+/1",
      "  CONSTANT 2ndArg",
      "  RECURSIVE Sum(S) == IF S = {} THEN 0 ELSE LET x == CHOOSE y \\in S : TRUE IN x + Sum(S \\ {x})",
      "  RECURSIVE Depth(t, n) == n",
      "  infix \\oplus(x, y) == x + y",
      "  infix |(x, y) == \\E k \\in Nat : k * x = y",
      "  prefix -.(x) == 0 - x",
      "  LOCAL postfix ^#(s) == s",
      "  Apply(f/2, infix \\cdot/2, v) == f(v \\cdot v, v)",
      "  Fn[m, n \\in Nat, p \\in {1, 2}] == m + n",
      "  Double() == {n ∈ ℕ : ∃ m ∈ 1‥n : n = 2 × m ∧ ¬(m ≠ m)}",
      "  infix ⊕(a, b) == ⟨a, b⟩",
      "  Primed() == vars' /\\ Sum({1})!1",
      "  _private() == 0",
      "  MODULE Inner",
      "    VARIABLE hidden",
      "    InnerInit() == hidden = 0",
      "    MODULE Innermost",
      "      Deep() == 1",
      "  Hide(hidden) == INSTANCE Inner",
      "  After() == \\EE hidden : Hide(hidden)!InnerInit",
      "  AXIOM Unit: \\A x : Sum({x}) = x [x Sum]",
      "  PROPOSITION -: p \\in Nat => p + 0 = p [p Nat]",
      "  ASSUMPTION -: Sum({}) = 0 [Sum]",
    ]);
  });

  it("is read with the translation of its algorithm, not with the algorithm", () => {
    expect(wordsOf(fixture("Ticket.tla"))).toEqual([
      "MODULE Ticket EXTENDS Naturals",
      "  CONSTANT Procs",
      ...["pc", "next", "serving"].map((name) => `  VARIABLE ${name}`),
      "  FromDefine() == serving <= next",
      "  VARIABLE mine",
      "  vars() == << pc, next, serving, mine >>",
      '  take(self) == /\\ pc[self] = "take" /\\ pc\' = [pc EXCEPT ![self] = "wait"]',
      expect.stringMatching(/^ {2}Next\(\) == \(\\E self .* UNCHANGED vars\)$/),
      "  Fair() == serving \\in Nat",
    ]);
  });

  it("is read as far as it goes where it is broken", () => {
    expect(wordsOf(fixture("Broken.tla"))).toEqual([
      "MODULE Broken",
      ...["N", "Limit"].map((name) => `  CONSTANT ${name}`),
      ...["x", "y", "z"].map((name) => `  VARIABLE ${name}`),
      "  Whole() == x + 1",
      "  Unfinished() == x + Lost = x + 2",
      "  Unclosed() == {x, (y",
      "  Kept() == 3",
      "  NoIn() == LET a == 1 b == 2 a + b",
      "  AfterLet() == 4",
      "  THEOREM Half: TRUE []",
      '  Found() == "a',
      "  Last() == 7",
      "1:13 this module has no end (`====`)",
      "2:14 this cannot be read as a declaration",
      "3:11 this cannot be read as a declaration",
      "8:13 this `{` is never closed",
      "8:17 this `(` is never closed",
      "10:9 this LET has no IN",
      "12:9 `a` follows a value without an operator between",
      "14:13 INSTANCE needs the name of a module",
      "15:3 what stands before this `==` is nothing that can be defined",
      "17:3 this proof has no QED",
      "19:10 this string is never closed",
    ]);
  });
});

describe("a file", () => {
  it.each([
    ["nothing", ""],
    ["prose alone", "MODULE M\n--- MODULE M ---\nA == 1\n"],
  ])("of %s has no module", (_what, text) => {
    expect(wordsOf(text)).toEqual(["1:1 this file has no module"]);
  });

  it("may hold several modules, with text between", () => {
    expect(wordsOf("---- MODULE A ----\nX == 1\n====\nY == (* 2\n----MODULE B----\nZ == 3\n====\n\\* (*")).toEqual([
      ...["MODULE A", "  X() == 1", "MODULE B", "  Z() == 3"],
    ]);
  });

  it("may end in the middle of a comment", () => {
    expect(wordsOf("---- MODULE A ----\nX == 1 (* (* *)")).toEqual([
      ...["MODULE A", "  X() == 1", "1:13 this module has no end (`====`)", "2:8 this comment is never closed"],
    ]);
  });

  it("may have a header without a name", () => {
    expect(wordsOf("---- MODULE ----\nX == 1\n====")).toEqual(["MODULE ", "  X() == 1", "1:1 this header of a module is not complete"]);
  });
});

describe("a definition", () => {
  it.each([
    ["after an operator that is named", ["USE DEF \\cup", "A == 1"], ["A() == 1"]],
    ["after an operator that is substituted", ["INSTANCE X WITH + <- -", "A == 1"], ["INSTANCE X WITH + <- -", "A() == 1"]],
    ["after a proof that names one", ["LEMMA TRUE BY DEF -", "A == 1"], ["LEMMA -: TRUE []", "A() == 1"]],
    ["after a prime", ["A == x'", "B == 1"], ["A() == x'", "B() == 1"]],
    ["after a subscript", ["A == [x]_y", "B[z \\in x] == 1"], ["A() == [x]_y", "B[z \\in x] == 1"]],
    ["after lists with binders", ["INSTANCE X WITH A <- LAMBDA a, b : a, B <- 2"], ["INSTANCE X WITH A <- LAMBDA a, b : a; B <- 2"]],
    ["with an operator of a formula", ["A == F!++", "B == 1"], ["A() == F!++", "B() == 1"]],
    [
      "with fields that are called like keywords",
      ["A == m.NEW", "B == [m EXCEPT !.LEMMA = 1]"],
      ["A() == m.NEW", "B() == [m EXCEPT !.LEMMA = 1]"],
    ],
    ["with a part of a formula", ["A == F!<<", "B == F!:", "C == F!(1)!@"], ["A() == F!<<", "B() == F!:", "C() == F!(1)!@"]],
    [
      "with a LET in a LET",
      ["A == LET b == LET c == 1 IN c", "d == 2 IN b", "E == 3"],
      ["A() == LET b == LET c == 1 IN c d == 2 IN b", "E() == 3"],
    ],
    ["with a module in its LET", ["A == LET M == INSTANCE X IN M!y"], ["A() == LET M == INSTANCE X IN M!y"]],
    ["with nothing in it", ["A ==", "B == 1"], ["A() ==", "B() == 1", "2:3 nothing follows"]],
    ["that ends too early", ["A == 1 +"], ["A() == 1 +", "2:8 nothing follows this `+`"]],
    ["without its second sign", ["A == 1", "B = 2"], ["A() == 1 B = 2", "3:1 `B` follows a value without an operator between"]],
    [
      "whose sign stands alone",
      ["(1) == 2"],
      ["2:1 `(` begins no part of a module", "2:5 what stands before this `==` is nothing that can be defined"],
    ],
    ["that LOCAL cannot hold", ["LOCAL CONSTANT x"], ["CONSTANT x", "2:1 LOCAL cannot stand before CONSTANT"]],
    ["of nothing", ["VARIABLES", "A == 1"], ["A() == 1", "2:1 nothing follows this VARIABLES"]],
    ["after a word that begins nothing", ["----", "x", "A == 1"], ["A() == 1", "3:1 `x` begins no part of a module"]],
    ["with a letter that means nothing", ["A == 1 + é"], ["A() == 1 + é", "2:10 `é` is nothing that TLA+ knows"]],
    ["of a module late", ["A == 1", "EXTENDS B"], ["A() == 1", "3:1 EXTENDS stands after other parts of its module"]],
    ["with an odd INSTANCE", ["INSTANCE A B"], ["INSTANCE A", "2:12 this is no part of an INSTANCE"]],
    ["with an odd substitution", ["INSTANCE A WITH b = c"], ["INSTANCE A", "2:17 this cannot be read as a substitution"]],
    ["with a proof", ["A == 1", "<1> QED OBVIOUS"], ["A() == 1 <1> QED OBVIOUS", "3:1 this step proves no theorem"]],
    ["with an IN too many", ["A == 1 IN 2"], ["A() == 1 IN 2", "2:8 this IN has no LET"]],
    ["with a bracket too many", ["A == (1))"], ["A() == (1))", "2:9 nothing opens this `)`"]],
    [
      "in brackets that pair by accident",
      ["A(b(c) == ) == 1"],
      ["b(c) == ) == 1", "2:1 `A` begins no part of a module", "2:13 what stands before this `==` is nothing that can be defined"],
    ],
  ])("is found %s", (_what, lines, expected) => {
    expect(inModule(...lines).map((line) => line.trim())).toEqual(expected);
  });

  it("keeps the kind and the keyword of claims", () => {
    const [module] = readSpec("---- MODULE M ----\nLEMMA A == 1\nAXIOM 2\n====").modules;
    expect(module?.units.map((unit) => [unit.kind, unit.name])).toEqual([
      ["theorem", "A"],
      ["assumption", undefined],
    ]);
  });
});

describe("a proof", () => {
  it.each([
    ["a leaf", ["BY x DEF y"]],
    ["PROOF and a leaf", ["PROOF OBVIOUS"]],
    ["steps", ["<1>1. d == 1", "<1>2. QED BY <1>1"]],
    ["steps under PROOF", ["PROOF", "<1>1. TRUE OMITTED", "<1> QED"]],
    ["steps without numbers", ["<*> DEFINE d == 1", "<*> QED", "  <+> e == 2", "  <*> QED OBVIOUS"]],
    ["steps under QED", ["<1> QED", "<2>1. d == 1", "<2>2. QED", "  <3> e == 1", "  <3> QED PROOF BY <2>1"]],
    ["references", ["<1>1. x <2>1. TRUE BY <1>1!1 <2>2. QED BY <2>1, <1>1 DEF + <1>a. QED"]],
    ["levels that are left out", ["<1>1. x", "<5>1. d == 1", "<5>2. QED", "<1>2. QED"]],
  ])("of %s defines nothing, and what follows it is read", (_what, lines) => {
    expect(inModule("THEOREM T == a => b", ...lines, "After == 1")).toEqual(["  THEOREM T: a => b [a b]", "  After() == 1"]);
  });

  it("without QED holds what is indented more than its theorem", () => {
    expect(inModule("THEOREM T", "<1>1. DEFINE", "  d == 1", "After == 2", "VARIABLE x")).toEqual([
      ...["  THEOREM -: T [T]", "  After() == 2", "  VARIABLE x", "3:1 this proof has no QED"],
    ]);
  });

  it("ends the statement", () => {
    expect(inModule("THEOREM [][N]_vars /\\ WF_v(A) /\\ SF_<<x>>(B) BY C")).toEqual([
      "  THEOREM -: [][N]_vars /\\ WF_v(A) /\\ SF_<<x>>(B) [N vars v A x B]",
    ]);
  });
});
