import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { json } from "../../src/reporters/json.js";
import { context, diagnostic, report } from "./sample.js";

const committed: object = JSON.parse(readFileSync(new URL("../../schema/report.schema.json", import.meta.url), "utf8"));

describe("schema/report.schema.json", () => {
  const validate = new Ajv({ strict: true }).compile(committed);
  const range = { path: "src/stack.rs", line: 2, column: 5, endLine: 2, endColumn: 19 };
  const full = diagnostic({
    hint: "write it",
    related: [{ ...range, message: "here" }],
    fix: { title: "write it", safe: false, edits: [{ ...range, text: "// SPEC: StackBounded" }] },
  });
  const summary = { inferredTables: [{ path: "specs/README.md", line: 40 }] };
  const sample: object = JSON.parse(json(report([full, diagnostic({ severity: "warning" })], summary), context()));

  it("accepts a report, and one with members of a later version", () => {
    expect(validate(sample), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...sample, since: "main" })).toBe(true);
  });

  it.each([
    ["another version", { version: 2 }],
    ["no diagnostics", { diagnostics: undefined }],
    ["an unknown severity", { diagnostics: [{ ...full, severity: "note" }] }],
    ["a line that is text", { diagnostics: [{ ...full, line: "5" }] }],
    ["a related place without a message", { diagnostics: [{ ...full, related: [range] }] }],
    ["an unjudged link without a reason", { unjudged: [{ name: "A", path: "a.rs", line: 1 }] }],
  ])("refuses %s", (_what, changes) => {
    expect(validate({ ...sample, ...changes })).toBe(false);
  });

  it("explains its members", () => {
    expect(JSON.stringify(committed)).toContain("Stays the same while the finding does, wherever its line moves");
  });
});
