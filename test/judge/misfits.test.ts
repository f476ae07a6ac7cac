import { describe, expect, it } from "vitest";
import { bufferWith } from "./buffer.js";
import { filesOf, findings, messages } from "./verdicts.js";

const message = async (said: string, anchors: Readonly<Record<string, string>>): Promise<string | undefined> =>
  (await messages(filesOf(said, bufferWith(anchors))))[0];

const lineOf = (anchors: Readonly<Record<string, string>>, stretch: string): number => {
  const text = bufferWith(anchors);
  return text.slice(0, text.indexOf(stretch)).split("\n").length;
};

describe("the reason that is given", () => {
  it.each([
    ["a quote of the row", "`spacing *= 2` is all", "last", "Name", /^The row says `spacing \*= 2`, which is in `thin` at/],
    [
      "a symbol of the row",
      "`retain` keeps every step that is a multiple of `spacing`",
      "last",
      "Name",
      /^The row names `retain`, which is in `thin`/,
    ],
    [
      "the anchor's own text",
      "by care",
      "last",
      "Name — `spacing *= 2`",
      /^The anchor's own text says `spacing \*= 2`, which is in `thin`/,
    ],
    [
      "code before words",
      "the deviation, mean and variance: `variance.sqrt()`",
      "last",
      "Name",
      /^The row names `variance.sqrt\(\)`, which is in `average`/,
    ],
    [
      "no function where it is the same",
      "`variance.sqrt()`, the `deviation`, and no root but this",
      "total",
      "Name",
      /^The row names `variance.sqrt\(\)`, which is at line \d+; /,
    ],
  ])("is %s", async (_, said, place, anchor, expected) => expect(await message(said, { [place]: anchor })).toMatch(expected));

  it("is words where there is no code, three at most", async () => {
    const code = `fn insert(store: &mut Store) {
    // SPEC: Name
    store.len += 1;
    store.touched = true;
    store.dirty = true;
}

fn evict_oldest_unpinned_generation(store: &mut Store) {
    let oldest = store.generations.unpinned().oldest();
    store.evict(oldest);
}

fn len(store: &Store) -> usize { store.len }

fn clear(store: &mut Store) { store.len = 0; }

fn peek(store: &Store) -> usize { store.len - 1 }

fn is_full(store: &Store) -> bool { store.len == store.limit }

fn grow(store: &mut Store) { store.limit *= 2; }
`;
    const [found, ...others] = await findings(filesOf("evicts the oldest unpinned generation", code));
    expect(found?.message).toMatch(/^The row speaks of `\w+`, `\w+`, `\w+`, which are in `evict_oldest_unpinned_generation` at line \d+; /);
    // Words stand in many places: none is offered.
    expect([found?.fix, others]).toEqual([undefined, []]);
  });
});

describe("where it stands", () => {
  it("is the symbol itself, or the first line of a quote", async () => {
    const files = filesOf("`variance.sqrt()`", bufferWith({ last: "Name" }));
    const [found] = await findings(files);
    const line = lineOf({ last: "Name" }, "variance.sqrt()");
    expect(found?.related?.[0]).toMatchObject({ line, message: "`variance.sqrt()` stands here" });
    expect(found?.message).toContain(`at line ${line};`);
    const related = found?.related?.[0];
    const text = files["src/a.rs"]?.split("\n")[line - 1] ?? "";
    expect(text.slice((related?.column ?? 0) - 1, (related?.endColumn ?? 0) - 1)).toBe("sqrt");
  });

  it.each([
    ["`mean / count - mean * mean`", "let variance"],
    ["`total == mean * count` whatever the `spacing`", "let mean"],
  ])("is where most of a quote stands together, not where its first word is: %s", async (said, stretch) => {
    expect(await message(said, { doubling: "Name" })).toContain(`at line ${lineOf({ doubling: "Name" }, stretch)};`);
  });
});

it("ends on the line where it stands, whatever sign that line ends with", async () => {
  const code = `fn keep(log: &mut Log) {
    // SPEC: Name
    log.len += 1;
}

fn total_weight(log: &Log) -> u64 {
    let all_weights =
        log.weights.sum();
    all_weights
}

fn peek(log: &Log) -> u64 { log.len }

fn clear(log: &mut Log) { log.len = 0; }
`;
  const [found] = await findings(filesOf("`all_weights = weights.sum()`", code));
  expect(found?.related?.[0]).toMatchObject({ line: 7, endLine: 7, endColumn: "    let all_weights".length + 1 });
});

describe("the place to move to", () => {
  it("is the innermost construct that holds what is said", async () => {
    const [found] = await findings(filesOf("`spacing *= 2` is all", bufferWith({ last: "Name" })));
    expect(found?.fix?.title).toBe(`Move the anchor to line ${lineOf({ last: "Name" }, "self.spacing *= 2")}`);
  });
});
