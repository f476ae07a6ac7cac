import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src/read/languages/index.js";

const prepared = languages.flatMap(({ name, grammar }) => (grammar?.prepare === undefined ? [] : [{ name, prepare: grammar.prepare }]));

/** What the rewriting looks at, and what stands around it. */
const signs = [
  ..."\"'`/\\#$%;-*(){}[]<>|=!?:@~^,. \n\taA0_é".split(""),
  ...'// /* */ #define #if #ifdef #import #include TEST( TEST_CASE( CHECK_IT( class struct FOO_API __global__ <<< >>>( R"x( )x" \\\n \r\n'.split(
    " ",
  ),
  ...'@interface @implementation @protocol @end @property @class @selector( @" @[ @{ @( @try @catch @synchronized - + (void) foo: bar: for( in ^{ ^( (^ NS_ENUM( XCTestCase'.split(
    " ",
  ),
  ..."😀 \ud800 \u2028".split(" "),
];

const text = fc.array(fc.constantFrom(...signs), { maxLength: 80 }).map((parts) => parts.join(fc.sample(fc.constantFrom("", " "), 1)[0]));
const lineEnds = (of: string): string => of.replace(/[^\n]/g, " ");

describe.each(prepared)("what the grammar of $name is given", ({ prepare }) => {
  it("is as long as the text, and has its lines", () => {
    fc.assert(
      fc.property(text, (of) => {
        expect(lineEnds(prepare(of))).toBe(lineEnds(of));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(signs.filter((sign) => sign.trim() !== "").flatMap((sign) => [sign, `${sign}\n`, `${sign} a `]))(
    "costs no more than the length of a text of %j",
    (sign) => {
      const of = sign.repeat(40_000 / sign.length);
      let best = Number.POSITIVE_INFINITY;
      for (let tries = 0; tries < 4 && best > 150; tries += 1) {
        const start = performance.now();
        prepare(of);
        best = Math.min(best, performance.now() - start);
      }
      expect(best).toBeLessThan(150);
    },
  );
});
