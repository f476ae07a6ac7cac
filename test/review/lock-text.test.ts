import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parseLock } from "../../src/config/lock-parse.js";
import { lockText } from "../../src/engine/lock/lock-text.js";
import type { LockEntry } from "../../src/model/lock.js";

const schema: object = JSON.parse(readFileSync(new URL("../../schema/lock.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ strict: true }).compile(schema);

const hash = fc.stringMatching(/^[0-9a-f]{20}$/);
const text = fc.string({ unit: "binary" }).map((written) => written.replace(/[\ud800-\udfff]/g, ""));
const name = fc.stringMatching(/^[A-Z][a-z]{0,3}$/);

const entry: fc.Arbitrary<LockEntry> = fc.record({
  name,
  path: name.map((folder) => `${folder}/a.rs`),
  owner: name,
  ordinal: fc.nat(3),
  fingerprint: hash,
  twin: fc.nat(3),
  equal: fc.integer({ min: 1, max: 12 }),
  explanation: text,
  commit: fc.option(hash, { nil: undefined }),
  note: fc.option(text, { nil: undefined }),
  definition: fc.option(hash, { nil: undefined }),
});
const entries = fc.uniqueArray(entry, { selector: ({ fingerprint }) => fingerprint, maxLength: 8 });
const block: LockEntry = {
  ...{ name: "A", path: "src/a.rs", owner: "f", ordinal: 0, fingerprint: "0123456789abcdef0123", twin: 0, equal: 1, explanation: "why" },
  ...{ commit: undefined, note: undefined, definition: undefined },
};

describe("the text of a lock", () => {
  it("reads back as it was written, whatever its order, and keeps to the schema", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const written = lockText(all);
        expect(lockText([...all].reverse())).toBe(written);
        const read = parseLock("spec-anchors.lock", written);
        expect(read.kind === "lock" && new Set(read.entries.map((one) => JSON.stringify(one, Object.keys(one).sort())))).toEqual(
          new Set(all.map((one) => JSON.stringify(one, Object.keys(one).sort()))),
        );
        expect(read.kind === "lock" && lockText(read.entries)).toBe(written);
        expect(validate(JSON.parse(JSON.stringify(parse(written)))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("reads alike with other line ends", () => {
    const read = parseLock("spec-anchors.lock", lockText([block]).replaceAll("\n", "\r\n"));
    expect(read).toEqual({ kind: "lock", entries: [block] });
  });

  it("has a line for each thing, in one order, and nothing for what is usual", () => {
    expect(
      lockText([{ ...block, explanation: 'say "why"\nand how \u202e', twin: 1, note: "ok" }])
        .split("\n")
        .slice(2),
    ).toEqual([
      "",
      "[[link]]",
      'name = "A"',
      'path = "src/a.rs"',
      'owner = "f"',
      'fingerprint = "0123456789abcdef0123"',
      "twin = 1",
      'explanation = "say \\"why\\"\\nand how \\u202e"',
      'note = "ok"',
      "",
    ]);
  });

  it("is readable with half of a surrogate pair in it", () => {
    const read = parseLock("spec-anchors.lock", lockText([{ ...block, explanation: "a\ud83db" }]));
    expect(read.kind === "lock" && read.entries[0]?.explanation).toBe("a\ufffdb");
  });
});

/** What is wrong with a text, with the line it stands at. */
function faultsOf(lock: string): readonly string[] {
  const read = parseLock("spec-anchors.lock", lock);
  if (read.kind === "lock") return [];
  return read.problems.map(({ at, message }) => `${lock.slice(0, at?.start ?? 0).split("\n").length}: ${message}`);
}

describe("a broken lock", () => {
  const good = lockText([block]);

  it.each([
    ["a conflict", good.replace("name", "<<<<<<< HEAD\nname"), "5: A merge left a conflict here."],
    ["the middle of a conflict", `${good}=======\n`, "10: A merge left a conflict here."],
    ["the end of a conflict", `${good}>>>>>>> topic\r\n`, "10: A merge left a conflict here."],
    ["no version", good.replace("version = 1\n", ""), "1: This lock has no version."],
    ["a later version", good.replace("= 1", "= 2"), "2: This lock has version 2; 1 is known."],
    ["no name", good.replace('name = "A"\n', ""), "4: This block has no `name`."],
    ["no fingerprint", good.replace(/fingerprint.*\n/, ""), "4: This block has no `fingerprint`."],
    ["a fingerprint that is none", good.replace("0123456789abcdef0123", "x"), "8: `fingerprint` is not 16 to 64 hexadecimal digits."],
    ["a number for a text", good.replace('"why"', "1"), "9: `explanation` must be a string, not a number."],
    ["a commit that git would take for an option", `${good}commit = "--output=x"\n`, "10: `commit` is not the hash of a commit."],
    ["a path out of the root", good.replace("src/a.rs", "../a.rs"), "6: `path` is not a path below the root."],
    ["half an ordinal", `${good}ordinal = 1.5\n`, "10: `ordinal` is not a whole number above 0."],
    ["an unknown key", `${good}nota = "x"\n`, "10: A lock has no key `nota`."],
    ["an inherited key", `${good}toString = "x"\n`, "10: A lock has no key `toString`."],
    ["an unknown key of the file", `owner = 1\n${good}`, "1: A lock has no key `owner`."],
    ["one table for several", good.replace("[[link]]", "[link]"), "4: `link` must be an array of tables, not a table."],
    ["a block twice", good + good.slice(good.indexOf("\n[[")), "11: This link stands twice."],
    ["the same key twice", `${good}owner = "g"\n`, "10: `owner` is defined twice."],
    ["half a line", `${good}commit = "01`, "10: This string has no end."],
  ])("is told with its line: %s", (_, lock, fault) => {
    expect(faultsOf(lock)).toEqual([fault]);
  });

  it("is told in all its faults, in order", () => {
    const broken = good.replace('"A"', "1").replace('"f"', "2");
    expect(faultsOf(broken)).toEqual(["5: `name` must be a string, not a number.", "7: `owner` must be a string, not a number."]);
  });
});
