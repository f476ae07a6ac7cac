import { expect, it } from "vitest";
import { commentsIn } from "../../bench/phrasebook/comments.js";
import { languageOf } from "../../src/read/languages/index.js";

const text = `// Copyright of nobody in particular, for this is a test.

/// Shortens the log to what is safe. Then it grows again. This is not read.
fn shorten() {
    // Only the last page
    // may be cut short.
    cut(); // beside code it says nothing here
    let text = "// no comment in a string";
    // too short
    grow();
}
/* What stands between signs
 * is read as well. */
fn grow() {}
`;

it("comments on lines of their own are read as sentences, line comments below one another as one", () => {
  const syntax = languageOf("a.rs")?.comments;
  if (syntax === undefined) throw new Error("no Rust");
  const comments = commentsIn(text, syntax);
  expect(comments.map(({ said }) => said)).toEqual([
    "Shortens the log to what is safe. Then it grows again",
    "Only the last page may be cut short",
    "What stands between signs is read as well",
  ]);
  expect(comments.map(({ end }) => text.slice(end).trimStart().split("\n")[0])).toEqual([
    "fn shorten() {",
    "cut(); // beside code it says nothing here",
    "fn grow() {}",
  ]);
});
