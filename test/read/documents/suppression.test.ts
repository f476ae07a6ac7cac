import { describe, expect, it } from "vitest";
import { at, factsOf, lines, suppressionsIn, tableOf } from "./document-text.js";

const IGNORE = "<!-- spec-anchors-ignore r: why -->";

describe("what a directive says", () => {
  const cases: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    ["rule and reason", "<!-- spec-anchors-ignore missing-anchor: not yet: see #4 -->", [["missing-anchor", "not yet: see #4"]]],
    ["no spaces", "<!--spec-anchors-ignore r:why-->", [["r", "why"]]],
    ["no reason", "<!-- spec-anchors-ignore r: -->", [["r", ""]]],
    ["no colon", "<!-- spec-anchors-ignore r because -->", [["r", ""]]],
    ["no rule", "<!-- spec-anchors-ignore : why -->", [["", "why"]]],
    ["nothing", "<!-- spec-anchors-ignore -->", [["", ""]]],
    [
      "one a line",
      lines("<!-- spec-anchors-ignore a: x", "  spec-anchors-ignore b: y", "-->"),
      [
        ["a", "x"],
        ["b", "y"],
      ],
    ],
    [
      "in a quote",
      lines("> <!--", "> spec-anchors-ignore a: x", "> spec-anchors-ignore b: y", "> -->"),
      [
        ["a", "x"],
        ["b", "y"],
      ],
    ],
    ["behind an empty comment", "<!--> spec-anchors-ignore r: why -->", []],
    [
      "between rows and after them, in document order",
      lines(
        tableOf("| A | <!-- spec-anchors-ignore a: x --> |", "<!-- spec-anchors-ignore b: y -->", "| B | b |"),
        "",
        "<!-- spec-anchors-ignore c: z -->",
      ),
      [
        ["a", "x"],
        ["b", "y"],
        ["c", "z"],
      ],
    ],
    ["among remarks", lines("<!-- remark", "spec-anchors-ignore a: x", "remark -->"), [["a", "x"]]],
    ["another case", "<!-- Spec-Anchors-Ignore r: why -->", []],
    ["another word", "<!-- spec-anchors-ignore-file r: why -->", []],
    ["not where the line begins", "<!-- use spec-anchors-ignore r: why -->", []],
    ["no comment", "spec-anchors-ignore r: why", []],
    ["in inline code", `a \`${IGNORE}\` b`, []],
    ["in a fence", lines("```", IGNORE, "```"), []],
    ["in indented code", `    ${IGNORE}`, []],
    ["in code in a table", tableOf(`| \`${IGNORE}\` | b |`), []],
  ];
  it.each(cases)("%s", (_, text, directives) => {
    expect(suppressionsIn(text).map(([rule, reason]) => [rule, reason])).toEqual(directives);
    expect(suppressionsIn(text.replaceAll("\n", "\r\n")).map(([rule, reason]) => [rule, reason])).toEqual(directives);
  });

  it("spans the directive, not the comment around it", () => {
    const text = lines("> x", ">", "> <!-- spec-anchors-ignore a: x ", "> spec-anchors-ignore b: y -->", "> | t |");
    const spans = factsOf("a.md", text).suppressions.map(({ span }) => at(text, span));
    expect(spans).toEqual(["spec-anchors-ignore a: x", "spec-anchors-ignore b: y"]);
  });
});

describe("what a directive covers", () => {
  const table = tableOf("| A | a |");
  const cases: readonly (readonly [string, string, readonly (string | undefined)[]])[] = [
    ["the table after it", lines(IGNORE, table, "", "end"), [table]],
    ["the paragraph after a blank line", lines(IGNORE, "", "one", "two", "", "three"), [lines("one", "two")]],
    ["the heading after it, not its section", lines(IGNORE, "# H", "text"), ["# H"]],
    ["the list after it", lines(IGNORE, "- a", "- b"), [lines("- a", "- b")]],
    ["stacked: the same block", lines(IGNORE, IGNORE, "", "<!-- c -->", "text"), ["text", "text"]],
    ["an element that is no comment", lines(IGNORE, "", "<div>x</div>"), ["<div>x</div>"]],
    ["nothing at the end", lines("text", "", IGNORE), [undefined]],
    ["nothing at the end of a list item", lines("- a", "", `  ${IGNORE}`, "", "text"), [undefined]],
    ["a row, from inside a cell", tableOf("| A | a |", `| B ${IGNORE} | b |`, "| C | c |"), [`| B ${IGNORE} | b |`]],
    ["the header, from inside it", lines(`| n ${IGNORE} |`, "|---|"), [`| n ${IGNORE} |`]],
    ["its line of a paragraph", lines("one", `two ${IGNORE} b`, "three"), [`two ${IGNORE} b`]],
    ["its line of a paragraph in a list", lines("- one", `  two ${IGNORE}`), [`  two ${IGNORE}`]],
    ["a heading, from inside it", lines("text", `# H ${IGNORE}`, "text"), [`# H ${IGNORE}`]],
    ["in emphasis", `one *two ${IGNORE}*`, [`one *two ${IGNORE}*`]],
    ["the next row only", tableOf("| A | a |", IGNORE, "| B | b |", "| C | c |"), ["| B | b |"]],
    [
      "stacked between rows",
      tableOf(IGNORE, IGNORE, "| A | a |", "<!-- c -->", "| B | b |", IGNORE, "| C | c |"),
      ["| A | a |", "| A | a |", "| C | c |"],
    ],
    ["the row on its own line", tableOf("| A | a |", `${IGNORE} | B | b |`), ["| B | b |"]],
    ["a paragraph after a rule that ended the table", tableOf("<!-- c -->", "| A | a |", "---", IGNORE, "| B | b |"), ["| B | b |"]],
    ["between a row and a paragraph", lines(tableOf("| A | a |", IGNORE), "text"), ["text"]],
    [
      "the whole of a table that has lost rows",
      lines(IGNORE, tableOf("| A | a |", "<!-- c -->", "| B | b |")),
      [tableOf("| A | a |", "<!-- c -->", "| B | b |")],
    ],
  ];
  it.each(cases)("%s", (_, text, covered) => {
    expect(suppressionsIn(text).map(([, , covers]) => covers)).toEqual(covered);
  });
});
