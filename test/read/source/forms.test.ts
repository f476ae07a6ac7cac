import { describe, expect, it } from "vitest";
import { type AnchorForm, formParts, identifierNames, writtenIn } from "../../../src/model/form.js";
import type { Mark } from "../../../src/model/source.js";
import { formOf } from "../../../src/read/source/form-expressions.js";
import { formedNames } from "../../../src/read/source/form-names.js";
import { findMarks } from "../../../src/read/source/marks.js";

function anchorForm(form: string, names = identifierNames, anywhere = false): AnchorForm {
  const parts = formParts(form);
  if (typeof parts === "string") throw new Error(parts);
  return { ...parts, form, names, files: undefined, anywhere };
}

const claims = "[a-z]+(?:/[a-z]+)*:[a-z][a-z-]*";
const numbers = "INV-[A-Z]+-\\d{2}";

const shown = ({ word, exact, fits }: Mark): string => `${word}${exact ? "" : " deviates"}${fits === false ? " unfit" : ""}`;

/** The marks of a form in a text. */
const marks = (text: string, form: string, names?: string, anywhere?: boolean): readonly string[] =>
  findMarks(text, "SPEC", [formOf(anchorForm(form, names, anywhere))])
    .filter((mark) => mark.form !== undefined)
    .map(shown);

describe("a form is taken apart", () => {
  it.each([
    ["invariant: {name}", { open: "invariant: ", close: "", claim: undefined, end: "" }],
    ["[{name}]", { open: "[", close: "]", claim: undefined, end: "" }],
    ["i: {name} ({construct})", { open: "i: ", close: "", claim: { before: " (", after: ")", optional: false }, end: "" }],
    ["i: {name}[ ({construct})]", { open: "i: ", close: "", claim: { before: " (", after: ")", optional: true }, end: "" }],
    ["i: {name} [{construct}]", { open: "i: ", close: "", claim: { before: " [", after: "]", optional: false }, end: "" }],
    ["i <{name}>[ @{construct}] !", { open: "i <", close: ">", claim: { before: " @", after: "", optional: true }, end: " !" }],
  ])("%s", (form, parts) => {
    expect(formParts(form)).toEqual(parts);
  });

  it.each([
    ["invariant:", "no-name"],
    ["{name} {name}", "several-names"],
    ["{construct} {name}", "construct-first"],
    ["{name} {construct} {construct}", "several-constructs"],
    ["x {name} {file}", "unknown-placeholder"],
  ])("%s cannot be", (form, fault) => {
    expect(formParts(form)).toBe(fault);
  });

  it("and written with a name", () => {
    expect(writtenIn(anchorForm("i: {name}[ ({construct})]"), "a")).toBe("i: a");
    expect(writtenIn(anchorForm("i: {name} ({construct})"), "a")).toBe("i: a (…)");
    expect(writtenIn(anchorForm("{name}: "), "a")).toBe("a:");
  });
});

describe("marks of forms", () => {
  it.each([
    ["// invariant: a/b:c-d", ["a/b:c-d"]],
    ["// invariant:  `a:c` — text", ["a:c"]],
    ["// Invariant: a:c", ["a:c deviates"]],
    ["// invariant a:c", ["a:c deviates"]],
    ["//invariant:a:c", ["a:c deviates"]],
    ["// invariant: A:c", ["A:c unfit"]],
    ["// invariant: the list is sorted", ["the unfit"]],
    ["// invariants a:c", []],
    ["// subinvariant: a:c", []],
    ["// invariant: a:c-D", ["a:c-D unfit"]],
    ["// invariant: a:c, d:e (x)", ["a:c"]],
  ])("of a word: %s", (text, expected) => {
    expect(marks(text, "invariant: {name}", claims)).toEqual(expected);
  });

  it.each([
    ["// INV-SEQ-01: text", ["INV-SEQ-01"]],
    ["x(); // INV-SEQ-01:", ["INV-SEQ-01"]],
    [" * - INV-SEQ-01: text", ["INV-SEQ-01"]],
    ["/* INV-SEQ-01, INV-SEQ-02: text */", ["INV-SEQ-01"]],
    ['s = "INV-SEQ-01: text";', ["INV-SEQ-01"]],
    ["// INV-SEQ-1: text", ["INV-SEQ-1 unfit"]],
    ["// inv-seq-01: text", ["inv-seq-01 unfit"]],
    ["// INV-SEQ-01 text", ["INV-SEQ-01 deviates"]],
    ["// INV-SEQ-01:text", ["INV-SEQ-01 deviates"]],
    ["// Note: text", []],
    ["// see INV-SEQ-01: text", []],
    ["// INV-SEQ-011: text", ["INV-SEQ-011 unfit"]],
  ])("of names alone: %s", (text, expected) => {
    expect(marks(text, "{name}: ", numbers)).toEqual(expected);
  });

  it("in brackets, anywhere", () => {
    expect(marks("// as said [A-1], a[B-2], [x]", "[{name}]", "[A-Z]-\\d", true)).toEqual(["A-1"]);
  });

  it("that ask for a construct deviate without", () => {
    expect(marks("// i: a (f)\n// i: a\n// i: a (two words)", "i: {name} ({construct})")).toEqual(["a", "a deviates", "a deviates"]);
  });

  it("compare names after NFC", () => {
    const found = findMarks("// i: e\u0301-1", "SPEC", [formOf(anchorForm("i: {name}", "é-\\d"))]);
    expect(found.map(({ word, fits }) => [word, fits])).toEqual([["é-1", true]]);
  });

  it("leave the marker its own, and take what both could read", () => {
    const form = formOf(anchorForm("SPEC: {name}", numbers));
    const found = findMarks("// SPEC: Name\n// SPEC: INV-SEQ-01\n// SPEC: Inv", "SPEC", [form]);
    expect(found.map((mark) => [mark.word, mark.form?.form])).toEqual([
      ["Name", undefined],
      ["INV-SEQ-01", "SPEC: {name}"],
      ["Inv", undefined],
    ]);
  });

  it("are read in linear time, however long a line is", () => {
    const from = performance.now();
    marks(`// ${"a".repeat(200_000)}\n${"[".repeat(100_000)}`, "[{name}]", "(?:[a-z]*[a-z]*[a-z]*-)+\\d", true);
    expect(performance.now() - from).toBeLessThan(5000);
  });
});

describe("names behind a form's beginning", () => {
  const declared = { has: (name: string) => name === "sorted", near: (name: string) => name === "a:c-e" };
  const read = (line: string, form: string, names?: string) => {
    const { names: found, rest, claimed } = formedNames(line, formOf(anchorForm(form, names)), declared);
    return [found.map(({ name }) => name), rest, claimed?.written];
  };

  it.each([
    ["a:c — text", [["a:c"], "text", undefined]],
    ["a:c, b:d and e:f", [["a:c", "b:d", "e:f"], "", undefined]],
    ["a:c-E", [[], "", undefined]],
    ["a:c (Lease::grant) text", [["a:c"], "text", "Lease::grant"]],
    ["a:c (`f()`)", [["a:c"], "", "f()"]],
    ["a:c (see the design)", [["a:c"], "(see the design)", undefined]],
  ])("%s", (line, expected) => {
    expect(read(line, "i: {name}[ ({construct})]", claims)).toEqual(expected);
  });

  it.each([
    ["the list is sorted", []],
    ["sorted by key", ["sorted"]],
    ["listSorted by key", ["listSorted"]],
    ["Anything", ["Anything"]],
    ["Otherwise, if not", []],
  ])("identifiers before prose: %s", (line, expected) => {
    expect(read(line, "i: {name}")[0]).toEqual(expected);
  });
});
