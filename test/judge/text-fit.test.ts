import { describe, expect, it } from "vitest";
import { type Claim, claimsOfText } from "../../src/judge/evidence/claims.js";
import { itemEvidence } from "../../src/judge/evidence/item-evidence.js";
import { misplaced } from "../../src/judge/evidence/misfits.js";
import { placeEvidence } from "../../src/judge/evidence/place-evidence.js";
import { senseOf } from "../../src/judge/evidence/sense.js";
import { bitsOfText, fitsOfItems, fitsOfPlaces, stretchesOfItems, stretchOfPlace } from "../../src/judge/evidence/text-fit.js";
import { termsOfProse } from "../../src/judge/phrasebook/terms.js";
import { codeIn, spanIn } from "./code.js";

const text = `fn settle(log: &mut Log, safe: usize) {
    let before = log.len();
    log.truncate(safe);
    notify_all(before);
}

fn average(samples: &[f64]) -> f64 {
    let total: f64 = samples.iter().sum();
    total / samples.len() as f64
}

fn order(names: &mut Vec<String>) {
    names.sort();
}
`;

/** None of its words stands in the code. */
const said = "whoever waited is woken once the unsafe end has been cut off and shortened";
const whole: Claim & { readonly kind: "text" } = { kind: "text", by: "row", written: said, terms: termsOfProse(said) };

describe("a row as a whole", () => {
  it("goes best with the function that does what it paraphrases", async () => {
    const code = await codeIn(text);
    const fits = [...fitsOfItems(whole.terms, code)];
    const names = ["top", ...code.outline.items.map(({ name }) => name)];
    expect(names[fits.indexOf(Math.max(...fits))]).toBe("settle");
  });

  it("goes best with the line of it that does", async () => {
    const code = await codeIn(text);
    const places = ["let before = log.len();", "log.truncate(safe);"].map((line) => spanIn(text, line));
    const [before = 0, cut = 0] = fitsOfPlaces(termsOfProse("what is unsafe is cut off and shortened"), code, places);
    expect(cut).toBeGreaterThan(before);
  });

  it("is evidence for every item, and for every place, by how much likelier it is there", async () => {
    const code = await codeIn(text);
    const ofItems = [...itemEvidence([whole], code)].filter(({ feature }) => feature === "text row");
    expect(ofItems.map(({ candidates }) => [...candidates])).toEqual([[-1], [0], [1], [2]]);
    const fits = fitsOfItems(whole.terms, code);
    expect(ofItems.map(({ bits }) => bits)).toEqual([...fits].map((nats) => bitsOfText(whole.terms, nats)));
    const places = code.outline.placesIn(0);
    const ofPlaces = [...placeEvidence([whole], code, places, { first: 0, last: 3 })].filter(({ feature }) => feature === "text row");
    expect(ofPlaces.flatMap(({ candidates }) => [...candidates])).toEqual([...places.keys()]);
  });

  it("says twice as much where it has four times as many terms of the same fit: the root of how many", () => {
    const terms = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `t${at}`);
    expect(bitsOfText(terms(36), 4)).toBeCloseTo(2 * bitsOfText(terms(9), 1));
    expect(bitsOfText(terms(9), Math.LN2)).toBeCloseTo(1);
  });

  it("is evidence of its own for each who says it, and for a row's first clause", async () => {
    const code = await codeIn(text);
    const all: readonly Claim[] = [whole, { ...whole, lead: true }, { ...whole, by: "name" }, { ...whole, by: "anchor" }];
    const features = new Set([...itemEvidence(all, code)].flatMap(({ feature, claim }) => (claim === undefined ? [] : [feature])));
    expect([...features]).toEqual(["text row", "text lead", "text name", "text anchor"]);
  });

  it("is held against an item's own lines and name, and against all lines of a construct", async () => {
    const code = await codeIn(text);
    expect(stretchesOfItems(code).map(({ title }) => title)).toEqual([undefined, "settle", "average", "order"]);
    expect([...(stretchesOfItems(code)[3]?.tokens ?? [])]).toEqual(expect.arrayContaining(["order", "names", "sort"]));
    const [function_, first] = code.outline.placesIn(0);
    expect([...stretchOfPlace(code, function_ ?? { start: 0, end: 0 }).tokens]).toContain("notify_all");
    expect([...stretchOfPlace(code, first ?? { start: 0, end: 0 }).tokens]).not.toContain("notify_all");
  });
});

describe("a reason, where nothing that is said stands there", () => {
  const everywhere = { first: 0, last: 9 };

  it("is the word that goes much better with code there than here", async () => {
    const code = await codeIn(text);
    const here = code.linesOf(spanIn(text, "names.sort();"));
    const sense = senseOf(whole, code, [code.linesOf(spanIn(text, "log.truncate(safe);"))], here);
    expect(sense?.written).toBe("shortened");
    expect(text.slice(sense?.span.start, sense?.span.end)).toBe("truncate");
  });

  it("is none where the identifier holds the word: then it is said", async () => {
    const code = await codeIn(text);
    const cut = code.linesOf(spanIn(text, "log.truncate(safe);"));
    const here = code.linesOf(spanIn(text, "names.sort();"));
    const truncated = { ...whole, written: "truncated" };
    expect(senseOf(truncated, code, [cut], here)).toBeUndefined();
    expect(senseOf({ ...whole, written: "shortened" }, code, [cut], here)).toBeDefined();
  });

  it("is none where what stands here goes with it as well", async () => {
    const code = await codeIn(text);
    expect(senseOf(whole, code, [everywhere], everywhere)).toBeUndefined();
  });

  it("is that of the first range that has one", async () => {
    const code = await codeIn(text);
    const here = code.linesOf(spanIn(text, "names.sort();"));
    const woken = code.linesOf(spanIn(text, "notify_all(before);"));
    expect(senseOf(whole, code, [here, woken, everywhere], here)?.written).toBe("woken");
  });
});

describe("the reason of a verdict", () => {
  const both = text.replace("names.sort();", "names.sort_by(log);");

  async function reasonOf(row: string): Promise<readonly [kind: string, written: string]> {
    const code = await codeIn(both);
    const claims: readonly Claim[] = [...claimsOfText(row, "row"), { ...whole, written: row, terms: termsOfProse(row) }];
    const [settle, , order] = code.outline.items.keys();
    const verdict = misplaced(claims, code, spanIn(both, "names.sort_by(log);"), order, settle, false);
    return verdict.kind === "misplaced" ? [verdict.misfits[0].kind, verdict.misfits[0].written] : [verdict.kind, ""];
  }

  it("is a name, though it stands at the anchor, too, before what only goes with a word", async () => {
    expect(await reasonOf("`truncate(n)` of the `log`: what is unsafe is cut off")).toEqual(["symbol", "truncate(n)"]);
    expect(await reasonOf("the `log` is shortened")).toEqual(["symbol", "log"]);
  });

  it("is a word of the row, not of the anchor's own comment", async () => {
    const code = await codeIn(both);
    const [settle, , order] = code.outline.items.keys();
    const comment: Claim = { ...whole, by: "anchor", written: "shortened", terms: termsOfProse("shortened") };
    const verdict = misplaced([comment], code, spanIn(both, "names.sort_by(log);"), order, settle, false);
    expect(verdict.kind).toBe("unjudged");
  });

  it("is what goes with a word where nothing that is said stands there", async () => {
    expect(await reasonOf("shortened")).toEqual(["sense", "shortened"]);
  });
});
