import { describe, expect, it } from "vitest";
import { fits, stretchesOf } from "../../src/judge/phrasebook/fit.js";
import { decodePhrasebook, encodePhrasebook } from "../../src/judge/phrasebook/format.js";

const book = decodePhrasebook(
  encodePhrasebook(
    new Map([
      ["shorten", [{ term: 0, times: 64 }]],
      ["grow", [{ term: 1, times: 64 }]],
    ]),
    ["truncat", "push", "len"],
  ),
);
const half = (): number => 0.5;

function fitOf(
  said: readonly string[],
  ...stretches: readonly { readonly tokens: readonly string[]; readonly title?: string }[]
): readonly number[] {
  return [...fits(book, said, stretchesOf(book, stretches), half)];
}

describe("how well prose goes with code", () => {
  it("is the logarithm of how much likelier it is there", () => {
    // One of two terms goes with it: the mean is 32 times, half of which is mixed with half of prose at large.
    const [fit = 0] = fitOf(["shorten"], { tokens: ["truncate", "len"] });
    expect(fit).toBeCloseTo(Math.log(0.5 + 0.5 * 32), 5);
  });

  it("is the less, the more else stands there", () => {
    const [short = 0, long = 0, none = 0] = fitOf(
      ["shorten"],
      { tokens: ["truncate"] },
      { tokens: ["truncate", "push", "len"] },
      { tokens: ["push", "len"] },
    );
    expect(short).toBeGreaterThan(long);
    expect(long).toBeGreaterThan(none);
    expect(none).toBeCloseTo(Math.log(0.5), 5);
  });

  it("is more where the title says it", () => {
    const [titled = 0, called = 0] = fitOf(
      ["shorten"],
      { tokens: ["len", "push"], title: "truncate_log" },
      { tokens: ["len", "push", "truncate"] },
    );
    expect(titled).toBeGreaterThan(called);
  });

  it("adds up over terms, each once; unknown ones say nothing", () => {
    const stretch = { tokens: ["truncate", "push"] };
    const [one = 0] = fitOf(["shorten"], stretch);
    const [two = 0] = fitOf(["grow"], stretch);
    const [both = 0] = fitOf(["shorten", "grow", "unheard", "shorten"], stretch);
    expect(both).toBeCloseTo(one + two, 9);
  });

  it("is as if nothing went with it where there is no code", () => {
    expect(fitOf(["shorten"], { tokens: [] })[0]).toBeCloseTo(Math.log(0.5), 9);
  });
});
