import { describe, expect, it } from "vitest";
import { pretty } from "../../src/reporters/pretty.js";
import { context, contextOf, diagnostic, rangeOf, report } from "./sample.js";

describe("a diagnostic", () => {
  it("shows the row, the code, and what to do", () => {
    const shown = diagnostic({
      hint: "write `// SPEC: StackBounded` above the code that upholds it",
      fix: { title: "rename the anchor `Monotone`", safe: false, edits: [] },
      related: [
        { path: "src/stack.rs", line: 2, column: 5, endLine: 2, endColumn: 19, message: "the only anchor here is for `Monotone`" },
        { path: "src/stack.rs", line: 7, column: 3, endLine: 7, endColumn: 27, message: "the row speaks of `push`" },
      ],
    });
    expect(pretty(report([shown]), context())).toMatchInlineSnapshot(`
      "error[missing-anchor]: \`StackBounded\` has no anchor in \`src/stack.rs\`
       --> specs/README.md:5:3
        |
      5 | | \`StackBounded\` | \`src/stack.rs\` | \`push\` refuses the entry that would exceed \`CAP\`. |
        |   ^^^^^^^^^^^^^^
       --> src/stack.rs:2:5
        |
      2 |     // SPEC: Monotone
        |        -------------- the only anchor here is for \`Monotone\`
       --> src/stack.rs:7:3
        |
      7 |         self.entries.push(entry);
        |         ------------------------ the row speaks of \`push\`
        = help: write \`// SPEC: StackBounded\` above the code that upholds it
        = fix: rename the anchor \`Monotone\`
        = see: spec-anchors explain missing-anchor

      1 error, 1 fixable with --fix --unsafe
      2 rows in 1 document, 1 anchor in 2 files
      "
    `);
  });

  it("names the page of a rule once", () => {
    const output = pretty(report([diagnostic(), diagnostic(), diagnostic({ rule: "wrong-file" })]), context());
    expect(output.match(/see: .*/g)).toEqual(["see: spec-anchors explain missing-anchor", "see: spec-anchors explain wrong-file"]);
  });

  it("aligns the gutters of all its frames", () => {
    const text = "code\n".repeat(120);
    const near = { path: "file", line: 9, column: 1, endLine: 9, endColumn: 5 };
    const shown = diagnostic({ ...near, related: [{ ...near, line: 100, endLine: 100, message: "here too" }] });
    expect(pretty(report([shown]), contextOf(text))).toMatchInlineSnapshot(`
      "error[missing-anchor]: \`StackBounded\` has no anchor in \`src/stack.rs\`
         --> file:9:1
          |
        9 | code
          | ^^^^
         --> file:100:1
          |
      100 | code
          | ---- here too
          = see: spec-anchors explain missing-anchor

      1 error
      2 rows in 1 document, 1 anchor in 2 files
      "
    `);
  });

  it("has no frame and no arrow without a place", () => {
    const shown = diagnostic({
      rule: "nothing-checked",
      message: "no document, no row, no source",
      path: ".",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      related: [{ path: ".", line: 1, column: 1, endLine: 1, endColumn: 1, message: "looked in `specs/`" }],
    });
    expect(pretty(report([shown], { rows: 0, documents: 0, anchors: 0, sources: 0 }), context())).toMatchInlineSnapshot(`
      "error[nothing-checked]: no document, no row, no source
        = note: looked in \`specs/\`
        = see: spec-anchors explain nothing-checked

      1 error
      0 rows in 0 documents, 0 anchors in 0 files
      "
    `);
  });

  it("keeps the arrow where the file or the line is gone", () => {
    const shown = diagnostic({
      line: 90,
      endLine: 90,
      related: [{ path: "src/gone.rs", line: 4, column: 2, endLine: 4, endColumn: 6, message: "the anchor was here" }],
    });
    expect(pretty(report([shown]), context())).toMatchInlineSnapshot(`
      "error[missing-anchor]: \`StackBounded\` has no anchor in \`src/stack.rs\`
       --> specs/README.md:90:3
       --> src/gone.rs:4:2: the anchor was here
        = see: spec-anchors explain missing-anchor

      1 error
      2 rows in 1 document, 1 anchor in 2 files
      "
    `);
  });
});

describe("the closing lines", () => {
  it("follow the diagnostics after a blank line, and stand alone without any", () => {
    expect(pretty(report([]), context())).toBe("no problems\n2 rows in 1 document, 1 anchor in 2 files\n");
    expect(pretty(report([diagnostic()]), context())).toContain("explain missing-anchor\n\n1 error\n2 rows");
  });

  it("count what quiet hides", () => {
    const both = report([
      diagnostic({ severity: "warning", rule: "stale-explanation" }),
      diagnostic(),
      diagnostic({ severity: "warning" }),
    ]);
    const output = pretty(both, context({ quiet: true }));
    expect(output).not.toContain("warning[");
    expect(output).toContain("error[missing-anchor]");
    expect(output.slice(output.indexOf("\n\n"))).toMatchInlineSnapshot(`
      "

      1 error, 2 warnings
      2 rows in 1 document, 1 anchor in 2 files
      2 warnings not shown (--quiet)
      "
    `);
  });
});

describe("colour", () => {
  const both = report([diagnostic({ hint: "write it" }), diagnostic({ severity: "warning" })], { suppressed: 1 });

  it("changes nothing but colour", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for
    expect(pretty(both, context({ colour: true })).replace(/\x1b\[\d+m/g, "")).toBe(pretty(both, context()));
  });

  it("marks errors red, warnings yellow, and nothing where it is off", () => {
    const coloured = pretty(both, context({ colour: true }));
    expect(coloured).toContain("\x1b[31merror[missing-anchor]\x1b[39m");
    expect(coloured).toContain("\x1b[33m^^^^^^^^^^^^^^\x1b[39m");
    expect(pretty(both, context())).not.toContain("\x1b");
  });
});

describe("a long row", () => {
  const text = `| \`Revolve\` | \`src/a.rs\` | ${"what it says ".repeat(12)}until \`target()\` then ${"and so on ".repeat(12)}|`;

  it("is cut around the span", () => {
    expect(pretty(report([diagnostic(rangeOf(text, "`target()`"))]), contextOf(text, { width: 80 }))).toMatchInlineSnapshot(`
      "error[missing-anchor]: \`StackBounded\` has no anchor in \`src/stack.rs\`
       --> file:1:190
        |
      1 | …what it says what it says until \`target()\` then and so on and so on and so…
        |                                  ^^^^^^^^^^
        = see: spec-anchors explain missing-anchor

      1 error
      2 rows in 1 document, 1 anchor in 2 files
      "
    `);
  });

  it("keeps its beginning where the span stands there, and is 120 columns wide without a terminal", () => {
    const output = pretty(report([diagnostic(rangeOf(text, "`src/a.rs`"))]), contextOf(text));
    expect(output).toMatchInlineSnapshot(`
      "error[missing-anchor]: \`StackBounded\` has no anchor in \`src/stack.rs\`
       --> file:1:15
        |
      1 | | \`Revolve\` | \`src/a.rs\` | what it says what it says what it says what it says what it says what it says what it sa…
        |               ^^^^^^^^^^
        = see: spec-anchors explain missing-anchor

      1 error
      2 rows in 1 document, 1 anchor in 2 files
      "
    `);
    expect(Math.max(...output.split("\n").map((line) => line.length))).toBe(120);
  });

  it("is marked to its end where the span is wider than the screen", () => {
    expect(pretty(report([diagnostic(rangeOf(text, text))]), contextOf(text, { width: 60 }))).toMatchInlineSnapshot(`
      "error[missing-anchor]: \`StackBounded\` has no anchor in \`src/stack.rs\`
       --> file:1:1
        |
      1 | | \`Revolve\` | \`src/a.rs\` | what it says what it says wh…
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        = see: spec-anchors explain missing-anchor

      1 error
      2 rows in 1 document, 1 anchor in 2 files
      "
    `);
  });
});
