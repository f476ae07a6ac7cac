import { describe, expect, it } from "vitest";
import { languages } from "../../../src/read/languages/index.js";
import { diagnose } from "../../harness/check-files.js";
import { breaks, sampleOf, workspaceOf } from "./breaks.js";
import { operations } from "./operations.js";

const judged = languages.filter(({ grammar }) => grammar !== undefined);

/** What only judges where an anchor stands best is not asked. */
const levels = { "misplaced-anchor": "off", "stale-explanation": "off" } as const;

async function rulesFound(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await diagnose(files, { levels })).map(({ rule }) => rule);
}

describe.each(judged)("in $name an anchor that is", (language) => {
  it("whole is reported by no rule", async () => {
    const sample = sampleOf(language, "InFunction");
    expect(sample).toBeDefined();
    if (sample !== undefined) expect(await rulesFound(workspaceOf(sample))).toEqual([]);
  });

  it.each(breaks)("$id is reported as $rule, and as nothing else", async ({ rule, anchor, files = workspaceOf }) => {
    const sample = sampleOf(language, anchor);
    if (sample === undefined) {
      const operation = operations.find(({ anchors = [] }) => anchors.includes(anchor));
      expect(language.without).toHaveProperty([operation?.id ?? anchor]);
      return;
    }
    expect(await rulesFound(files(sample))).toEqual([rule]);
  });
});
