import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/model/span.js";
import type { SpecModule, Unit } from "../../../src/model/spec.js";
import { isNamed } from "../../../src/model/spec.js";
import { readSpec } from "../../../src/read/tla/read-spec.js";
import { fixture, specifications } from "./fixtures.js";
import { faultWords, moduleWords } from "./words.js";

const signs = [
  ..."\"'()[]{}<>=-+*/\\|.,:;!@#_&~^ \n\t\rx1é",
  ..."== ==== ---- (* *) \\* << >> /\\ \\/ -> <- |-> [] ]_v \\in \\E \\o \\b1 (+) <1>1. <1> <*> <+> <2>a. A B(x) f[x ≜ ∈ ⟨ ⟩ 😀 \ud800".split(
    " ",
  ),
  ..."MODULE EXTENDS CONSTANT VARIABLES ASSUME THEOREM LEMMA LOCAL RECURSIVE INSTANCE WITH LET IN PROOF BY DEF QED OBVIOUS USE NEW".split(
    " ",
  ),
  ...["---- MODULE M ----\n", "\n====\n", "A == ", "a + b == ", "F(x, G(_)) == ", "THEOREM T == x ", "LET y == 1 IN y "],
];
const text = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => `---- MODULE M ----\n${parts.join(" ")}`);

function* unitsOf(module: SpecModule): Generator<Unit> {
  for (const unit of module.units) {
    yield unit;
    if (unit.kind === "module") yield* unitsOf(unit.module);
  }
}

function* partsOf(unit: Unit): Generator<Span> {
  if (unit.nameSpan !== undefined) yield unit.nameSpan;
  if ("body" in unit) yield unit.body;
  if ("parameters" in unit) for (const { nameSpan } of unit.parameters) yield nameSpan;
  if (unit.kind === "function") yield unit.bounds;
  if (unit.kind === "assumption" || unit.kind === "theorem") yield unit.statement;
  if (unit.kind === "instance") for (const one of [unit.module.span, ...unit.substitutions.map(({ by }) => by)]) yield one;
  if (unit.kind === "module") for (const { span } of unit.module.units) yield span;
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;

/** What the laws say of any text, broken or not. */
function expectLaws(of: string): void {
  const { modules, faults } = readSpec(of);
  const whole = { start: 0, end: of.length };
  for (const { span } of [...modules, ...faults]) expect(holds(whole, span)).toBe(true);
  for (const module of modules) {
    for (const unit of unitsOf(module)) {
      expect(holds(module.span, unit.span)).toBe(true);
      for (const part of partsOf(unit)) expect(holds(unit.span, part)).toBe(true);
      if (isNamed(unit) && unit.name !== "") expect(of.slice(unit.nameSpan.start, unit.nameSpan.end)).toBe(unit.name);
    }
    let last = module.span.start;
    for (const { span } of module.units) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      last = span.end;
    }
  }
}

const wordsOf = (of: string): readonly string[] => {
  const facts = readSpec(of);
  return [...facts.modules.flatMap((module) => moduleWords(of, module)), ...faultWords(of, facts)];
};

describe.each(specifications)("%s", (name) => {
  const whole = fixture(name);

  it("has spans in order that cover the names, wherever it is cut off", () => {
    for (let end = whole.length; end >= 0; end -= 1) expectLaws(whole.slice(0, end));
  });

  it("has them wherever something is missing", () => {
    for (let from = 0; from < whole.length; from += 7) expectLaws(whole.slice(0, from) + whole.slice(from + 11));
  });

  it("says the same with CRLF and behind a byte order mark", () => {
    expect(wordsOf(whole.replaceAll("\n", "\r\n"))).toEqual(wordsOf(whole));
    expect(readSpec(`\ufeff${whole}`).modules.map(({ name: own, units }) => [own, units.length])).toEqual(
      readSpec(whole).modules.map(({ name: own, units }) => [own, units.length]),
    );
  });
});

describe("any text", () => {
  it("is read without an error, with spans in order", () => {
    fc.assert(fc.property(text, expectLaws), { numRuns: 10_000 });
  });

  it("says the same with CRLF", () => {
    const plain = text.map((of) => of.replaceAll("\r", ""));
    const property = fc.property(plain, (of) => {
      expect(wordsOf(of.replaceAll("\n", "\r\n"))).toEqual(wordsOf(of));
    });
    fc.assert(property, { numRuns: 2_000 });
  });
});

describe("a long text", () => {
  const length = 30_000;
  /** A step for each letter takes some milliseconds; a step for each pair of letters takes longer than this. */
  const limit = 250;

  function cost(of: string): number {
    let best = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 4 && best > limit; tries += 1) {
      const start = performance.now();
      readSpec(of);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  }

  const parts = [
    ...signs.filter((sign) => sign.trim() !== ""),
    "---- MODULE M ----\n====\n",
    "---- MODULE M (*",
    "----   ",
    "A(B) == ",
    "A(",
    ") ==",
    "_",
    "0",
    "(",
  ];
  it.each(parts)("of %j costs no more than its length", (part) => {
    expect(cost(`---- MODULE M ----\n${part.repeat(length / part.length)}`)).toBeLessThan(limit);
    expect(cost(`${part}\n`.repeat(length / (part.length + 1)))).toBeLessThan(limit);
  });

  it.each(["x, ", "LET ", "( ", ") ", "é ", "A == ", "<1> ", "---- MODULE M ----\n"])(
    "of %j, a million letters long, ends without an error",
    (part) => {
      const { modules, faults } = readSpec(`---- MODULE M ----\nVARIABLES ${part.repeat(1_000_000 / part.length)}`);
      expect(modules.length + faults.length).toBeGreaterThan(0);
    },
  );
});
