import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openVerdicts } from "../../src/workspace/verdicts.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verdicts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("recalls what was kept, in another run too", () => {
  openVerdicts(join(folder, "deep", "er")).keep("a", "1,2");
  const other = openVerdicts(join(folder, "deep", "er"));
  expect([other.recall("a"), other.recall("b")]).toEqual(["1,2", undefined]);
});

it("keeps no more than 200, and nothing unfinished", () => {
  const verdicts = openVerdicts(folder);
  for (let key = 0; key < 210; key += 1) verdicts.keep(String(key), "");
  expect(readdirSync(folder)).toHaveLength(200);
  expect(readdirSync(folder).filter((name) => !name.endsWith(".verdict"))).toEqual([]);
});

it("keeps nothing, and says nothing, where the folder cannot be made", () => {
  writeFileSync(join(folder, "file"), "");
  const verdicts = openVerdicts(join(folder, "file"));
  verdicts.keep("a", "1");
  expect(verdicts.recall("a")).toBeUndefined();
});
