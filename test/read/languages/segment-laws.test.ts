// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the signs are source code
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

const length = 15_000;

/** Milliseconds that lexing takes, at best of some tries: other processes only ever add to it. */
function cost(of: string, by: CommentSyntax): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 5 && best > limit; tries += 1) {
    const start = performance.now();
    segments(of, by);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** A step for each letter takes a millisecond or two; a step for each pair of letters takes longer than this. */
const limit = 40;

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
          if (kind === "line-comment") expect(of.slice(span.start, span.end + 1)).toMatch(/^.+(?:(?<!\r)\n)?$/su);
          if (kind === "line-comment") expect(of.slice(span.start, span.end)).not.toContain("\n");
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
  // A sign with a line end after it finds what the sign repeated alone does not: what is opened again and again and never closed.
  const broken = signs.filter((sign) => sign.trim() !== "").map((sign) => `${sign} a\n`);

  it.each([...signs, ...broken, "=/[", "x = /a", "\\ ", "((", "a'", '"\\', "<<A\nA\n", "${`"])(
    "of %j costs no more than its length",
    (part) => {
      const of = part.repeat(length / part.length);
      for (const by of syntaxes) expect(cost(of, by)).toBeLessThan(limit);
    },
  );

  it("that announces many different texts costs no more than its length", () => {
    const of = Array.from({ length: length / 6 }, (_, index) => `<<A${index}`).join("\n");
    for (const by of syntaxes) expect(cost(of, by)).toBeLessThan(limit);
  });

  it.each([
    ["a", 10_000_000],
    [" ", 10_000_000],
    ["-", 10_000_000],
    ["(*", 1_000_000],
    ['"${', 1_000_000],
    ["'", 1_000_000],
  ] as const)("of %j, %i letters long, ends without an error", (part, letters) => {
    const of = part.repeat(letters / part.length);
    for (const name of ["haskell", "ocaml", "typescript", "shell", "cpp"]) {
      const language = languages.find(({ id }) => id === name);
      if (language === undefined) throw new Error(name);
      expect(segments(of, language.comments).at(-1)?.span.end ?? 0).toBeLessThanOrEqual(of.length);
    }
  });
});
