import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Claim, claimsOfText, distinct, symbolNames } from "../../src/judge/evidence/claims.js";
import { stemsOf } from "../../src/judge/evidence/words.js";

const said = (claim: Claim): string =>
  claim.kind === "word"
    ? `word ${claim.stem}${claim.of === undefined ? "" : ` of ${claim.of}`}`
    : claim.kind === "symbol"
      ? `symbol ${claim.name}`
      : claim.kind === "quote"
        ? `quote ${claim.tokens.join(" ")}`
        : `text ${claim.terms.join(" ")}`;

describe("the names of code that is one symbol", () => {
  it.each([
    ["f", ["f"]],
    [" f() ", ["f"]],
    ["f(a, b)", ["f"]],
    ["Log::append()", ["Log", "append"]],
    ["log.append(entry)?", ["log", "append"]],
    ["node->next", ["node", "next"]],
    ["#held", ["#held"]],
    ["queue.#held(lease)", ["queue", "#held"]],
    ["self.tail", ["tail"]],
    ["Self::new", ["new"]],
    ["crate::log::Log", ["log", "Log"]],
    ["Vec<u8>::push", ["Vec", "push"]],
    ["assert!(ready)", ["assert"]],
    ["größe", ["größe"]],
  ])("%s", (code, names) => expect(symbolNames(code)).toEqual(names));

  it.each(["a + b", "a == b", "f(g())", "x[0]", "&x", "", "17", "f()()", "a::", "live[..n].fill(true)", '"text"'])("%s: none", (code) =>
    expect(symbolNames(code)).toBeUndefined(),
  );
});

describe("what a text says", () => {
  it.each([
    ["`push` refuses a full stack", ["symbol push", "word push of push", "word refus", "word full", "word stack"]],
    ["`Log::append_entry()`", ["symbol append_entry", "word log of Log", "word append of append_entry", "word entri of append_entry"]],
    ["`top.step >= step`", ["quote top step >= step", "word top of top", "word step of step", "word step of step"]],
    ["`n ≥ 1 ∧ m = 2`", ["quote n >= 1 && m == 2"]],
    ["`self`", []],
    ["`()` and `{}`", []],
    ["an unclosed `tick", ["word unclos", "symbol tick", "word tick of tick"]],
    ["", []],
  ])("%s", (text, claims) => expect(claimsOfText(text, "row").map(said)).toEqual(claims));

  it.each([
    ["`the last one that waits is woken`", true],
    ["`A guard is dropped twice.`", true],
    ["`while the queue`", false],
    ["`for key of keys`", false],
    ["`for a in items`", false],
    ["`if item is not last`", false],
    ["`return x is none`", false],
    ["`asserts value is string`", false],
    ["`if a then b`", false],
    ["`the Guard is dropped twice`", false],
    ["`the queue.len is one more`", false],
  ])("is prose in backticks where that is a sentence of plain words: %s", (text, isProse) => {
    expect(claimsOfText(text, "row").some(({ kind }) => kind === "quote")).toBe(!isProse);
  });

  it.each([
    ["`n' = n + 1`", "quote n += 1"],
    ["`total' = total - lots`", "quote total -= lots"],
    ["`total = total - lots`", "quote total == total - lots"],
    ["`tail' = (tail + 1) % capacity`", "quote tail == tail + 1 % capacity"],
    ["`x' = x * a + b`", "quote x == x * a + b"],
    ["`n' = m + 1`", "quote n == m + 1"],
  ])("has an update of a variable as code writes it: %s", (text, quote) => {
    expect(claimsOfText(text, "row").map(said)).toContain(quote);
  });

  it("is prose outside of backticks, of which no sign is a quote", () => {
    const prose = fc.string().map((text) => text.replaceAll("`", "'"));
    fc.assert(
      fc.property(prose, (text) => {
        expect(claimsOfText(text, "row").map(said)).toEqual(stemsOf(text).map((stem) => `word ${stem}`));
      }),
    );
  });
});

describe("what is said twice", () => {
  const both = (first: string, second: string): readonly Claim[] => [...claimsOfText(first, "row"), ...claimsOfText(second, "anchor")];

  it("counts once, for who says it first", () => {
    expect(distinct(both("sorted", "it sorts")).map(({ by, written }) => [by, written])).toEqual([["row", "sorted"]]);
    expect(
      distinct(both("`Log::tail`", "`tail()`")).flatMap((claim) => (claim.kind === "symbol" ? [[claim.by, claim.written]] : [])),
    ).toEqual([["row", "Log::tail"]]);
    expect(distinct(both("`a==b`", "`a = b`")).flatMap((claim) => (claim.kind === "quote" ? [claim.written] : []))).toEqual(["a==b"]);
  });

  it("is the same thing and of the same kind: a word is no symbol, a quote none of other tokens", () => {
    expect(distinct(both("tail", "`tail`")).map(said)).toEqual(["word tail", "symbol tail", "word tail of tail"]);
    expect(distinct(both("`a < b`", "`b < a`")).filter(({ kind }) => kind === "quote")).toHaveLength(2);
  });

  it("a word of a name that the code may have is not the word of a sentence", () => {
    expect(distinct(both("`close()`", "closed")).map(said)).toEqual(["symbol close", "word close of close", "word close"]);
    expect(distinct(both("`Log::close`", "`Log::open`")).map(said)).toEqual([
      "symbol close",
      "word log of Log",
      "word close of close",
      "symbol open",
      "word open of open",
    ]);
  });

  it("leaves nothing out that is said once", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const claims = claimsOfText(text, "row");
        expect(distinct(distinct(claims))).toEqual(distinct(claims));
        expect(
          new Set(
            distinct(claims)
              .map(said)
              .map((one) => one.replace(/ of .*/, "")),
          ),
        ).toEqual(new Set(claims.map(said).map((one) => one.replace(/ of .*/, ""))));
      }),
    );
  });
});

it("what a row says in passing is in the first clause of another one that begins with it", () => {
  const [passing] = claimsOfText("`thin()`", "row");
  if (passing === undefined) throw new Error("no claim");
  expect(distinct([passing, { ...passing, lead: true }])).toEqual([{ ...passing, lead: true }]);
  expect(distinct([{ ...passing, lead: true }, passing])).toEqual([{ ...passing, lead: true }]);
});
