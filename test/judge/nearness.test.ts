import { expect, it } from "vitest";
import { extended } from "../../src/judge/nearness.js";

it.each<[string, readonly string[], string | undefined]>([
  ["Exclusive", ["SA_Exclusive", "Other"], "SA_Exclusive"],
  ["Exclusive", ["ExclusiveLock"], "ExclusiveLock"],
  ["Exclusive", ["Exclusive_2"], "Exclusive_2"],
  ["Exclusive", ["RSExclusive"], "RSExclusive"],
  ["Exclusive", ["SA_Exclusive", "RS_Exclusive"], undefined],
  ["Exclusive", ["Exclusively", "nonexclusive"], undefined],
  ["exclusive", ["nonexclusive"], undefined],
  ["exclusive", ["non_exclusive"], "non_exclusive"],
  ["Exclusive", ["Exclusive"], undefined],
  ["Short", ["ShortLock"], undefined],
])("%s among %j is %s with a word more", (name, candidates, found) => {
  expect(extended(name, candidates)).toBe(found);
});
