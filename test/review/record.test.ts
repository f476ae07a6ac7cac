import { describe, expect, it } from "vitest";
import { lockText } from "../../src/engine/lock/lock-text.js";
import { recorded } from "../../src/engine/lock/record.js";
import type { LockEntry } from "../../src/model/lock.js";
import { linksIn, statesIn, tableOf } from "./reviewed.js";

const files = { "specs/README.md": tableOf({ A: "why", B: "how" }), "src/a.rs": "// SPEC: A\nfn a() {}\n// SPEC: B\nfn b() {}\n" };
const links = await linksIn(files);
const all = recorded([], [], links.links, { commitOf: () => "1".repeat(40), note: undefined });

/** The links of the files with these entries for a lock. */
async function again(entries: readonly LockEntry[], note: string | undefined): Promise<readonly LockEntry[]> {
  const held = links.links.map((link) => {
    const entry = entries.find(({ name }) => name === link.name);
    return entry === undefined ? link : { ...link, state: { kind: "reviewed" as const, entry } };
  });
  return recorded(entries, [], held.slice(0, 1), { commitOf: () => undefined, note });
}

describe("recording", () => {
  it("takes what is, and the commit", () => {
    expect(all.map(({ name, owner, explanation, commit, note }) => [name, owner, explanation, commit?.length, note])).toEqual([
      ["A", "a", "why", 40, undefined],
      ["B", "b", "how", 40, undefined],
    ]);
  });

  it("replaces the entries of the recorded links only", async () => {
    const after = await again(all, undefined);
    expect(after.map(({ name, commit }) => [name, commit?.length]).sort()).toEqual([
      ["A", undefined],
      ["B", 40],
    ]);
  });

  it("keeps a note until another takes its place, and a definition", async () => {
    const noted = all.map((entry) => ({ ...entry, note: "checked", definition: "abc" }));
    const kept = async (note: string | undefined): Promise<unknown> => {
      const entry = (await again(noted, note)).find(({ name }) => name === "A");
      return [entry?.note, entry?.definition];
    };
    expect(await kept(undefined)).toEqual(["checked", "abc"]);
    expect(await kept("again")).toEqual(["again", "abc"]);
    expect(await kept("")).toEqual([undefined, "abc"]);
  });

  it("takes two anchors of one name on one construct for one link", async () => {
    const twice = await linksIn({ ...files, "src/a.rs": "// SPEC: A\n// SPEC: A\nfn a() {}\n" });
    expect(twice.links).toHaveLength(1);
    const lock = lockText(recorded([], [], twice.links, { commitOf: () => undefined, note: undefined }));
    const again = { ...files, "src/a.rs": "// SPEC: A\n// SPEC: A\nfn a() {}\n", "spec-anchors.lock": lock };
    expect(await statesIn(again)).toEqual(["A reviewed"]);
    // The second anchor is no reason to wait for anything.
    const elsewhere =
      lock +
      lock
        .slice(lock.indexOf("\n[[link]]"))
        .replace('owner = "a"', 'owner = "z"')
        .replace(/"[0-9a-f]{20}"/, `"${"0".repeat(20)}"`);
    expect((await linksIn({ ...again, "spec-anchors.lock": elsewhere })).gone.map(({ owner }) => owner)).toEqual(["z"]);
  });
});
