import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Verdicts } from "../../src/model/workspace.js";
import { checkFiles } from "../harness/check-files.js";
import { mutated, mutation } from "./mutations.js";
import { exampleWorkspaces, type Files, fixture, fixtureWorkspaces } from "./workspaces.js";

/** Verdicts in memory, and how often one was recalled. */
function memory(): Verdicts & { readonly hits: () => number } {
  const kept = new Map<string, string>();
  let hits = 0;
  return {
    recall: (key) => {
      if (kept.has(key)) hits += 1;
      return kept.get(key);
    },
    keep: (key, verdict) => void kept.set(key, verdict),
    hits: () => hits,
  };
}

async function holds(files: Files, verdicts: Verdicts): Promise<void> {
  const fresh = (await checkFiles(files)).report;
  expect((await checkFiles(files, { verdicts })).report).toEqual(fresh);
  expect((await checkFiles(files, { verdicts })).report).toEqual(fresh);
}

const withRow = (text: string): string => text.replace("| `", "| `Extra` | `src/none.rs` | nothing |\n| `");

describe("a verdict of an earlier run changes no report", () => {
  it.each([...fixtureWorkspaces, ...exampleWorkspaces])("%s", async (_name, files) => holds(files, memory()));

  const shared = memory();
  it.each(fixtureWorkspaces)("%s, damaged, with the verdicts of all before", (_name, files) =>
    fc.assert(
      fc.asyncProperty(mutation(files), (change) => holds(mutated(files, change), shared)),
      { numRuns: 15, interruptAfterTimeLimit: 30_000 },
    ),
  );

  it("is recalled where nothing changed, and not where a row or a line of code did", async () => {
    const verdicts = memory();
    const files = fixture("checkpointing");
    await checkFiles(files, { verdicts });
    expect(verdicts.hits()).toBe(0);
    await checkFiles({ ...files, "src/other.rs": "fn other() {}\n" }, { verdicts });
    // The whole check's, which does not hold; one verdict on anchors, one on the symbols of mapping tables.
    expect(verdicts.hits()).toBe(3);
    await checkFiles({ ...files, "specs/README.md": withRow(files["specs/README.md"] ?? "") }, { verdicts });
    expect(verdicts.hits()).toBe(5);
    await checkFiles({ ...files, "src/checkpoint.rs": `${files["src/checkpoint.rs"]}fn more() {}\n` }, { verdicts });
    expect(verdicts.hits()).toBe(6);
  });

  it("is not believed where it is no verdict", async () => {
    const files = fixture("checkpointing");
    const broken: Verdicts = { recall: () => "{}", keep: () => undefined };
    expect((await checkFiles(files, { verdicts: broken })).report).toEqual((await checkFiles(files)).report);
  });
});
