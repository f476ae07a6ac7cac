import { describe, expect, it } from "vitest";
import { declaredNames } from "../../../src/engine/link/anchors.js";
import { anchorNames } from "../../../src/read/source/anchor-names.js";

const declared = declaredNames(new Set(["BudgetInvariant", "Safety", "mutex"]));
const namesOf = (line: string): readonly string[] => anchorNames(line, declared).names.map(({ name }) => name);

describe("an anchor line", () => {
  it.each([
    ["NoLostWakeup", ["NoLostWakeup"]],
    ["`NoLostWakeup`", ["NoLostWakeup"]],
    ["NoLostWakeup — text", ["NoLostWakeup"]],
    ["NoLostWakeup – text", ["NoLostWakeup"]],
    ["NoLostWakeup - text", ["NoLostWakeup"]],
    ["NoLostWakeup -- text", ["NoLostWakeup"]],
    ["NoLostWakeup: text", ["NoLostWakeup"]],
    ["NoLostWakeup (text)", ["NoLostWakeup"]],
    ["NoLostWakeup(t, e) holds", ["NoLostWakeup"]],
    ["NoLostWakeup, because of it", ["NoLostWakeup"]],
    ["NoLostWakeup. It holds.", ["NoLostWakeup"]],
    ["NoLostWakeup' is next", ["NoLostWakeup"]],
    ["Queue!NoLostWakeup", ["NoLostWakeup"]],
    ["NoLostWakeup bare words", ["NoLostWakeup"]],
    ["snake_case_name bare words", ["snake_case_name"]],
    ["Http2 bare words", ["Http2"]],
    ["A, B and C", ["A", "B", "C"]],
    ["`A` / `B`", ["A", "B"]],
    ["A & B — both", ["A", "B"]],
    ["Fresh", ["Fresh"]],
    ["Fresh.", ["Fresh"]],
    ["fresh — text", ["fresh"]],
  ])("%s", (line, names) => {
    expect(namesOf(line)).toEqual(names);
  });

  it.each([
    ["Safety bare words: declared", ["Safety"]],
    ["mutex is held", ["mutex"]],
    ["mutex, which is held", ["mutex"]],
    ["BudgetInvarant of the buffer: nearly declared", ["BudgetInvarant"]],
    ["Safety, Fresh", ["Safety", "Fresh"]],
    ["Safety, because", ["Safety"]],
  ])("with declared names: %s", (line, names) => {
    expect(namesOf(line)).toEqual(names);
  });
});

describe("prose after the marker", () => {
  it.each([
    "For each instance of type T",
    "https://example.org/spec",
    "<Name>",
    "§4",
    "RFC 9110",
    "see the model",
    "Otherwise, if the queue is empty",
    "Reads and writes are ordered",
    "read/write lock",
    "crate::module",
    "name.rs says it",
    "well-known fact",
    "",
    "— text",
    "(see above)",
  ])("%s", (line) => {
    expect(namesOf(line)).toEqual([]);
  });
});

it("gives the names' places and the text after them", () => {
  const line = "`A`, M!B(x) — the text: more";
  const { names, rest } = anchorNames(line, declared);
  expect(names.map(({ start, end }) => line.slice(start, end))).toEqual(["A", "B"]);
  expect(rest).toBe("the text: more");
});
