import { describe, expect, it } from "vitest";
import { itemsBeside, type Marked } from "../../src/judge/evidence/beside.js";
import { itemEvidence } from "../../src/judge/evidence/item-evidence.js";
import { readingOf } from "../../src/judge/evidence/reading.js";
import { itemWeights } from "../../src/judge/evidence/weights.js";
import type { LinkedRow } from "../../src/model/project.js";
import type { Row } from "../../src/model/row.js";
import { codeIn, spanIn } from "./code.js";

const text = `use std::fmt;

const LIMIT: usize = 9;

fn push(log: &mut Vec<u64>, one: u64) {
    check(log);
    log.push(one);
}

fn check(log: &Vec<u64>) {
    assert!(log.len() < LIMIT);
}

fn last(log: &Vec<u64>) -> Option<u64> {
    log.last().copied()
}
`;

const nowhere = { start: 0, end: 0 };

/** A row of names for the file; only where it stands and what it names is looked at. */
function row(names: string, table = 0, document = "specs/README.md", path = "src/a.rs"): LinkedRow {
  const own: Row = {
    document,
    table,
    span: nowhere,
    nameSpan: nowhere,
    names: names.split(" ").map((name) => ({ name, span: nowhere })),
    reading: { kind: "no-promise", reason: "" },
    explanation: "",
    pieces: [],
    status: "",
    text: "",
  };
  return { row: own, kind: "anchor", sites: [{ path, resolved: "file", target: path, span: nowhere }] };
}

async function besideOf(name: string, rows: readonly LinkedRow[], marks: Readonly<Record<string, string>>, path = "src/a.rs") {
  const { outline } = await codeIn(text);
  const marked = Object.entries(marks).map(([one, code]): Marked => ({ name: one, path: "src/a.rs", construct: spanIn(text, code) }));
  const own = rows.filter((one) => one.row.names.some((written) => written.name === name));
  const items = itemsBeside({ name, path, construct: nowhere }, own, rows, marked, outline);
  return [...items].map((item) => (item === -1 ? "top" : outline.items[item]?.name));
}

describe("the rows beside an anchor's own", () => {
  const marks = { Before: "log.push(one);", After: "assert!(log.len() < LIMIT);", Far: "log.last().copied()" };

  it("are the one before and the one after it", async () => {
    expect(await besideOf("Own", [row("Far"), row("Before"), row("Own"), row("After"), row("Far")], marks)).toEqual(["push", "check"]);
    expect(await besideOf("Own", [row("Own"), row("Before"), row("After")], marks)).toEqual(["push"]);
    expect(await besideOf("Own", [row("Before"), row("After"), row("Own")], marks)).toEqual(["check"]);
  });

  it("are of the same table and document", async () => {
    expect(await besideOf("Own", [row("Before"), row("Own", 1), row("After", 1)], marks)).toEqual(["check"]);
    expect(await besideOf("Own", [row("Before"), row("Own"), row("After", 0, "docs/more.md")], marks)).toEqual(["push"]);
  });

  it("are those beside each of its rows, with all of their names, but none of its own", async () => {
    const rows = [row("Before"), row("Own"), row("Own"), row("After Far")];
    expect(await besideOf("Own", rows, marks)).toEqual(["push", "check", "last"]);
    expect(await besideOf("Own", [row("Own"), row("Own Before")], { ...marks, Own: "check(log);" })).toEqual([]);
  });

  it("are about the file: one of another, of which an anchor stands here as well, is not", async () => {
    expect(await besideOf("Own", [row("Before", 0, "specs/README.md", "src/b.rs"), row("Own")], marks)).toEqual([]);
  });

  it("do not vouch for what they stand on themselves, as a comment of two names would", async () => {
    const { outline } = await codeIn(text);
    const construct = spanIn(text, "log.push(one);");
    const marked = ["Own", "Before"].map((name): Marked => ({ name, path: "src/a.rs", construct }));
    const [before, own] = [row("Before"), row("Own")];
    const [mine] = marked;
    if (mine === undefined) throw new Error("no anchor");
    expect([...itemsBeside(mine, [own], [before, own], marked, outline)]).toEqual([]);
  });

  it("stand in a table", async () => {
    expect(await besideOf("Own", [row("Before", -1), row("Own", -1)], marks)).toEqual([]);
  });

  it("have anchors in the same file", async () => {
    expect(await besideOf("Own", [row("Before"), row("Own")], marks, "src/b.rs")).toEqual([]);
  });

  it("may stand at the top of the file", async () => {
    expect(await besideOf("Own", [row("Before"), row("Own")], { Before: "use std::fmt;" })).toEqual(["top"]);
    expect(await besideOf("Own", [row("Before"), row("Own")], { Before: "const LIMIT: usize = 9;" })).toEqual(["LIMIT"]);
  });
});

describe("the item of a row beside", () => {
  it("is likelier, whatever is said", async () => {
    const code = await codeIn(text);
    const evidence = [...itemEvidence([], code, [2])].filter(({ feature }) => feature === "beside");
    expect(evidence).toEqual([{ feature: "beside", bits: 1, claim: undefined, candidates: [2] }]);
    const [plain, told] = [readingOf([], code), readingOf([], code, [2])];
    const gains = told.scores.map((score, at) => score - (plain.scores[at] ?? 0));
    expect(gains.map((gain) => gain > 0)).toEqual(gains.map((_, at) => at === 3));
    expect(gains[3]).toBeCloseTo(itemWeights["beside"] ?? 0);
    expect(told.told).toBeCloseTo(plain.told);
  });
});
