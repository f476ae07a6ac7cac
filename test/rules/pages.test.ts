import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder } from "../../src/check-folder.js";
import { compact } from "../../src/reporters/compact.js";
import { rules } from "../../src/rules/index.js";
import { compactLines } from "../harness/check-files.js";
import { type Example, readPage } from "./page.js";

/** On disk, where the configuration is looked for, read and, if it is broken, reported. */
async function linesOnDisk(files: Example["files"]): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "page-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { report, textOf } = await checkFolder({ cwd: root });
    const lines = compact(report, { textOf, colour: false, width: undefined, prefix: "", quiet: false }).split("\n");
    return lines.filter((line) => line !== "");
  } finally {
    rmSync(root, { recursive: true });
  }
}

const found = ({ files }: Example): Promise<readonly string[]> => ("spec-anchors.toml" in files ? linesOnDisk(files) : compactLines(files));

for (const { id, severity } of rules) {
  const name = `src/rules/${id}.md`;
  const page = readPage(name, readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));

  describe(name, () => {
    it("is a page: its sections, and examples that are complete", () => {
      expect(page.faults).toEqual([]);
    });

    it.each(page.examples.map((example) => [`${name}:${example.line}`, example.section, example] as const))(
      "%s %s",
      async (_, __, example) => {
        expect((await found(example)).join("\n")).toBe(example.findings.join("\n"));
      },
    );

    it("shows the rule at work under Reports, at its default level, and nothing at all under Stays silent", () => {
      const own = ` ${severity} ${id}: `;
      const without = page.examples.filter(
        ({ section, findings }) => section === "Reports" && !findings.some((line) => line.includes(own)),
      );
      const loud = page.examples.filter(({ section, findings }) => section === "Stays silent" && findings.length > 0);
      expect([...without, ...loud].map(({ line }) => `${name}:${line}`)).toEqual([]);
    });
  });
}
