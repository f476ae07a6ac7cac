import fc from "fast-check";
import { expect } from "vitest";
import { memoryWorkspace, overlay } from "../../src/workspace/memory.js";
import { checkFiles, checkWorkspace } from "../harness/check-files.js";
import { mutated, mutation } from "./mutations.js";
import { reportFaults } from "./report-faults.js";
import type { Files } from "./workspaces.js";

/** A workspace and what is done to it. */
export const damaged = (workspace: fc.Arbitrary<Files>): fc.Arbitrary<Files> =>
  workspace.chain((files) => mutation(files).map((change) => mutated(files, change)));

/** Saved files: what is no text becomes U+FFFD. Unsaved editor text: it stays. */
export async function holds(files: Files): Promise<void> {
  const saved = await checkFiles(files);
  expect(reportFaults(saved.report, files)).toEqual([]);
  const unsaved = await checkWorkspace(overlay(memoryWorkspace({}), new Map(Object.entries(files))));
  expect(reportFaults(unsaved.report, files)).toEqual([]);
}

/** That damage to one of the fixtures is reported. */
export const holdsDamaged = (files: Files): Promise<void> =>
  fc.assert(fc.asyncProperty(damaged(fc.constant(files)), holds), { numRuns: 40, interruptAfterTimeLimit: 30_000 });
