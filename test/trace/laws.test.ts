import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixFormats } from "../../src/model/trace.js";
import { matrixReporters } from "../../src/reporters/matrix/index.js";
import { checkFiles } from "../harness/check-files.js";
import { mutated, mutation } from "../laws/mutations.js";
import { exampleWorkspaces, type Files, fixtureWorkspaces } from "../laws/workspaces.js";
import { lease, traced } from "./lease.js";

/** What the matrix says itself, in a column of its own. */
const apart = new Set(["unjudged-anchor"]);

/** Every finding of a check is about the names that it names, or is counted; and nothing is missing that no finding says. */
async function agrees(files: Files): Promise<void> {
  const [{ report }, matrix] = [await checkFiles(files), await traced(files)];
  const key = ({ rule, path, line, message }: { rule: string; path: string; line: number; message: string }): string =>
    `${rule} ${path}:${line} ${message}`;
  const gaps = matrix.names.flatMap(({ missing }) => missing.filter(({ suppressed }) => !suppressed));
  const found = report.diagnostics.filter(({ rule }) => !apart.has(rule));
  const placed = new Set(gaps.map(key));
  expect([...placed].filter((gap) => !found.some((diagnostic) => key(diagnostic) === gap))).toEqual([]);
  expect(matrix.summary.otherFindings).toBe(found.filter((diagnostic) => !placed.has(key(diagnostic))).length);
  for (const { name, rule, path, line, message } of found) {
    const lines = matrix.names.filter((one) => one.name === name);
    if (lines.length === 0) continue;
    expect(lines.some(({ missing }) => missing.some((gap) => key(gap) === key({ rule, path, line, message })))).toBe(true);
  }
}

/** Each name of rows and anchors has a line, each line stands once, and every format can say it. */
async function holds(files: Files): Promise<void> {
  const matrix = await traced(files);
  expect(new Set(matrix.names.map((name) => JSON.stringify(name))).size).toBe(matrix.names.length);
  for (const format of matrixFormats) {
    const render = await matrixReporters[format].load();
    expect(render(matrix, { colour: false, width: 80, toRoot: "../" }).endsWith("\n")).toBe(true);
  }
}

const all: readonly (readonly [string, Files])[] = [["the lease", lease], ...fixtureWorkspaces];

describe("the matrix and the check say the same", () => {
  it.each(all)("%s", async (_name, files) => agrees(files));

  it("the rules' examples", async () => {
    for (const [, files] of exampleWorkspaces) await agrees(files);
  });
});

describe("a file that is gone, empty, cut off anywhere or swapped with another makes another matrix, and no fault", () => {
  it.each(all)("%s", (_name, files) =>
    fc.assert(
      fc.asyncProperty(
        mutation(files).map((change) => mutated(files, change)),
        holds,
      ),
      { numRuns: 12, interruptAfterTimeLimit: 20_000 },
    ),
  );
});
