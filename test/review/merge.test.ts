import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseLock } from "../../src/config/lock-parse.js";
import { lockText } from "../../src/engine/lock/lock-text.js";
import type { LockEntry } from "../../src/model/lock.js";
import { sandbox } from "../git/sandbox.js";

const entryOf = (name: string, digit = "0", commit = "1"): LockEntry => ({
  ...{ name, path: "src/a.rs", owner: "f", ordinal: 0, fingerprint: digit.repeat(20), twin: 0, equal: 1, explanation: "why" },
  ...{ commit: commit.repeat(40), note: undefined, definition: undefined },
});

const base = ["A", "C", "E", "G"].map((name) => entryOf(name));
const replaced = (...changed: readonly LockEntry[]): readonly LockEntry[] => [
  ...base.filter(({ name }) => !changed.some((other) => other.name === name)),
  ...changed,
];

/** What git makes of two changes of one lock. */
function merged(ours: readonly LockEntry[], theirs: readonly LockEntry[]): string {
  const folder = sandbox({ base: lockText(base), ours: lockText(ours), theirs: lockText(theirs) });
  try {
    execFileSync("git", ["merge-file", "ours", "base", "theirs"], { cwd: folder, stdio: "ignore" });
  } catch {
    // It leaves its markers in the file.
  }
  return readFileSync(join(folder, "ours"), "utf8");
}

describe("git merges locks", () => {
  it.each([
    ["two links that are neighbours", replaced(entryOf("A", "2", "3")), replaced(entryOf("C", "4", "5"))],
    ["a new link and a changed one", replaced(entryOf("B")), replaced(entryOf("E", "4", "5"))],
    ["new links in different places", replaced(entryOf("B")), replaced(entryOf("F"))],
    ["a link that is gone and a changed one", base.slice(1), replaced(entryOf("E", "4", "5"))],
  ])("%s", (_, ours, theirs) => {
    const read = parseLock("spec-anchors.lock", merged(ours, theirs));
    const find = (entries: readonly LockEntry[], name: string): LockEntry | undefined => entries.find((entry) => entry.name === name);
    const same = (a: LockEntry | undefined, b: LockEntry | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
    const expected = [..."ABCDEFG"].flatMap(
      (name) => (same(find(ours, name), find(base, name)) ? find(theirs, name) : find(ours, name)) ?? [],
    );
    expect(read).toEqual({ kind: "lock", entries: expected });
  });

  it("unless both added links at one place, of which both are right", () => {
    const read = parseLock("spec-anchors.lock", merged(replaced(entryOf("B")), replaced(entryOf("BB", "2"))));
    expect(read.kind === "problems" ? read.problems.map(({ hint }) => hint) : []).toEqual([
      "Keep the blocks of both sides, each under a `[[link]]` of its own, or of one, and run `spec-anchors review` to see what is to be reviewed again.",
    ]);
  });

  it("unless both reviewed one link, which is said with its line", () => {
    const text = merged(replaced(entryOf("C", "2", "3")), replaced(entryOf("C", "4", "5")));
    const read = parseLock("spec-anchors.lock", text);
    expect(read.kind).toBe("problems");
    const [problem] = read.kind === "problems" ? read.problems : [];
    expect(problem?.message).toBe("A merge left a conflict here.");
    expect(problem?.hint).toContain("Keep one side");
    expect(text.slice(problem?.at?.start).startsWith("<<<<<<<")).toBe(true);
  });
});
