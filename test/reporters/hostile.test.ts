import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic, RelatedPlace, ReportContext } from "../../src/model/report.js";
import { reporters } from "../../src/reporters/index.js";
import { context, diagnostic, report } from "./sample.js";

const bits = [
  "\x1b[2J",
  "\x9b1m",
  "\n",
  "\r",
  "\u2028",
  "\u202e",
  "\u2066",
  "\x07",
  "\0",
  "::error::",
  " ",
  "##[add-mask]",
  "%0A",
  "a,b:",
  "é",
  "日",
];
const text = fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));

/** A report in which every text that comes from a repository is `hostile`, and a file of that path which holds it. */
function poisoned(hostile: string): { diagnostics: readonly Diagnostic[]; tables: { path: string; line: number }[]; given: ReportContext } {
  const range = { path: hostile, line: 1, column: 1, endLine: 1, endColumn: 4 };
  const related: RelatedPlace[] = [
    { ...range, message: hostile },
    { ...range, path: ".", message: hostile },
    { ...range, line: 99, endLine: 99, message: hostile },
  ];
  const fix = { title: hostile, safe: true, edits: [] };
  const shown = diagnostic({ ...range, rule: hostile, message: hostile, hint: hostile, name: hostile, related, fix });
  const given = context({ textOf: (path) => (path === hostile ? `${hostile}\n${hostile}` : undefined) });
  return { diagnostics: [shown, { ...shown, path: "." }], tables: [{ path: hostile, line: 1 }], given };
}

describe.each(Object.entries(reporters))("%s and a hostile repository", (_name, { load }) => {
  it("emits nothing that a terminal obeys", async () => {
    const reporter = await load();
    fc.assert(
      fc.property(text, (hostile) => {
        const { diagnostics, tables, given } = poisoned(hostile);
        const output = reporter(report(diagnostics, { inferredTables: tables }), given);
        expect(output).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe.each(["pretty", "compact", "github"] as const)("%s under a workflow runner", (name) => {
  it("gives only the commands it means to", async () => {
    const reporter = await reporters[name].load();
    fc.assert(
      fc.property(text, (hostile) => {
        const { diagnostics, tables, given } = poisoned(hostile);
        const lines = reporter(report(diagnostics, { inferredTables: tables }), given).split("\n");
        const commands = lines.filter((line) => /^\s*::/.test(line));
        expect(commands).toHaveLength(name === "github" ? diagnostics.length : 0);
        expect(commands.every((line) => /^::error (?:file=[^,:]*,line=1,endLine=1,col=1,endColumn=4,)?title=[^,:]*::/.test(line))).toBe(
          true,
        );
        expect(lines.filter((line) => !commands.includes(line) && line.includes("##["))).toEqual([]);
      }),
    );
  });
});
