import { expect, it } from "vitest";
import { lockText } from "../../src/engine/lock/lock-text.js";
import { recorded } from "../../src/engine/lock/record.js";
import { linksIn, reviewed } from "../review/reviewed.js";
import { lease, lineOf, traced } from "./lease.js";

const edited = (files: Readonly<Record<string, string>>, path: string, from: string, to: string): Readonly<Record<string, string>> => ({
  ...files,
  [path]: (files[path] ?? "").replace(from, to),
});

it("without a lock nothing was reviewed", async () => {
  const { names } = await traced(lease);
  expect(new Set(names.map(({ review }) => review))).toEqual(new Set(["no-lock"]));
});

it("a reviewed link is reviewed; a name without one has none", async () => {
  const found = await traced(await reviewed(lease));
  expect(lineOf(found, "NoDoubleGrant").review).toBe("reviewed");
  expect(lineOf(found, "LeaseEnds").review).toBe("no-link");
  expect(lineOf(found, "Stray").review).toBe("no-link");
});

it.each([
  ["code", "src/lease.rs", "self.holder.is_some() {\n            return", "self.holder.is_none() {\n            return"],
  ["row", "specs/README.md", "`grant` refuses while", "`grant` waits while"],
  ["definition", "specs/Lease.tla", "NoDoubleGrant == holder", "NoDoubleGrant == 1 = 1 /\\ holder"],
])("a link whose %s changed is suspect, and says so", async (what, path, from, to) => {
  const found = await traced(edited(await reviewed(lease), path, from, to));
  const { review, anchors, missing } = lineOf(found, "NoDoubleGrant");
  expect(review).toBe("suspect");
  expect(anchors[0]?.review).toEqual({ state: "suspect", changed: [what] });
  expect(missing.map(({ words }) => words)).toContain("changed since reviewed");
});

it("of several links of a name the worst counts, and a link that is new is unreviewed", async () => {
  const second = edited(await reviewed(lease), "src/lease.rs", "self.take();", "// SPEC: NoDoubleGrant — here, too\n        self.take();");
  expect(lineOf(await traced(second), "NoDoubleGrant").review).toBe("unreviewed");
  const both = edited(second, "src/lease.rs", "            return;", "            panic!();");
  expect(lineOf(await traced(both), "NoDoubleGrant").review).toBe("suspect");
});

it("a moved link is still reviewed, and a note is shown", async () => {
  const { links } = await linksIn(lease);
  const lock = lockText(recorded([], [], links, { commitOf: () => undefined, note: "asked Ada" }));
  const moved = edited({ ...lease, "spec-anchors.lock": lock }, "src/lease.rs", "pub fn grant(", "pub fn admit(");
  const { review, anchors } = lineOf(await traced(moved), "NoDoubleGrant");
  expect(review).toBe("reviewed");
  expect(anchors[0]?.review).toEqual({ state: "moved", changed: [], note: "asked Ada" });
});
