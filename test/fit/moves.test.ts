import { expect, it } from "vitest";
import type { Case } from "../../bench/fit/cases.js";
import { type Move, type MoveKind, movesOfAll } from "../../bench/fit/moves.js";
import { itemOf } from "../../src/judge/evidence/located.js";
import { codeIn, spanIn } from "../judge/code.js";

const text = `struct Log {
    entries: Vec<u64>,
}

fn push(log: &mut Log, one: u64) {
    check(log, one);
    log.entries.push(one);
}

fn check(log: &Log, one: u64) {
    assert!(log.len() < 9, "full"); note(one);
}

fn peek(log: &Log) -> u64 {
    let last = log.last();
    let first = log.first();
    last + first
}
`;

async function moves(): Promise<{ readonly of: (kind: MoveKind) => readonly Move[]; readonly at: (move: Move) => string }> {
  const code = await codeIn(text);
  const construct = spanIn(text, "log.entries.push(one);");
  const own: Case = {
    repository: "r",
    path: "a.rs",
    name: "Name",
    claims: [],
    rows: [],
    beside: new Set(),
    code,
    construct,
    item: itemOf(code.outline, construct),
    place: 0,
    lineOf: () => 0,
  };
  const all = [...movesOfAll([own])].map(({ move }) => move);
  return { of: (kind) => all.filter((move) => move.kind === kind), at: ({ to }) => text.slice(to.start, to.end).split("\n")[0] ?? "" };
}

it("an anchor goes to statements of other functions that begin their line", async () => {
  const { of, at } = await moves();
  expect(of("other function").map(at).sort()).toEqual([
    'assert!(log.len() < 9, "full");',
    "last + first",
    "let first = log.first();",
    "let last = log.last();",
  ]);
});

it("each function is as likely as the others, and each statement in it", async () => {
  const { of, at } = await moves();
  const weights = new Map(of("other function").map((move) => [at(move), move.weight]));
  expect(weights.get('assert!(log.len() < 9, "full");')).toBeCloseTo(1 / 2);
  expect(weights.get("last + first")).toBeCloseTo(1 / 6);
});

it("whole functions and data are no code of another function", async () => {
  const { of, at } = await moves();
  expect(of("no code").map(at)).toEqual(expect.arrayContaining(["entries: Vec<u64>", "fn check(log: &Log, one: u64) {"]));
  expect(of("no code").map(at)).not.toContain("fn push(log: &mut Log, one: u64) {");
});
