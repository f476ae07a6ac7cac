import { describe, expect, it } from "vitest";
import { claimsOfText } from "../../src/judge/evidence/claims.js";
import { linesOfItem } from "../../src/judge/evidence/located.js";
import { placeEvidence } from "../../src/judge/evidence/place-evidence.js";
import { codeIn, shown } from "./code.js";

const text = `fn drain(queue: &mut Queue) {
    let limit = queue.len();
    if limit > 0 {
        queue.open();
        while queue.busy() {
            queue.turn(alpha);
        }
        queue.close();
    }
    queue.a();
    queue.b();
    queue.c();
    queue.d();
    queue.e();
    queue.f();
    queue.finish();
}
`;

/** Per zone the first token of each place that a row's word speaks for. */
async function evidence(said: string): Promise<readonly string[]> {
  const code = await codeIn(text);
  const places = code.outline.placesIn(0);
  const heads = (place: number): string => (/^\w+(?:\.\w+)?/.exec(text.slice(places[place]?.start))?.[0] ?? "").replace("queue.", "");
  return shown(placeEvidence(claimsOfText(said, "row"), code, places, linesOfItem(code, 0)), heads).filter(
    (line) => !/^(?:size|is )/.test(line),
  );
}

describe("where a word of code stands to the places", () => {
  it.each([
    [
      "the line below a head still says when what follows runs",
      "`open`",
      ["ident row near: fn queue let", "ident row head: if open", "ident row governing: while turn alpha close"],
    ],
    [
      "a condition governs what is in its block",
      "`busy`",
      ["ident row near: fn queue let open", "ident row head: if while", "ident row governing: turn alpha"],
    ],
    [
      "a statement far down is in the construct, and near for what stands above it",
      "`finish`",
      ["ident row construct: fn", "ident row near: a b c d e f", "ident row head: finish"],
    ],
    ["what nobody has", "`zebra`", []],
  ])("%s", async (_, said, expected) => expect(await evidence(said)).toEqual(expected));
});

it("what a row's first clause says speaks once more, as the clause's", async () => {
  const own = "fn push(log: &mut Log) {\n    log.grow();\n}\n";
  const code = await codeIn(own);
  const claims = claimsOfText("grow", "row");
  const featuresOf = (some: typeof claims): readonly string[] =>
    [...placeEvidence(some, code, code.outline.placesIn(0), linesOfItem(code, 0))].flatMap(({ feature, claim }) =>
      claim === undefined ? [] : [feature],
    );
  expect(featuresOf(claims).some((feature) => feature.includes("lead"))).toBe(false);
  const plain = new Set(featuresOf(claims));
  const twice = new Set(featuresOf(claims.map((claim) => ({ ...claim, lead: true }))));
  expect([...plain].every((feature) => twice.has(feature) && twice.has(feature.replace("row", "lead")))).toBe(true);
  expect(plain.size).toBeGreaterThan(0);
});
