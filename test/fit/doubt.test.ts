import { describe, expect, it } from "vitest";
import { type Observed, trainDoubt } from "../../bench/fit/doubt.js";
import type { MoveKind } from "../../bench/fit/moves.js";

function seen(kind: MoveKind, traits: Readonly<Record<string, number>>): Observed {
  return { repository: "r", kind, weight: 1, traits: new Map(Object.entries({ one: 1, ...traits })), isCode: true };
}

/** Anchors in another function are behind; those elsewhere in their own have a margin. Each overlaps a little with those in place. */
function observedWith(scale: number): readonly Observed[] {
  return [0, 1, 2, 3, 4, 5].flatMap((at) => [
    seen("own", { behind: scale * (at === 0 ? 3 : 0), margin: at === 1 ? 2 : 0 }),
    seen("other function", { behind: scale * (at === 0 ? 0 : 3), margin: 0 }),
    seen("same function", { behind: 0, margin: at === 1 ? 0 : 2 }),
  ]);
}

describe("what traits are worth", () => {
  const { item, place } = trainDoubt(observedWith(1));

  it("is learnt for the item from moves to other functions, and for the place from moves within one", () => {
    expect(item["behind"]).toBeGreaterThan(0.5);
    expect(place["margin"]).toBeGreaterThan(0.5);
    expect(item["margin"] ?? 0).toBeLessThan((item["behind"] ?? 0) / 2);
    expect(place["behind"] ?? 0).toBeLessThan(0);
  });

  it("does not hang on the unit that a trait is told in", () => {
    expect(10 * (trainDoubt(observedWith(10)).item["behind"] ?? 0)).toBeCloseTo(item["behind"] ?? Number.NaN, 1);
  });

  it("does not hang on how many anchors there are for each move", () => {
    const own = observedWith(1).filter(({ kind }) => kind === "own");
    const more = trainDoubt([...observedWith(1), ...own, ...own]);
    expect(more.item["behind"]).toBeCloseTo(item["behind"] ?? Number.NaN, 1);
  });
});
