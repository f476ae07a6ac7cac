import { describe, expect, it } from "vitest";
import type { ConfigFacts, ConfigSection, Remarks } from "../../../src/model/spec.js";
import { readConfig } from "../../../src/read/tla/read-config.js";
import { blocksOf } from "../../../src/read/tla/remarks.js";
import { fixture } from "./fixtures.js";
import { faultWords } from "./words.js";

const remarked = (word: string, { before, after }: Remarks): string =>
  [...before.map(({ text }) => `{${text}} `), word, ...after.map(({ text }) => ` {${text}}`)].join("");

function sectionWords(text: string, section: ConfigSection): readonly string[] {
  const cut = (start: number, end: number): string => text.slice(start, end);
  if (section.kind === "deadlock") return [`${remarked("deadlock", section.remarks)}: ${section.checked}`];
  if (section.kind === "names")
    return [`${remarked(section.role, section.remarks)}: ${section.names.map(({ name, remarks }) => remarked(name, remarks)).join(", ")}`];
  const lines = section.assignments.map((one) => {
    const within = one.module === undefined ? "" : `[${one.module.name}]`;
    const given = one.kind === "value" ? `= ${within}${cut(one.value.start, one.value.end)}` : `<- ${within}${one.by.name}`;
    return `  ${remarked(`${one.name} ${given}`, one.remarks)}`;
  });
  return [`${remarked("constants", section.remarks)}:`, ...lines];
}

const wordsOf = (text: string, facts: ConfigFacts = readConfig(text)): readonly string[] => [
  ...facts.sections.flatMap((section) => sectionWords(text, section)),
  ...faultWords(text, facts),
];

describe("a configuration", () => {
  it("is read with every kind of section", () => {
    expect(wordsOf(fixture("Lease.cfg"))).toEqual([
      "specification: Spec",
      "constants:",
      '  Clients = {c1, c2, {}, "three"} {CONSTANT Nobody = 1}',
      "  MaxTime = 4",
      "  Low = -1",
      "  Allowed <- AllowAll",
      "  None = None",
      "  Seq <- [Sequences]BoundedSeq",
      "  Empty = [Lease]NoLease",
      "  Rank = 2",
      "{said of nothing that follows} invariant: AtMostOne, Typed",
      "invariant: Log!Safe, Deadlines",
      "property: Served",
      "property: AllServed",
      "constraint: Short",
      "constraint: Small, Few",
      "action-constraint: Slow",
      "action-constraint: Slower",
      "symmetry: Perms",
      "view: Seen",
      "alias: Shown",
      "postcondition: Done",
      "deadlock: false",
    ]);
  });

  it("keeps what comments say of its entries", () => {
    expect(wordsOf(fixture("LeaseVulnerable.cfg"))).toEqual([
      "init: Init",
      "next: Next",
      "{This one is expected to fail:} {two clients hold the lease.} invariant: AtMostOne",
      "invariant {as long as time stands still}: Typed {expected to fail} {after the first tick}, {the next one holds} Deadlines",
    ]);
  });

  it("keeps all comments", () => {
    expect(readConfig(fixture("LeaseVulnerable.cfg")).comments.map(({ text }) => text)).toEqual([
      ...["This one is expected to fail:", "two clients hold the lease.", "as long as time stands still", "expected to fail"],
      ...["after the first tick", "the next one holds", "of all clients", "Said of nothing."],
    ]);
    expect(readConfig("(***)\n(* a\n * b (* c *) *)\n\\****** d ***\n(**)").comments.map(({ text }) => text)).toEqual([
      ...["", "a * b (* c *)", "d", ""],
    ]);
  });

  it("is read as far as it goes where it is broken", () => {
    expect(wordsOf(fixture("Broken.cfg"))).toEqual([
      "specification: Spec",
      "invariant: A, B",
      "constants:",
      "  N = M",
      "constants:",
      "deadlock: undefined",
      "view: ",
      "init: ",
      "1:1 `SPEC` is no keyword of a configuration",
      "1:6 `Spec` is no keyword of a configuration",
      "2:20 `Other` means nothing after SPECIFICATION",
      "3:12 `,` means nothing after INVARIANT",
      "4:17 `3` means nothing after CONSTANTS",
      "5:10 nothing that `K` could be given follows this `<-`",
      "6:16 `MAYBE` means nothing after CHECK_DEADLOCK",
      "7:1 nothing follows VIEW",
      "8:1 nothing follows INIT",
    ]);
  });

  it.each([
    ["", []],
    ["CONSTANTS ++ <- Join\n Plus <- +\n \\o <- \\cup\n N = 1", ["constants:", "  ++ <- Join", "  N = 1"]],
    ["INVARIANT A\n_POSSIBLE B C\nPOSTCONDITIONS D E", ["invariant: A", "postcondition: B, C", "postcondition: D, E"]],
    ["_RL_REWARD R\n_PERIODIC P", ["postcondition: R", "postcondition: P"]],
    ["INVARIANT\n\n\\* A\n(* B\n*)\n  C", ["invariant: {A} {B} C"]],
    ["INVARIANTS A B \\* c\n", ["invariant: A, B {c}"]],
    ["INVARIANTS\n  A\n  \\* B off\n  C", ["invariant: A, {B off} C"]],
    ["INVARIANTS\n  A\n  \\* B off\nVIEW C", ["invariant: A", "{B off} view: C"]],
    ["INVARIANT A\n  \\* b\n\n  \\* c\nVIEW D", ["invariant: A {b}", "{c} view: D"]],
    ["(* a *) INVARIANT (* b *) A (* c *) B", ["{a} invariant {b}: A {c}, B"]],
    ["CONSTANT A = { \\* first\n 1,\n 2 \\* second\n}", ["constants:", "  A = { \\* first\n 1,\n 2 \\* second\n} {first} {second}"]],
    ["CONSTANTS A = INVARIANT B", ["constants:", "invariant: B", "1:11 nothing that `A` could be given follows this `=`"]],
    [
      "CONSTANTS A = {1, B",
      ["constants:", expect.stringContaining("1:11 nothing"), ...[15, 16, 17, 19].map((at) => expect.stringContaining(`1:${at} `))],
    ],
    ["CHECK_DEADLOCK TRUE FALSE", ["deadlock: true", "1:21 `FALSE` means nothing after CHECK_DEADLOCK"]],
    ["CHECK_DEADLOCK", ["deadlock: undefined", "1:1 nothing follows CHECK_DEADLOCK"]],
    ["SPECIFICATION M!Spec INIT A ! B NEXT C!", ["specification: M!Spec", "init: A!B", "next: C", "1:39 `!` means nothing after NEXT"]],
    ["INVARIANT A (* b", ["invariant: A {b}", "1:13 this comment is never closed"]],
  ])("%j", (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it("has its comments in blocks", () => {
    const text = "\\* A\n\\* B\n\n\\* C\nINVARIANT D \\* E\n  \\* F\r\n(* G *) (* H *)\n";
    expect(blocksOf(text, readConfig(text).comments).map((block) => block.map(({ text: word }) => word))).toEqual([
      ["A", "B"],
      ["C"],
      ["E", "F", "G", "H"],
    ]);
  });
});
