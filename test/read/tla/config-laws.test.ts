import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/model/span.js";
import type { ConfigFacts, ConfigSection, Remark } from "../../../src/model/spec.js";
import { readConfig } from "../../../src/read/tla/read-config.js";
import { configurations, fixture } from "./fixtures.js";

const signs = [
  ...'"(){}[]<>=-,!\\ \n\t\rx1é',
  ...'= <- (* *) \\* {a, b} [M] -1 A B M!C "s" 😀 \ud800 ==== ---- MODULE TRUE'.split(" "),
  ..."CONSTANTS INVARIANT PROPERTIES SPECIFICATION INIT VIEW CHECK_DEADLOCK".split(" "),
  ...["\n  \\* expected to fail\n", "\n\n", "N = 1", "N <- [M] P"],
];
const text = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join(" "));

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;

const entriesOf = (section: ConfigSection) =>
  section.kind === "names" ? section.names : section.kind === "constants" ? section.assignments : [];

function remarksOf({ sections }: ConfigFacts): readonly Remark[] {
  return sections
    .flatMap((section) => [section, ...entriesOf(section)])
    .flatMap(({ remarks }) => [...remarks.before, ...remarks.after])
    .sort((a, b) => a.span.start - b.span.start);
}

/** What the laws say of any text, broken or not. */
function expectLaws(of: string): void {
  const facts = readConfig(of);
  const whole = { start: 0, end: of.length };
  for (const { span } of [...facts.faults, ...facts.comments]) expect(holds(whole, span)).toBe(true);
  let last = 0;
  for (const section of facts.sections) {
    expect(section.span.start).toBeGreaterThanOrEqual(last);
    expect(of.slice(section.keyword.span.start, section.keyword.span.end)).toBe(section.keyword.name);
    last = section.keyword.span.end;
    for (const { span } of entriesOf(section)) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      expect(holds(section.span, span)).toBe(true);
      last = span.end;
    }
    if (section.kind === "constants")
      for (const { name, nameSpan } of section.assignments) expect(of.slice(nameSpan.start, nameSpan.end)).toBe(name);
    if (section.kind === "names")
      for (const { name, span } of section.names) if (!name.includes("!")) expect(of.slice(span.start, span.end)).toBe(name);
    last = section.span.end;
  }
  // A comment is said of one thing or of none.
  const shared = remarksOf(facts);
  expect(new Set(shared).size).toBe(shared.length);
  for (const remark of shared) expect(facts.comments).toContain(remark);
}

const summary = (of: string): unknown =>
  readConfig(of)
    .sections.map((section) => [
      section.keyword.name,
      section.remarks,
      ...entriesOf(section).map(({ name, remarks }) => [
        name,
        remarks.before.map(({ text: said }) => said),
        remarks.after.map(({ text: said }) => said),
      ]),
    ])
    .map(([keyword, , ...entries]) => [keyword, ...entries]);

describe.each(configurations)("%s", (name) => {
  const whole = fixture(name);

  it("has spans in order that cover the names, wherever it is cut off", () => {
    for (let end = whole.length; end >= 0; end -= 1) expectLaws(whole.slice(0, end));
  });

  it("says the same with CRLF and behind a byte order mark", () => {
    expect(summary(whole.replaceAll("\n", "\r\n"))).toEqual(summary(whole));
    expect(summary(`\ufeff${whole}`)).toEqual(summary(whole));
  });
});

describe("any text", () => {
  it("is read without an error, with spans in order", () => {
    fc.assert(fc.property(text, expectLaws), { numRuns: 10_000 });
  });
});

describe("a long text", () => {
  const length = 30_000;
  const limit = 250;

  it.each([...signs.filter((sign) => sign.trim() !== ""), "(* **", "(**) ", "INVARIANT A (* *) ", "A \\* b\n", "\\*****", "a(b == "])(
    "of %j costs no more than its length",
    (part) => {
      for (const of of [
        `CONSTANTS ${part.repeat(length / part.length)}`,
        `${part}\n`.repeat(length / (part.length + 1)),
        `${" ".repeat(length)}${part.repeat(length / part.length)}`,
      ]) {
        let best = Number.POSITIVE_INFINITY;
        for (let tries = 0; tries < 4 && best > limit; tries += 1) {
          const start = performance.now();
          readConfig(of);
          best = Math.min(best, performance.now() - start);
        }
        expect(best).toBeLessThan(limit);
      }
    },
  );
});
