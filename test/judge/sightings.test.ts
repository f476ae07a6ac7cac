import { expect, it } from "vitest";
import { claimsOfText } from "../../src/judge/evidence/claims.js";
import { sightingsOf } from "../../src/judge/evidence/sightings.js";
import { claimIn, codeIn } from "./code.js";

const text = `fn seal(log: &mut Log) {
    log.epoch += 1;
    let epoch_sealed = log.epoch;
    check(log.epoch == 1 + 1);
}
`;

it.each([
  ["`seal()`", ["item 0"]],
  ["`check`", ["ident 3"]],
  ["`gone`", []],
  ["`log.epoch += 1`", ["token 0,1,2,3", "pair 1,2,3", "token 1,2,3", "pair 1", "token 1", "pair 1", "token 1,3"]],
  ["`1 + 1`", ["token 1,3", "pair 3", "token 3", "pair 3"]],
  ["sealing", ["word 0,2"]],
  ["zebra", []],
])("of %s", async (said, expected) => {
  const found = sightingsOf(claimIn(said), await codeIn(text));
  expect(found.map(({ kind, lines }) => `${kind} ${lines.join()}`)).toEqual(expected);
});

it("looks for the words of a name in code only where the code does not have the name", async () => {
  const code = await codeIn(text);
  const words = (said: string): readonly string[] =>
    claimsOfText(said, "row").flatMap((claim) => (claim.kind === "word" && sightingsOf(claim, code).length > 0 ? [claim.stem] : []));
  expect(words("`epoch_sealed`")).toEqual([]);
  expect(words("`epoch_seals`")).toEqual(["epoch", "seal"]);
});
