import { describe, expect, it } from "vitest";
import type { RelatedPlace } from "../../src/model/report.js";
import { pretty } from "../../src/reporters/pretty.js";
import { context, contextOf, diagnostic, rangeOf, report } from "./sample.js";

function frames(output: string): string {
  return output
    .split("\n")
    .filter((line) => /^ *(?:\d+|\.\.\.)? *(?:\||-->)/.test(line))
    .join("\n");
}

function shown(text: string, part: string): string {
  return frames(pretty(report([diagnostic(rangeOf(text, part))]), contextOf(text, { width: 80 })));
}

describe("a span over several lines", () => {
  const at = (line: number, endLine: number, endColumn: number): RelatedPlace => ({
    path: "src/stack.rs",
    line,
    column: 3,
    endLine,
    endColumn,
    message: "this code",
  });
  const show = (place: RelatedPlace): string => frames(pretty(report([diagnostic({ path: ".", related: [place] })]), context()));

  it("is shown to its end where it has four lines or fewer", () => {
    expect(show(at(4, 6, 4))).toMatchInlineSnapshot(`
      " --> src/stack.rs:4:3
        |
      4 | /         if self.len() >= CAP {
      5 | |             return Err(Full);
      6 | |         }
        | |_________- this code"
    `);
  });

  it("is shown by its first four lines where it has more", () => {
    expect(show(at(3, 9, 3))).toMatchInlineSnapshot(`
      "   --> src/stack.rs:3:3
          |
        3 | /     pub fn push(&mut self, entry: Entry) -> Result<(), Full> {
        4 | |         if self.len() >= CAP {
        5 | |             return Err(Full);
        6 | |         }
      ... | |
          | |_- this code"
    `);
  });

  it("ends with the line before where it ends at the beginning of one", () => {
    expect(show(at(7, 8, 1))).toMatchInlineSnapshot(`
      " --> src/stack.rs:7:3
        |
      7 |         self.entries.push(entry);
        |         ------------------------- this code"
    `);
  });

  it("ends where the text does", () => {
    const range = { path: "file", line: 1, column: 1, endLine: 9, endColumn: 3 };
    expect(frames(pretty(report([diagnostic(range)]), contextOf("fn push() {\n    body();")))).toMatchInlineSnapshot(`
      " --> file:1:1
        |
      1 | / fn push() {
      2 | |     body();
        | |___________^"
    `);
  });
});

describe("the marks", () => {
  it("stand under tabs, which are spaces", () => {
    expect(shown("\tfn a(\tb: B) {}", "b: B")).toMatchInlineSnapshot(`
      " --> file:1:8
        |
      1 |     fn a(    b: B) {}
        |              ^^^^"
    `);
  });

  it("stand under wide characters, emoji and what is composed of several code points", () => {
    expect(shown("| 日本語 | 👩‍👩‍👧 🇫🇮 | e\u0301 | `Bounded` |", "`Bounded`")).toMatchInlineSnapshot(`
      " --> file:1:30
        |
      1 | | 日本語 | 👩‍👩‍👧 🇫🇮 | é | \`Bounded\` |
        |                        ^^^^^^^^^"
    `);
    expect(shown("| 不変条件 | ok |", "不変条件")).toMatchInlineSnapshot(`
      " --> file:1:3
        |
      1 | | 不変条件 | ok |
        |   ^^^^^^^^"
    `);
  });

  it("stand under control characters made visible", () => {
    expect(shown("x \x1b[31m \u202e y `Bounded`", "`Bounded`")).toMatchInlineSnapshot(`
      " --> file:1:13
        |
      1 | x ␛[31m <U+202E> y \`Bounded\`
        |                    ^^^^^^^^^"
    `);
  });

  it("show an empty span, and one behind the last character", () => {
    const at = (column: number) => diagnostic({ path: "file", line: 1, column, endLine: 1, endColumn: column });
    const show = (column: number): string => frames(pretty(report([at(column)]), contextOf("let a;\r\n")));
    expect(show(5)).toMatchInlineSnapshot(`
      " --> file:1:5
        |
      1 | let a;
        |     ^"
    `);
    expect(show(7)).toMatchInlineSnapshot(`
      " --> file:1:7
        |
      1 | let a;
        |       ^"
    `);
    expect(show(99)).toMatch(/\n {2}\| {7}\^$/);
  });

  it("leave their label to the next row where it does not fit", () => {
    const text = `${" ".repeat(40)}let bounded = true;`;
    const place = { ...rangeOf(text, "bounded"), message: "the construct that the anchor marks" };
    const output = pretty(report([diagnostic({ path: ".", related: [place] })]), contextOf(text, { width: 70 }));
    expect(frames(output)).toMatchInlineSnapshot(`
      " --> file:1:45
        |
      1 |                                         let bounded = true;
        |                                             -------
        |                                the construct that the anchor marks"
    `);
  });
});
