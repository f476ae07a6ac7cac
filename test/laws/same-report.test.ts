import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { hasNative } from "../grammars/folder.js";
import { checkFiles, checkWorkspace } from "../harness/check-files.js";
import { reportFaults } from "./report-faults.js";
import { smallWorkspace } from "./small-workspace.js";
import { exampleWorkspaces, type Files, fixtureWorkspaces } from "./workspaces.js";

const reportOn = async (files: Files, door: "native" | "wasm" = "native"): Promise<Report> => (await checkFiles(files, { door })).report;

const withEnds = (files: Files, end: string): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/\r?\n/g, end)]));

/** Each law of one workspace: it throws where the law does not hold. */
const laws: Readonly<Record<string, (files: Files) => Promise<void>>> = {
  "a report is sound": async (files) => {
    expect(reportFaults(await reportOn(files), files)).toEqual([]);
  },
  "a second check reports the same": async (files) => {
    expect(await reportOn(files)).toEqual(await reportOn(files));
  },
  "CRLF and LF give the same lines, columns and counts": async (files) => {
    expect(await reportOn(withEnds(files, "\r\n"))).toEqual(await reportOn(withEnds(files, "\n")));
  },
  "a byte order mark changes nothing": async (files) => {
    const marked = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `\uFEFF${text.replace(/^\uFEFF/, "")}`]));
    expect(await reportOn(marked)).toEqual(await reportOn(files));
  },
  "the order of the files does not matter": async (files) => {
    const workspace = memoryWorkspace(files);
    const paths = await workspace.list();
    const orders = [[...paths].reverse(), [...paths.slice(1), ...paths.slice(0, 1)], [...paths].sort((a, b) => a.length - b.length)];
    const expected = await reportOn(files);
    for (const order of orders) {
      const { report } = await checkWorkspace({ ...workspace, list: async () => order });
      expect(report, order.join(" ")).toEqual(expected);
    }
  },
  "the native and the WebAssembly parser report the same": async (files) => {
    if (hasNative) expect(await reportOn(files, "wasm")).toEqual(await reportOn(files, "native"));
  },
};

describe.each(Object.entries(laws))("%s", (_, law) => {
  it.each(fixtureWorkspaces)("%s", (_name, files) => law(files));

  it.each(exampleWorkspaces)("%s", (_name, files) => law(files));

  it("generated workspaces", () => fc.assert(fc.asyncProperty(smallWorkspace, law), { numRuns: 60 }));
});

describe("what the laws are held against", () => {
  it("is every fixture, and examples that show every rule", async () => {
    expect(fixtureWorkspaces.map(([name]) => name)).toEqual(expect.arrayContaining(["fixtures/checkpointing", "fixtures/example"]));
    const found = await Promise.all(exampleWorkspaces.map(async ([, files]) => (await reportOn(files)).diagnostics));
    const rules = new Set(found.flat().map(({ rule }) => rule));
    expect(rules.size).toBeGreaterThan(15);
  });
});
