import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src/read/languages/index.js";
import type { CommentSyntax } from "../../../src/read/languages/language.js";
import { segments } from "../../../src/read/source/segments.js";

/** Signs that mean something somewhere, and what stands around them. */
const signs = [
  ..."\"'`/\\#$%;-*(){}[]<>|=!?:@~^,. \n\tax0é",
  ..."// /* */ (* *) {- -} -- --> --[[ ]] --[==[ ]==] #| |# #; #[ ]# #= =# <# #> <!-- --> (; ;) /- -/ /-- --/ /+ +/ \\* *>".split(" "),
  ...'""" \'\'\' \'\' "" \\" \\\' \\\\ ${ $( #{ \\( $\' @" $" f" s" R"x( )x" r#" "# [[ [==[ {| |} {s| |s} ~r/ %w( %( ?" 0\' \'a\' \'"\' x\' 1\'0'.split(
    " ",
  ),
  ..."<<A <<-A <<~A <<<A A rem :: REM =begin =end =cut =pod return if \\begin{comment} \\end{comment}".split(" "),
  ..."\r 😀 \ud800 \u2028".split(" "),
];

const syntaxes = [...new Set(languages.map(({ comments }) => comments))];
const syntax = fc.constantFrom(...languages).map(({ comments }) => comments);
const text = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join(""));

const texts = (of: string, by: CommentSyntax): readonly string[] =>
  segments(of, by).map(({ kind, span }) => `${kind} ${of.slice(span.start, span.end).replaceAll("\r", "")}`);

/** Milliseconds that lexing takes. */
function cost(of: string, by: CommentSyntax): number {
  const start = performance.now();
  segments(of, by);
  return performance.now() - start;
}

describe("segments of any text in any language", () => {
  it("are ordered, disjoint, not empty and in bounds", () => {
    fc.assert(
      fc.property(syntax, text, (by, of) => {
        let last = 0;
        for (const { span } of segments(of, by)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(of.length);
          last = span.end;
        }
      }),
      { numRuns: 20_000 },
    );
  });

  it("are the same with CRLF as with LF", () => {
    fc.assert(
      fc.property(
        syntax,
        text.map((of) => of.replaceAll("\r", "")),
        (by, of) => {
          expect(texts(of.replaceAll("\n", "\r\n"), by)).toEqual(texts(of, by));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it("hold no line end in line comments", () => {
    fc.assert(
      fc.property(syntax, text, (by, of) => {
        for (const { kind, span } of segments(of, by)) {
          if (kind === "line-comment") expect(of.slice(span.start, span.end)).not.toMatch(/\n|\r$/);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it("are found by patterns that never match nothing, and that have at most one group", () => {
    for (const { line: _, lineAt, block, strings, code = [], heredoc } of syntaxes) {
      const patterns = [
        lineAt,
        heredoc,
        ...code,
        ...block.flatMap((b) => [b.openAt, b.closeAt]),
        ...strings.flatMap((s) => [s.open, s.close, s.passes]),
      ];
      for (const pattern of patterns) {
        if (!(pattern instanceof RegExp)) continue;
        expect(pattern.flags).toBe("");
        expect(new RegExp(`${pattern.source}|`).exec("")?.length ?? 0).toBeLessThanOrEqual(2);
        fc.assert(
          fc.property(text, (of) => [...of.matchAll(new RegExp(pattern.source, "gm"))].every(([match]) => match !== "")),
          { numRuns: 50 },
        );
      }
    }
  });
});

describe("a long text", () => {
  const length = 200_000;
  const fill = (part: string): string => part.repeat(Math.ceil(length / part.length));
  // A pair finds what a sign repeated alone does not: runs that are opened and never closed.
  const parts = [
    ...signs,
    ...signs.filter((sign) => sign.trim() !== "").map((sign) => `${sign} a\n`),
    "=/[",
    "x = /a",
    "\\ ",
    "((",
    "a'",
    '"\\',
    "<<A\nA\n",
    "${`",
  ];

  it.each(parts)("of %j costs every language no more than its length", (part) => {
    const of = fill(part);
    // A step for each pair of letters would take minutes.
    for (const by of syntaxes) expect(cost(of, by)).toBeLessThan(1_500);
  });

  it("that announces many different texts costs no more than its length", () => {
    const of = Array.from({ length: 100_000 }, (_, index) => `<<A${index}`).join("\n");
    for (const by of syntaxes) expect(cost(of, by)).toBeLessThan(1_500);
  });

  it.each(["(*", "{-", '"${', "`${", "'", "a", " ", "/", "-", "\\", '"'])(
    "of thirty million letters in %j ends without an error",
    (part) => {
      const of = part.repeat(30_000_000 / part.length);
      for (const name of ["haskell", "ocaml", "typescript", "shell", "cpp"]) {
        const language = languages.find(({ id }) => id === name);
        if (language === undefined) throw new Error(name);
        expect(segments(of, language.comments).length).toBeGreaterThanOrEqual(0);
      }
    },
  );
});
