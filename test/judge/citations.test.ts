import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CitedCode, citedCode } from "../../src/judge/citations/cited-code.js";
import { blockAt, extentOf } from "../../src/judge/citations/extents.js";
import { likenessOf } from "../../src/judge/citations/likeness.js";
import { matchesOf } from "../../src/judge/citations/sequences.js";
import { isTelling } from "../../src/judge/citations/sightings.js";

/** A text of which `//` begins comments. */
function code(text: string): CitedCode {
  const comments = [...text.matchAll(/\/\/.*/g)].map(({ 0: comment, index }) => ({ start: index, end: index + comment.length }));
  return citedCode({ path: "a.x", text, defined: [], isParsed: false, comments, strings: [] });
}

const file = [
  "fn one() {",
  "    let a = take::<u8>(self.items, 3); // three",
  "    a",
  "}",
  "",
  "// two",
  "#[inline]",
  "fn two() {",
  "    b.push(1)",
  "}",
  "",
].join("\n");

describe("runs of code", () => {
  const found = (quoted: string): readonly string[] =>
    matchesOf(code(file), code(quoted).tokens()).map(({ lines }) => `${lines.first}-${lines.last}`);

  it.each([
    ["take(items, 3)", ["2-2"]],
    ["let a =\n take(self.items,3)", ["2-2"]],
    ["let a =\n // ...\n fn two() {", ["2-8"]],
    ["fn one() { … b.push(1) }", ["1-9"]],
    ["take(items, 4)", []],
    ["three", []],
    ["", []],
  ])("%j", (quoted, lines) => {
    expect(found(quoted)).toEqual(lines);
  });

  it("of one word tell nothing", () => {
    expect([isTelling("take(items)"), isTelling("x + 1"), isTelling("items")]).toEqual([true, false, false]);
  });
});

describe("what belongs to a definition", () => {
  it("are the comments and attributes above it, up to a blank line", () => {
    expect(extentOf(code(file), { first: 8, last: 10 }, 8)).toEqual({
      whole: { first: 6, last: 10 },
      code: { first: 7, last: 10 },
      named: 8,
    });
    expect(extentOf(code(file), { first: 1, last: 4 }, 1)).toMatchObject({ whole: { first: 1, last: 4 } });
  });

  it("is told by indentation where nothing parses it", () => {
    const script = code("start() {\n  run\n\n  stop\n}\nstart\nlimit = 3\n");
    expect(blockAt(script, 0, "start")).toEqual({ first: 1, last: 5 });
    expect(blockAt(script, script.source.text.lastIndexOf("start"), "start")).toBeUndefined();
    expect(blockAt(script, script.source.text.indexOf("limit"), "limit")).toEqual({ first: 7, last: 7 });
  });
});

describe("a block that is like a file", () => {
  const like = (quoted: string) => likenessOf(code(file), code(quoted));

  it("has its differences line by line", () => {
    expect(like("fn two() {\n    b.push(2)\n}")).toMatchObject({
      lines: { first: 8, last: 9 },
      differences: [{ written: "b.push(2)", actual: "b.push(1)", line: 9 }],
    });
    expect(like("fn one() {\n    a\n}")?.differences).toEqual([
      { written: undefined, actual: "let a = take::<u8>(self.items, 3); // three", line: 2 },
    ]);
    expect(like("fn two() {\n    b.push(1)\n    c.pop(d, e)\n}")?.differences).toMatchObject([
      { written: "c.pop(d, e)", actual: undefined },
    ]);
  });

  it("is none where no line stands there", () => {
    expect(like("while (x) y(z);")).toBeUndefined();
    expect(like("")).toBeUndefined();
  });

  it("is told of any text, without a throw, and has all of itself", () => {
    const line = fc.constantFrom("a b c", "d(e)", "x = 1", "", "// c", "}", "…", "fn f() {");
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const share = likenessOf(code(one), code(other))?.share ?? 0;
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
        expect(likenessOf(code(one), code(one))?.differences ?? []).toEqual([]);
      }),
    );
  });
});
