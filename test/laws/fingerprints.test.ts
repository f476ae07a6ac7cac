import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnose } from "../harness/check-files.js";
import { smallWorkspace } from "./small-workspace.js";
import { exampleWorkspaces, type Files, fixtureWorkspaces } from "./workspaces.js";

/** Lines that say nothing, in a file of that name: only blank ones where its comment signs are not these. */
function remarks(path: string): string {
  if (path.endsWith(".md")) return "\n<!-- a remark -->\n\n";
  return /\.(?:rs|go|c|cc|cpp|h|java|js|ts)$/.test(path) ? "\n// a remark\n\n" : "\n\n";
}

/** Widens the file above its first line, and at those of its blank lines that `chosen` picks, 0-based. */
function widened(path: string, text: string, chosen: ReadonlySet<number>): string {
  let blank = 0;
  const lines = text.split("\n").map((line, at, all) => {
    const picked = line.trim() === "" && at < all.length - 1 && chosen.has(blank);
    if (line.trim() === "") blank += 1;
    return picked ? `${line}${remarks(path)}` : line;
  });
  return remarks(path) + lines.join("\n");
}

const identities = async (files: Files): Promise<readonly string[]> =>
  (await diagnose(files)).map(({ rule, path, name, fingerprint }) => `${path} ${rule} ${name} ${fingerprint}`).sort();

/** True if a document cites lines by their numbers: then what stands above them is what it speaks of. */
const citesLines = (files: Files): boolean =>
  Object.entries(files).some(([path, text]) => path.endsWith(".md") && /(?:\.\w+:|#L|\blines? )\d/i.test(text));

async function holds(files: Files, chosen: readonly number[]): Promise<void> {
  const isWidened = (path: string): boolean => path.endsWith(".md") || !(path.endsWith(".toml") || citesLines(files));
  const wide = Object.entries(files).map(([path, text]) => [path, isWidened(path) ? widened(path, text, new Set(chosen)) : text]);
  expect(await identities(Object.fromEntries(wide))).toEqual(await identities(files));
}

const chosen = fc.uniqueArray(fc.nat(40), { maxLength: 12 });

describe("fingerprints stay when blank lines and comment lines are put above", () => {
  it.each(fixtureWorkspaces)("%s", (_name, files) =>
    fc.assert(
      fc.asyncProperty(chosen, (some) => holds(files, some)),
      { numRuns: 10 },
    ),
  );

  it.each(exampleWorkspaces)("%s", (_name, files) =>
    fc.assert(
      fc.asyncProperty(chosen, (some) => holds(files, some)),
      { numRuns: 6 },
    ),
  );

  it("generated workspaces", () => fc.assert(fc.asyncProperty(smallWorkspace, chosen, holds), { numRuns: 100 }));

  it("but say which finding it is: another name or another text is another fingerprint", async () => {
    const table = (row: string): Files => ({
      "specs/README.md": `| Invariant | Anchor site | How |\n| --- | --- | --- |\n${row}\n`,
      "src/a.rs": "fn a() {}\n",
    });
    const rows = ["| `LeaseEnds` | `src/a.rs` | why |", "| `LeaseBegins` | `src/a.rs` | why |", "| `LeaseEnds` | `src/a.rs` | how |"];
    const all = await Promise.all(rows.map((row) => identities(table(row))));
    expect(new Set(all.flat()).size).toBe(3);
  });
});
