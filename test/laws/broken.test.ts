import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryWorkspace, overlay } from "../../src/workspace/memory.js";
import { checkFiles, checkWorkspace } from "../harness/check-files.js";
import { mutated, mutation } from "./mutations.js";
import { reportFaults } from "./report-faults.js";
import { smallWorkspace } from "./small-workspace.js";
import { exampleWorkspaces, type Files, fixtureWorkspaces } from "./workspaces.js";

const example = fc.constantFrom(...exampleWorkspaces).map(([, files]) => files);

/** A workspace and what is done to it. */
const damaged = (workspace: fc.Arbitrary<Files>): fc.Arbitrary<Files> =>
  workspace.chain((files) => mutation(files).map((change) => mutated(files, change)));

/** Saved files: what is no text becomes U+FFFD. Unsaved editor text: it stays. */
async function holds(files: Files): Promise<void> {
  const saved = await checkFiles(files);
  expect(reportFaults(saved.report, files)).toEqual([]);
  const unsaved = await checkWorkspace(overlay(memoryWorkspace({}), new Map(Object.entries(files))));
  expect(reportFaults(unsaved.report, files)).toEqual([]);
}

describe("a file that is gone, empty, cut off anywhere or swapped with another is reported, never thrown", () => {
  it.each(fixtureWorkspaces)("%s", (_name, files) =>
    fc.assert(fc.asyncProperty(damaged(fc.constant(files)), holds), { numRuns: 40, interruptAfterTimeLimit: 30_000 }),
  );

  it("the rules' examples", () => fc.assert(fc.asyncProperty(damaged(example), holds), { numRuns: 300 }));

  it("generated workspaces", () => fc.assert(fc.asyncProperty(damaged(smallWorkspace), holds), { numRuns: 150 }));
});
