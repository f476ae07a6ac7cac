import { describe, expect, it } from "vitest";
import { anchorsOf, declaredNames } from "../../../src/engine/link/anchors.js";
import { languages } from "../../../src/read/languages/index.js";
import type { BlockComment, Language } from "../../../src/read/languages/language.js";
import { readSource } from "../../../src/read/source/read-source.js";
import { diagnose } from "../../harness/check-files.js";

const plain = languages.filter(({ grammar }) => grammar === undefined);

/** The name of a file in the language. */
const fileIn = ({ extensions, fileNames }: Language): string =>
  extensions[0] === undefined ? (fileNames?.[0] ?? "") : `a${extensions[0]}`;

/** A comment that holds the text, in lines of their own where its signs have to stand there. */
function blockWith({ open, close, openAt, closeAt }: BlockComment, text: string): string {
  const ending = close.replace("$1", "=");
  return openAt?.source.startsWith("^") === true || closeAt?.source.startsWith("^") === true
    ? `${open}\n${text}\n${ending}\n`
    : `${open} ${text} ${ending}\n`;
}

/** The texts of one anchor, a comment form each. */
function textsIn({ comments }: Language): readonly string[] {
  const line = comments.line.map((sign) => {
    const text = `${sign} SPEC: Held — it is held\n`;
    // A sign that counts in its column alone.
    return comments.lineAt === undefined || new RegExp(comments.lineAt.source, "m").test(text) ? text : `      ${text}`;
  });
  return [...line, ...comments.block.map((block) => blockWith(block, "SPEC: Held — it is held"))];
}

describe.each(plain)("an anchor in $name", (language) => {
  it.each(textsIn(language))("is found in %j, and its construct is not judged", (text) => {
    const source = readSource({ path: fileIn(language), text, language, marker: "SPEC", symbols: false, outline: false }, undefined);
    expect(source.judged).toBe(false);
    expect(anchorsOf(source, declaredNames(new Set())).map(({ name, placement }) => [name, placement])).toEqual([
      ["Held", { kind: "unjudged", reason: "no-grammar" }],
    ]);
  });
});

it.each([
  ["src/run.sh", "# SPEC: Held\nrun\n"],
  ["src/Run.hs", "-- SPEC: Held\nrun = 1\n"],
  ["src/run.lisp", "; SPEC: Held\n(run)\n"],
  ["src/run.erl", "% SPEC: Held\nrun() -> 1.\n"],
  ["src/run.ml", "(* SPEC: Held *)\nlet run = 1\n"],
])("%s is said to be unjudged, and its anchor holds its row", async (path, text) => {
  const rows = `# Anchors\n\n| Invariant | Anchor |\n| --- | --- |\n| \`Held\` | \`${path}\` |\n`;
  const found = await diagnose({ "specs/README.md": rows, [path]: text });
  expect(found.map((one) => [one.rule, one.path])).toEqual([["unjudged-anchor", path]]);
});
