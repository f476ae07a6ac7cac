import { expect, it } from "vitest";
import { diagnose } from "../harness/check-files.js";

const document = "| Invariant | Anchor site | How |\n| --- | --- | --- |\n| `AppendOnly` | `src/log.rs` | entries are only pushed |\n";

/** What is said of a comment beside a sound anchor. */
async function saidOf(comment: string): Promise<readonly string[]> {
  const source = `fn f() {\n    // ${comment}\n    g();\n    // SPEC: AppendOnly\n    h();\n}\n`;
  const found = await diagnose({ "specs/README.md": document, "src/log.rs": source });
  return found.map(({ rule, name }) => `${rule} ${name}`);
}

it.each([
  "SPEC: Sealed segments are never reopened",
  "SPEC: For each instance: one writer",
  "SPEC: The writer, once it holds the lock",
  "SPEC: see above",
  "SPEC: RFC 4506",
  "SPEC: section 4.2",
  "SPEC: §4",
  "SPEC: <Name>",
  "SPEC: https://example.org/log",
  "SPEC: log.rs",
  "SPEC: log::append",
  "SPEC: MUST NOT block",
  "SPEC: HTTP/2 frames",
  "SPEC: UTF-8 only",
  "SPEC: write-once",
  "SPEC: e.g. the writer",
  "SPEC: 3 writers",
  "SPEC: Sealed, as long as the lock is held",
  "SPEC: Sealed. The rest is open.",
])("takes `%s` for prose", async (comment) => {
  expect(await saidOf(comment)).toEqual([]);
});

it.each([
  "SPEC: Sealed",
  "SPEC: Sealed.",
  "SPEC: Sealed — always",
  "SPEC: Sealed - always",
  "SPEC: Sealed (always)",
  "SPEC: Sealed: always",
  "SPEC: `Sealed`",
  "- SPEC: Sealed",
  "SPEC: Log!Sealed",
  "SPEC: Sealed(segment)",
  "SPEC: Sealed'",
  "SPEC: AppendOnly, Sealed",
])("takes `%s` for an anchor", async (comment) => {
  expect(await saidOf(comment)).toEqual(["undeclared-anchor Sealed"]);
});

it.each(["SPEC: SealedSegments stay so", "SPEC: sealed_segments stay so", "SPEC: Sealed2 stays so"])(
  "takes `%s` for an anchor by its name alone",
  async (comment) => {
    expect(await saidOf(comment)).toHaveLength(1);
  },
);
