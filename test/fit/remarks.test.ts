import { expect, test } from "vitest";
import { drawsFrom, shuffled } from "../../bench/fit/chance.js";
import { remarksIn } from "../../bench/fit/remarks.js";
import { go } from "../../src/read/languages/go.js";
import type { Language } from "../../src/read/languages/language.js";
import { rust } from "../../src/read/languages/rust.js";

const saidIn = (text: string, { comments, grammar }: Language): readonly (readonly [string, boolean])[] =>
  remarksIn(text, comments, grammar ?? { innerDocs: [], outerDocs: [] }).map(({ said, documents }) => [said, documents]);

test("blocks of comments are one remark each, without signs, two sentences long", () => {
  const text = `//! About the file.

/// What it does.
/// And why it does. Then more.
fn f() {
    // One thing
    // that goes on.

    //// Another.
    let a = 1; // beside code
}
`;
  expect(saidIn(text, rust)).toEqual([
    ["What it does. And why it does", true],
    ["One thing that goes on.", false],
    ["Another.", false],
  ]);
});

test("the signs are the language's", () => {
  expect(saidIn("package p\r\n\r\n// Says what F does.\r\nfunc F() {}\r\n", go).map(([said]) => said)).toEqual(["Says what F does."]);
});

test("a remark ends where its last line does", () => {
  const text = "fn f() {\n    // One.\n    g();\n}\n";
  expect(remarksIn(text, rust.comments, rust.grammar ?? expect.fail()).map(({ end }) => text.slice(end))).toEqual(["\n    g();\n}\n"]);
});

test("shuffling keeps all, and hangs on the seed alone", () => {
  const list = Array.from({ length: 20 }, (_, at) => at);
  const order = shuffled(list, drawsFrom(7));
  expect(order).toEqual(shuffled(list, drawsFrom(7)));
  expect(order).not.toEqual(list);
  expect([...order].sort((a, b) => a - b)).toEqual(list);
});
