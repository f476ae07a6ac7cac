import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../harness/apply-edits.js";
import { diagnose } from "../harness/check-files.js";
import { smallWorkspace } from "./small-workspace.js";
import { exampleWorkspaces, type Files, fixtureWorkspaces } from "./workspaces.js";

/** Applies every safe fix at once. */
async function fixed(files: Files): Promise<{ readonly files: Files; readonly mended: readonly string[] }> {
  const safe = (await diagnose(files)).filter(({ fix }) => fix?.safe === true);
  return {
    files: applyEdits(
      files,
      safe.flatMap(({ fix }) => fix?.edits ?? []),
    ),
    mended: safe.map(({ fingerprint }) => fingerprint),
  };
}

async function holds(files: Files): Promise<void> {
  const once = await fixed(files);
  const left = await diagnose(once.files);
  expect(left.filter(({ fingerprint }) => once.mended.includes(fingerprint))).toEqual([]);
  const twice = await fixed(once.files);
  expect(twice.files).toEqual(once.files);
}

describe("safe fixes remove their diagnostics, and a second pass changes nothing", () => {
  it.each(fixtureWorkspaces)("%s", (_name, files) => holds(files));

  it.each(exampleWorkspaces)("%s", (_name, files) => holds(files));

  it("generated workspaces", () => fc.assert(fc.asyncProperty(smallWorkspace, holds), { numRuns: 200 }));

  it("there are some: without the one of the example, its row stays without an anchor", async () => {
    const [, example] = fixtureWorkspaces.find(([name]) => name === "fixtures/example") ?? ["", {}];
    const { mended, files } = await fixed(example);
    expect(mended).toHaveLength(1);
    expect((await diagnose(files)).map(({ rule }) => rule)).toEqual(["missing-anchor", "dangling-anchor", "undeclared-anchor"]);
  });
});
