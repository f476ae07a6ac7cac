import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { subjectOf } from "../../bench/mutations/subject.js";
import { type Check, mutantsOf, mutations, trial, unjudged } from "../../bench/mutations/trial.js";
import type { History } from "../../src/model/workspace.js";
import { checkFiles, noHistory } from "../harness/check-files.js";

const folder = fileURLToPath(new URL("../../fixtures/checkpointing/", import.meta.url));
const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const files = new Map(
  paths
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
);
const subject = subjectOf(files);

/** What git says of a mutant that is not committed: lines that the subject does not have changed just now. */
function historyOf(changed: ReadonlyMap<string, string>): History {
  const lastChange = (path: string, line: number): number => {
    const before = new Set(files.get(path)?.split("\n"));
    return before.has(changed.get(path)?.split("\n")[line - 1] ?? [...before][line - 1] ?? "") ? 1 : Number.POSITIVE_INFINITY;
  };
  return { ...noHistory, lastChange };
}

const check =
  (git: boolean): Check =>
  async (changed) => {
    const all = Object.fromEntries([...files, ...changed]);
    return (await checkFiles(all, { levels: unjudged, ...(git ? { history: historyOf(changed) } : {}) })).report.diagnostics as Awaited<
      ReturnType<Check>
    >;
  };

let baseline: ReadonlySet<string>;
beforeAll(async () => {
  baseline = new Set((await check(false)(new Map())).map(({ fingerprint }) => fingerprint));
});

test("the text search of the benchmark pairs every row with its anchor", () => {
  expect(subject.leftOut).toEqual([]);
  expect(subject.pairs).toHaveLength(21);
});

describe.each(mutations)("$id", (mutation) => {
  const mutants = mutantsOf(mutation, subject, 1);

  test("applies to most pairs", () => {
    expect(mutants.length).toBeGreaterThan(subject.pairs.length * 0.8);
  });

  test("is reported for what it is, where it is, and nothing else is", async () => {
    const trials = [];
    for (const mutant of mutants) {
      trials.push(await trial(mutation.id, mutant, check(true), baseline, true));
      if (mutant.withoutGit !== undefined) trials.push(await trial(mutation.id, mutant, check(false), baseline, false));
    }
    expect(trials.filter(({ outcome }) => outcome !== "exact")).toEqual([]);
  });
});
