import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { git } from "../../bench/git.js";
import { cloneOf, planted } from "../../bench/rows/planted.js";
import { digestOf, type RowsOfFile, writtenRows } from "../../bench/rows/rows.js";

const folder = mkdtempSync(join(tmpdir(), "clone-"));
const made: string[] = [folder];
const text = "package log\n\nfunc grow(n int) int {\n\tif n > limit {\n\t\treturn n\n\t}\n\treturn n * 2\n}\n";

beforeAll(() => {
  mkdirSync(join(folder, "log"));
  mkdirSync(join(folder, "other"));
  writeFileSync(join(folder, "log/grow.go"), text);
  writeFileSync(join(folder, "log/limit.go"), "package log\n\nconst limit = 3\n");
  writeFileSync(join(folder, "log/notes.txt"), "no code\n");
  writeFileSync(join(folder, "other/far.go"), "package other\n");
  git(folder, "init", "-q");
  git(folder, "add", "-A");
  git(folder, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "first");
  // What is checked out does not count.
  writeFileSync(join(folder, "log/grow.go"), "package log\n");
});

afterAll(() => {
  for (const one of made) rmSync(one, { recursive: true, force: true });
});

function rowsWith(changed: Partial<RowsOfFile["rows"][number]> = {}): readonly RowsOfFile[] {
  const rows = [
    { name: "LimitKept", line: 4, digest: digestOf("if n > limit {"), row: "`n <= limit`", comment: "never above\nit" },
    { name: "Doubles", line: 7, digest: digestOf("return n * 2"), row: "twice as much", ...changed },
  ];
  return [{ repository: "someone/log", commit: git(folder, "rev-parse", "HEAD").trim(), path: "log/grow.go", set: "tuning", rows }];
}

const clones = new Map([["someone/log", folder]]);

function plantedText(rows: readonly RowsOfFile[], path: string): string {
  const [repository] = planted(clones, "tuning", rows);
  if (repository === undefined) throw new Error("nothing was planted");
  made.push(repository.folder);
  return readFileSync(join(repository.folder, path), "utf8");
}

describe("rows about public code", () => {
  it("put anchors above their lines, with what these say of themselves", () => {
    const lines = plantedText(rowsWith(), "log/grow.go").split("\n");
    expect(lines.filter((line) => !line.includes("//")).join("\n")).toBe(text);
    expect(lines[lines.indexOf("\treturn n * 2") - 1]).toBe("\t// SPEC: Doubles");
    const at = lines.indexOf("\tif n > limit {");
    expect(
      lines
        .slice(2, at)
        .filter((line) => line.startsWith("\t//"))
        .join("\n"),
    ).toMatch(/^\t\/\/ SPEC: LimitKept(?: — |\n\t\/\/ )never above\n\t\/\/ it$/);
  });

  it("come with a document of their rows, and the code beside", () => {
    expect(plantedText(rowsWith(), "specs/README.md")).toContain("| LimitKept | `log/grow.go` | `n <= limit` |\n");
    expect(plantedText(rowsWith(), "log/limit.go")).toContain("limit = 3");
    expect(() => plantedText(rowsWith(), "log/notes.txt")).toThrow(/ENOENT/);
    expect(() => plantedText(rowsWith(), "other/far.go")).toThrow(/ENOENT/);
  });

  it("take turns with those of other files, for what stands side by side tells of one function", () => {
    const [own] = rowsWith();
    if (own === undefined) throw new Error("no rows");
    const limit = { name: "Three", line: 3, digest: digestOf("const limit = 3"), row: "`limit`" };
    const document = plantedText([own, { ...own, path: "log/limit.go", rows: [limit] }], "specs/README.md");
    expect([...document.matchAll(/^\| (\w+) \| `/gm)].map(([, name]) => name)).toEqual(["LimitKept", "Three", "Doubles"]);
  });

  it("are held to the line that they were written for", () => {
    expect(() => plantedText(rowsWith({ line: 5 }), "log/grow.go")).toThrow("log/grow.go:5: not the line that Doubles was written for");
  });

  it("of the other set are left out", () => {
    expect(planted(clones, "held-out", rowsWith())).toEqual([]);
  });

  it("are of a repository, by its name", () => {
    expect(cloneOf("someone/log=/a=b")).toEqual(["someone/log", "/a=b"]);
    for (const wrong of ["someone/log", "log=/a", "someone/log="]) expect(() => cloneOf(wrong)).toThrow("is not `OWNER/NAME=PATH`");
    expect(() => planted(new Map([["someone/else", folder]]), "all", rowsWith())).toThrow("No row is about `someone/else`.");
  });
});

describe("the rows that were written", () => {
  const files = writtenRows();

  it("are many, in both sets, and none of a repository is in both", () => {
    const count = (set: string): number => files.flatMap((file) => (file.set === set ? file.rows : [])).length;
    expect(count("tuning")).toBeGreaterThan(900);
    expect(count("held-out")).toBeGreaterThan(200);
    const sets = new Map(files.map(({ repository, set }) => [repository, set]));
    for (const { repository, set } of files) expect(sets.get(repository), repository).toBe(set);
  });

  it("have one commit a repository, a name each, and a line with its digest", () => {
    const seen = new Map<string, string>();
    const names = new Set<string>();
    for (const { repository, commit, rows } of files) {
      expect(commit).toMatch(/^[0-9a-f]{40}$/);
      expect(seen.get(repository) ?? commit, repository).toBe(commit);
      seen.set(repository, commit);
      for (const { name, line, digest, row } of rows) {
        expect(names.has(`${repository} ${name}`), name).toBe(false);
        names.add(`${repository} ${name}`);
        expect(line).toBeGreaterThan(0);
        expect(digest).toMatch(/^[0-9a-f]{12}$/);
        // A bare sign would end the cell.
        expect(row).not.toMatch(/(?<!\\)\|/);
      }
    }
  });
});
