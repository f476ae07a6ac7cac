import { describe, expect, it } from "vitest";
import { checkFiles, compactLines } from "../harness/check-files.js";
import { reviewed, tableOf } from "./reviewed.js";

const source = "fn f() {\n    // SPEC: A\n    a();\n}\n";
const files = { "specs/README.md": tableOf({ A: "why" }), "src/a.rs": source };
const changed = { "src/a.rs": source.replace("a()", "b()") };

describe("suspect-link", () => {
  it("is silent without a lock, whatever was changed", async () => {
    const { report } = await checkFiles({ ...files, ...changed });
    expect(report.diagnostics).toEqual([]);
    expect(report.summary.links).toBeUndefined();
  });

  it("says both sides in one finding", async () => {
    const after = { ...(await reviewed(files)), ...changed, "specs/README.md": tableOf({ A: "how" }) };
    const { report } = await checkFiles(after);
    expect(report.diagnostics.map(({ message, path, line, related }) => [message, path, line, related.map((place) => place.path)])).toEqual(
      [["The code that the anchor `A` marks and its row changed since they were reviewed.", "src/a.rs", 2, ["specs/README.md"]]],
    );
    expect(report.summary.links).toEqual({ reviewed: 0, suspect: 1, unreviewed: 0, moved: 0, gone: 0 });
  });

  it("counts what was never reviewed and what moved, and reports neither", async () => {
    const two = { ...(await reviewed(files)), "specs/README.md": tableOf({ A: "why", B: "why" }) };
    const { report } = await checkFiles({ ...two, "src/a.rs": `${source.replace("fn f", "fn g")}\n// SPEC: B\nfn b() {}\n` });
    expect(report.diagnostics).toEqual([]);
    expect(report.summary.links).toEqual({ reviewed: 1, suspect: 0, unreviewed: 1, moved: 1, gone: 0 });
  });

  it("makes an error of what was never reviewed where that is asked for, with a lock or without", async () => {
    const line = "src/a.rs:2:8: error suspect-link: The anchor `A` and its row were never reviewed.";
    expect(await compactLines(files, { requireReview: true })).toEqual([line]);
    expect(await compactLines({ ...files, "spec-anchors.lock": "version = 1\n" }, { requireReview: true })).toEqual([line]);
    expect(await compactLines(await reviewed(files), { requireReview: true })).toEqual([]);
    expect(await compactLines({ ...(await reviewed(files)), ...changed }, { requireReview: true })).toEqual([
      "src/a.rs:2:8: warning suspect-link: The code that the anchor `A` marks changed since it was reviewed.",
    ]);
  });

  it("has to run where review is required", async () => {
    for (const setting of [{ levels: { "suspect-link": "off" } }, { only: ["missing-anchor"] }] as const)
      await expect(checkFiles(files, { requireReview: true, ...setting })).rejects.toThrow(
        "`suspect-link`, which asks for it, is switched off.",
      );
    await expect(checkFiles(files, { requireReview: true, only: ["suspect-link"] })).resolves.toBeDefined();
  });

  it("makes an error of what cannot be compared where review is required", async () => {
    const broken = { ...(await reviewed(files)), "src/a.rs": "fn f() {\n    // SPEC: A\n    a(;\n}\n" };
    const unknown = { "specs/README.md": tableOf({ A: "why" }, "src/a.zig"), "src/a.zig": "// SPEC: A\nconst a = 1;\n" };
    const lines = async (these: Readonly<Record<string, string>>): Promise<readonly string[]> =>
      (await compactLines(these, { requireReview: true })).filter((line) => line.includes("suspect-link"));
    const message = "error suspect-link: The anchor `A` cannot be reviewed:";
    expect(await lines(broken)).toEqual([`src/a.rs:2:8: ${message} a syntax error is in what it marks.`]);
    expect(await lines(unknown)).toEqual([`src/a.zig:1:4: ${message} no grammar reads its file.`]);
    expect((await compactLines(broken)).filter((line) => line.includes("suspect-link"))).toEqual([]);
  });

  it("is suppressed with a reason, and limited to paths, as every rule is", async () => {
    const lock = await reviewed(files);
    const directive = "    // spec-anchors-ignore suspect-link: reviewed next week\n    // SPEC: A\n    b();\n";
    expect(await compactLines({ ...lock, "src/a.rs": `fn f() {\n${directive}}\n` })).toEqual([]);
    expect(await compactLines({ ...lock, ...changed }, { paths: ["src/other"] })).toEqual([]);
    expect(await compactLines({ ...lock, ...changed }, { paths: ["specs"] })).toHaveLength(1);
  });

  it("leaves to other rules what marks nothing, what has no row, and what no grammar reads", async () => {
    const lock = await reviewed(files);
    const rules = async (after: Readonly<Record<string, string>>): Promise<readonly string[]> =>
      (await checkFiles({ ...lock, ...after })).report.diagnostics.map(({ rule }) => rule);
    expect(await rules({ "src/a.rs": "fn f() {\n    a();\n}\n// SPEC: A\n" })).toEqual(["dangling-anchor"]);
    expect(await rules({ "src/a.rs": "fn f() {\n    a();\n}\n" })).toEqual(["missing-anchor"]);
    expect(await rules({ "src/a.rs": "fn f() {\n    // SPEC: A\n    a(;\n}\n" })).toEqual(["unjudged-anchor"]);
  });
});

describe("a broken lock", () => {
  const broken = { ...files, "spec-anchors.lock": "version = 1\n\n<<<<<<< HEAD\n" };

  it("is unreadable at its line, and everything else is judged", async () => {
    const lines = await compactLines({ ...broken, "src/a.rs": "fn f() {}\n" });
    expect(lines).toEqual([
      "spec-anchors.lock:3:1: error unreadable: A merge left a conflict here.",
      "specs/README.md:3:3: error missing-anchor: `src/a.rs` has no anchor `SPEC: A`.",
    ]);
  });

  it("says nothing of links, even where review is required", async () => {
    const { report } = await checkFiles(broken, { requireReview: true });
    expect(report.diagnostics.map(({ rule }) => rule)).toEqual(["unreadable"]);
    expect(report.summary.links).toBeUndefined();
  });
});
