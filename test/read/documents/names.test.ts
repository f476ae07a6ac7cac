import { describe, expect, it } from "vitest";
import { readDocument } from "../../../src/read/documents/markdown.js";
import { namesIn } from "../../../src/read/documents/names.js";

/** The names in the one cell of a table. */
function namesOf(cell: string): readonly string[] {
  const table = readDocument("a.md", `| Name |\n| --- |\n| ${cell} |\n`)?.tables[0];
  const read = table?.rows[0]?.cells[0];
  if (read === undefined) throw new Error("no cell was read");
  return namesIn(read, "SPEC").map(({ name }) => name);
}

describe("a name cell", () => {
  it.each([
    ["`A` and `B`", ["A", "B"]],
    ["`A and B`", ["A", "B"]],
    ["`A,B`", ["A", "B"]],
    ["`A(x, y)`, `B[t]`", ["A", "B"]],
    ["A_1 and B_2", ["A_1", "B_2"]],
  ])("%s holds several names", (cell, names) => expect(namesOf(cell)).toEqual(names));

  // `and` separates names only as a word of its own.
  it.each(["`Island`", "`Sand`", "`HandOver`", "`Command`", "`And`", "`band_width`", "`and_then`", "Island"])("%s is one name", (cell) =>
    expect(namesOf(cell)).toEqual([cell.replaceAll("`", "")]),
  );
});
