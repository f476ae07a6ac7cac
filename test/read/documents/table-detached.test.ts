import { describe, expect, it } from "vitest";
import { at, brief, factsOf, lines, rowsOf, tableOf } from "./document-text.js";

/** The first cell of each row, with `!` where the row is detached. */
function rowNames(text: string): readonly string[] {
  const { tables } = factsOf("a.md", text);
  return tables.flatMap((table) => table.rows.map((row) => `${at(text, row.cells[0]?.span)}${row.detached ? "!" : ""}`));
}

const IGNORE = "<!-- spec-anchors-ignore r: why -->";

describe("rows after an HTML comment inside a table", () => {
  const quote = (text: string): string => text.replace(/^/gm, "> ");
  const inList = (text: string): string => `- ${text.replace(/\n/g, "\n  ")}`;
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["one comment", tableOf("| A | a |", "<!-- c -->", "| B | b |", "| C | c |"), ["A", "B!", "C!"]],
    ["several", tableOf("| A | a |", "<!-- c -->", "| B | b |", "<!-- d -->", "<!-- e -->", "| C | c |"), ["A", "B!", "C!"]],
    ["right below the header", tableOf("<!-- c -->", "| A | a |"), ["A!"]],
    ["over several lines", tableOf("| A | a |", "<!-- c", "| X | x |", "", "-->", "| B | b |"), ["A", "B!"]],
    ["with text after it", tableOf("| A | a |", "<!-- c --> d", "| B | b |"), ["A", "B!"]],
    ["with a row on its own line", tableOf("| A | a |", "<!-- c --> | B | b |", "| C | c |"), ["A", "B!", "C!"]],
    ["empty, with a row on its line", tableOf("| A | a |", "<!--> | B | b |"), ["A", "B!"]],
    ["two, then a row on their line", tableOf("<!-- c -->", "<!-- d --> <!-- e -->| A | a |"), ["A!"]],
    ["with other text, then a row on its line", tableOf("| A | a |", "<!-- c --> d --> | X | x |", "| B | b |"), ["A", "B!"]],
    ["empty", tableOf("| A | a |", "<!-->", "| B | b |", "<!--->", "| C | c |"), ["A", "B!", "C!"]],
    ["indented", tableOf("| A | a |", "  <!-- c -->  ", "  | B | b |"), ["A", "B!"]],
    ["in a quote", quote(tableOf("| A | a |", "<!-- c", "d -->", "| B | b |")), ["A", "B!"]],
    ["in a list", inList(tableOf("| A | a |", "<!-- c -->", "| B | b |")), ["A", "B!"]],
    ["with a rule below", tableOf("| A | a |", "<!-- c -->", "| B | b |", "---"), ["A", "B!"]],
    ["never closed", tableOf("| A | a |", "<!-- c", "| B | b |"), ["A"]],
    ["a blank line before it", tableOf("| A | a |", "", "<!-- c -->", "| B | b |"), ["A"]],
    ["a blank line after it", tableOf("| A | a |", "<!-- c -->", "", "| B | b |"), ["A"]],
    ["a paragraph after it", tableOf("| A | a |", "<!-- c -->", "B | b"), ["A"]],
    ["another table after it", tableOf("| A | a |", "<!-- c -->", tableOf("| B | b |")), ["A", "B"]],
    [
      "a heading by its underline, then a comment",
      tableOf("<!-- c -->", "| A | a |", "===", "<!-- d -->", "| B | b |"),
      ["A!", "===!", "B!"],
    ],
    ["a rule, then a comment: another block", tableOf("<!-- c -->", "| A | a |", "---", IGNORE, "| X | x |"), ["A!"]],
    ["code, then a comment: another block", tableOf("<!-- c -->", "| A | a |", "    code", IGNORE, "| X | x |"), ["A!"]],
    ["an instruction", tableOf("| A | a |", "<?c?>", "| B | b |"), ["A"]],
    ["another element", tableOf("| A | a |", "<div>", "| B | b |"), ["A"]],
    ["inside a cell it ends nothing", tableOf("| A | <!-- c --> |", "| B | b |"), ["A", "B"]],
    ["our directive is allowed", tableOf("| A | a |", IGNORE, "| B | b |"), ["A", "B"]],
    ["two directives", tableOf("| A | a |", IGNORE, IGNORE, "| B | b |", IGNORE, "| C | c |"), ["A", "B", "C"]],
    ["a directive, then a comment", tableOf("| A | a |", IGNORE, "| B | b |", "<!-- c -->", "| C | c |"), ["A", "B", "C!"]],
    ["a comment, then a directive: still cut off", tableOf("| A | a |", "<!-- c -->", "| B | b |", IGNORE, "| C | c |"), ["A", "B!", "C!"]],
    ["a directive with text after it", tableOf("| A | a |", `${IGNORE} d`, "| B | b |"), ["A", "B!"]],
    ["in one table of two", lines(tableOf("<!-- c -->", "| A | a |"), "", tableOf("| B | b |", IGNORE, "| C | c |")), ["A!", "B", "C"]],
    ["a directive with a remark", tableOf("| A | a |", "<!-- so:\nspec-anchors-ignore r: why -->", "| B | b |"), ["A", "B!"]],
  ];
  it.each(cases)("%s", (_, text, rows) => {
    expect(rowNames(text)).toEqual(rows);
    expect(rowNames(text.replaceAll("\n", "\r\n"))).toEqual(rows);
  });

  it("are read like any other: spans, links, code", () => {
    const text = lines("> x", "", tableOf("| A | a |", "<!-- c -->", "| **`B`** | [s][r] \\| `t` |"), "", "[r]: u.rs");
    const table = factsOf("a.md", text).tables[0];
    expect(rowsOf(text, table)).toEqual([
      ["A", "a"],
      ["**`B`**", "[s][r] \\| `t`"],
    ]);
    expect(at(text, table?.rows[1]?.span)).toBe("| **`B`** | [s][r] \\| `t` |");
    expect(table?.rows[1]?.cells.map((cell) => cell.pieces.map(brief))).toEqual([["code:B*"], ["text:s->u.rs", "text: | ", "code:t"]]);
    expect(at(text, table?.span)).toMatch(/^\| name[\s\S]*`t` \|$/);
  });

  it("do not move what follows them", () => {
    const text = lines(tableOf("<!-- c -->", "| A | a |"), "", "# H", "", tableOf("<!-- d -->", "| B | b |"));
    const [first, second] = factsOf("a.md", text).tables;
    expect([first?.heading, at(text, second?.heading?.span)]).toEqual([undefined, "# H"]);
    expect([rowsOf(text, first), rowsOf(text, second)]).toEqual([[["A", "a"]], [["B", "b"]]]);
  });

  it("are found in any order", () => {
    const late = tableOf("<!-- c -->", "| A | a |", "===", "<!-- d -->", "| B | b |");
    const text = lines(late, "", tableOf("| C | c |", "<!-- e -->", "| D | d |"));
    expect(rowNames(text)).toEqual(["A!", "===!", "B!", "C", "D!"]);
  });

  it("are many and cost no parse each", () => {
    const rows = Array.from({ length: 300 }, (_, index) => lines(IGNORE, `| R${index} | a |`, "<!-- c -->", "| S | b |", "| T | c |"));
    const started = performance.now();
    expect(rowNames(tableOf(...rows))).toHaveLength(900);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
