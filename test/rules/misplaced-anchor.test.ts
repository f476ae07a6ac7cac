import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/report.js";
import { checkFiles, type Setting } from "../harness/check-files.js";
import { reviewed } from "../review/reviewed.js";
import { pageExample } from "./page-example.js";

const only: Setting = { only: ["misplaced-anchor", "suspect-link"] };
const files = pageExample("misplaced-anchor", "Reports");
const source = files["src/thinning.rs"] ?? "";
const marker = "        // SPEC: SpacingPowerOfTwo\n";

const found = async (changed: Readonly<Record<string, string>>, setting = only): Promise<readonly Diagnostic[]> =>
  (await checkFiles({ ...files, ...changed }, setting)).report.diagnostics;
const withCode = (text: string): Promise<readonly Diagnostic[]> => found({ "src/thinning.rs": text });

describe("the fix", () => {
  const movedBy = async (comment: string): Promise<string | undefined> => {
    const [diagnostic] = await withCode(source.replace(marker, comment));
    return diagnostic?.fix?.edits.at(-1)?.text;
  };

  it("moves the anchor's comment, at the new place's indentation, and is not safe", async () => {
    const [diagnostic] = await withCode(source);
    expect(diagnostic?.fix).toMatchObject({ title: "Move the anchor to line 22", safe: false });
    expect(await movedBy(`${marker}        // doubled, never set\n        //\n        // so it stays a power\n`)).toBe(
      "        // SPEC: SpacingPowerOfTwo\n        // doubled, never set\n        //\n        // so it stays a power\n",
    );
  });

  it.each([
    "/// Makes a buffer.",
    "// SAFETY: nothing aliases it.",
    "// TODO(ann): reserve",
    "// spec-anchors-ignore missing-anchor: why",
    "// SPEC: Other",
  ])("leaves `%s` below it where it is", async (line) => expect(await movedBy(`${marker}        ${line}\n`)).toBe(marker));

  it.each(["        /* SPEC: SpacingPowerOfTwo */\n", "        // SPEC: SpacingPowerOfTwo, Other\n"])(
    "is not offered for %j",
    async (comment) => {
      expect(await movedBy(comment)).toBeUndefined();
    },
  );
});

describe("with a lock", () => {
  it("is silent about a link that was reviewed as it is", async () => {
    expect(await found({})).toHaveLength(1);
    expect(await found(await reviewed(files))).toEqual([]);
  });

  it("leaves an anchor that left its construct to `suspect-link`", async () => {
    const right = source.replace(marker, "").replace("        self.spacing *= 2;", `${marker}        self.spacing *= 2;`);
    const locked = await reviewed({ ...files, "src/thinning.rs": right });
    expect((await found({ ...locked, "src/thinning.rs": source })).map(({ rule }) => rule)).toEqual(["suspect-link"]);
  });
});

describe("two anchors of a name", () => {
  it("are right if one of them stands where the row points", async () => {
    expect(await withCode(source.replace("        self.spacing *= 2;", `${marker}        self.spacing *= 2;`))).toEqual([]);
  });
});

it("is silent, and reads no outline, where it is off", async () => {
  const { report } = await checkFiles(files, { levels: { "misplaced-anchor": "off", "stale-explanation": "off" } });
  expect([report.diagnostics, report.unjudged]).toEqual([[], []]);
});

it("lists an anchor of which nothing can be told as unjudged", async () => {
  const row = "| Invariant | Anchor site | How the code upholds it |\n| --- | --- | --- |\n| `Zebra` | `src/thinning.rs` | by care |\n";
  const { report } = await checkFiles({ "specs/README.md": row, "src/thinning.rs": source.replace("SpacingPowerOfTwo", "Zebra") });
  expect(report.unjudged).toEqual([
    { name: "Zebra", path: "src/thinning.rs", line: 9, reason: expect.stringContaining("tells one place") },
  ]);
  expect(report.summary.unjudged).toBe(1);
});
