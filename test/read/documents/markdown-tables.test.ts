import { describe, expect, it } from "vitest";
import { plainText } from "../../../src/model/document.js";
import { at, factsOf, lines, rowsOf, tableOf } from "./document-text.js";

describe("what is a table", () => {
  const row = ["A", "b.rs"];
  const cases: readonly (readonly [string, string, readonly (readonly string[])[] | undefined])[] = [
    ["plain", tableOf("| A | b.rs |"), [row]],
    ["aligned", lines("| n | s |", "| :-- | --: |", "| A | b.rs |"), [row]],
    ["without outer pipes", lines("n | s", "-|-", "A | b.rs"), [row]],
    ["in a list", lines("- item", "", "  | n | s |", "  |---|---|", "  | A | b.rs |"), [row]],
    ["in a block quote", lines("> | n | s |", "> |---|---|", "> | A | b.rs |"), [row]],
    ["in a list in a block quote", lines("> 1. | n | s |", ">    |---|---|", ">    | A | b.rs |"), [row]],
    ["in a footnote", lines("x[^1]", "", "[^1]: y", "", "    | n | s |", "    |---|---|", "    | A | b.rs |"), [row]],
    ["a header alone", tableOf(), []],
    ["without its delimiter row", lines("| n | s |", "| A | b.rs |"), undefined],
    ["in a code fence", lines("```", tableOf("| A | b.rs |"), "```"), undefined],
    ["in indented code", tableOf("| A | b.rs |").replace(/^/gm, "    "), undefined],
    ["in an HTML comment", lines("<!--", tableOf("| A | b.rs |"), "-->"), undefined],
  ];
  it.each(cases)("%s", (_, text, rows) => {
    const { tables } = factsOf("a.md", text);
    expect(tables).toHaveLength(rows === undefined ? 0 : 1);
    expect(rowsOf(text, tables[0])).toEqual(rows ?? []);
  });
});

describe("rows and cells", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["fewer cells than the header", "| A |", ["A"]],
    ["more cells than the header", "| A | b | c |", ["A", "b", "c"]],
    ["an empty cell", "| A |   |", ["A", ""]],
    ["an escaped pipe", "| A \\| B | c |", ["A \\| B", "c"]],
    ["an escaped pipe at the end of a row without its last pipe", "| A | b \\|", ["A", "b \\|"]],
    ["a pipe after two backslashes ends the cell", "| A | b \\\\|", ["A", "b \\\\"]],
    ["a pipe in code, escaped", "| `a \\| b` | c |", ["`a \\| b`", "c"]],
    ["spaces behind the last pipe", "| A | b |  ", ["A", "b"]],
    ["tabs around the content", "|\tA\t|\tb\t|", ["A", "b"]],
  ];
  it.each(cases)("%s", (_, row, cells) => {
    const text = tableOf(row);
    expect(rowsOf(text, factsOf("a.md", text).tables[0])).toEqual([cells]);
  });

  it.each([
    ["one space behind its pipe", "|   | A |", 0, 2],
    ["right behind its pipe", "| A ||", 1, 5],
  ])("an empty cell stands %s", (_, row, index, offset) => {
    const text = tableOf(row);
    const start = text.lastIndexOf(row);
    const span = factsOf("a.md", text).tables[0]?.rows[0]?.cells[index]?.span;
    expect(span).toEqual({ start: start + offset, end: start + offset });
  });

  it("a row reaches from its first pipe to its last, a table from its header to its last row", () => {
    const text = lines("- x", "", "  | n | s |", "  |---|---|", "  | A | b |  ", "", "end");
    const table = factsOf("a.md", text).tables[0];
    expect(at(text, table?.rows[0]?.span)).toBe("| A | b |");
    expect(at(text, table?.span)).toBe(lines("| n | s |", "  |---|---|", "  | A | b |"));
    expect(table?.header.map(({ span }) => at(text, span))).toEqual(["n", "s"]);
  });
});

describe("the heading of a table", () => {
  const cases: readonly (readonly [string, string, readonly (readonly [number, string] | undefined)[]])[] = [
    ["none before it", lines(tableOf("| A | b |"), "", "# Later"), [undefined]],
    ["the nearest, whatever its depth", lines("# One", "### Two", "", tableOf(), "", "# Three"), [[3, "Two"]]],
    [
      "one for two tables",
      lines("## One", "", tableOf(), "", tableOf()),
      [
        [2, "One"],
        [2, "One"],
      ],
    ],
    ["underlined", lines("One `c`", "two", "===", "", tableOf()), [[1, "One c two"]]],
    ["in a quote before it", lines("> # Quoted", "", tableOf()), [[1, "Quoted"]]],
    ["not one in a fence", lines("# One", "```", "# Two", "```", tableOf()), [[1, "One"]]],
  ];
  it.each(cases)("%s", (_, text, headings) => {
    const { tables } = factsOf("a.md", text);
    expect(tables.map(({ heading }) => heading && [heading.depth, plainText(heading.pieces)])).toEqual(headings);
  });

  it("has a space in its text where its line ends", () => {
    const heading = factsOf("a.md", lines("One `c", "d` two", "three", "===", tableOf())).tables[0]?.heading;
    expect(heading?.pieces.map(({ value }) => value)).toEqual(["One ", "c d", " two three"]);
  });

  it("spans its line and gives its pieces", () => {
    const text = lines("### X (anchors in `a.rs`)", "", tableOf());
    const heading = factsOf("a.md", text).tables[0]?.heading;
    expect(at(text, heading?.span)).toBe("### X (anchors in `a.rs`)");
    expect(heading?.pieces.map(({ kind, span }) => [kind, at(text, span)])).toEqual([
      ["text", "X (anchors in "],
      ["code", "`a.rs`"],
      ["text", ")"],
    ]);
  });
});

describe("line ends and byte order marks", () => {
  const text = lines(
    "# H",
    "",
    tableOf("| `A` | [b](u) &amp; c |", "<!-- note -->", "| B | |"),
    "",
    "<!-- spec-anchors-ignore r: why -->",
    "x",
  );
  const cases: readonly (readonly [string, string])[] = [
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["CR", text.replaceAll("\n", "\r")],
    ["a byte order mark", `\uFEFF${text}`],
    ["two of them", `\uFEFF\uFEFF${text}`],
  ];
  it.each(cases)("%s gives the facts of plain LF at its own offsets", (_, variant) => {
    expect(contents(variant)).toEqual(contents(text));
  });

  /** The facts with every span replaced by the text it covers. */
  function contents(source: string): unknown {
    return JSON.parse(JSON.stringify(factsOf("a.md", source)), (_, value: unknown) => {
      if (typeof value !== "object" || value === null || !("start" in value) || !("end" in value)) return value;
      return source.slice(Number(value.start), Number(value.end)).replace(/\r\n?/g, "\n");
    });
  }
});
