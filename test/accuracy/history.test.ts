import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commitsIn, treeReader } from "../../bench/accuracy/commits.js";
import { alarmsIn } from "../../bench/accuracy/history.js";
import { claimsOf } from "../../bench/claims.js";
import { noHistory } from "../harness/check-files.js";

const folder = mkdtempSync(join(tmpdir(), "accuracy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const identity = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false"];
const git = (...args: readonly string[]): string => execFileSync("git", ["-C", folder, ...identity, ...args], { encoding: "utf8" });

function commit(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  git("add", "--all");
  git("commit", "--quiet", "--message", "change");
}

test("commits are read without a work tree, and only those that matter are checked", async () => {
  const table = "# Rows\n\n| Invariant (`SPEC:` anchors) | Site | Why |\n| --- | --- | --- |\n| `Holds` | `a.rs` | because |\n";
  git("init", "--quiet", "--initial-branch=main");
  commit({ "a.rs": "// SPEC: Holds\nfn f() {}\n", "b.rs": "fn g() {}\n" });
  commit({ "README.md": "# Nothing here yet\n" });
  commit({ "README.md": table, "naïve name.rs": "" });
  commit({ "b.rs": "fn h() {}\n" });
  commit({ "a.rs": "// SPEC: Holds\nfn renamed() {}\n" });
  git("checkout", "--quiet", "-b", "side", "HEAD~1");
  commit({ "README.md": `${table}\nMore.\n` });
  git("checkout", "--quiet", "main");
  git("merge", "--quiet", "--no-ff", "--message", "both", "side");

  const commits = commitsIn(folder);
  expect(commits.map(({ changed }) => [...changed].sort())).toEqual([
    ["a.rs", "b.rs"],
    ["README.md"],
    ["README.md", "naïve name.rs"],
    ["b.rs"],
    ...(commits[4]?.changed.includes("a.rs") ? [["a.rs"], ["README.md"]] : [["README.md"], ["a.rs"]]),
    ["README.md", "a.rs"],
  ]);
  const files = treeReader(folder)(commits[3]?.id ?? "");
  expect(Object.keys(files).sort()).toEqual(["README.md", "a.rs", "b.rs", "naïve name.rs"]);
  expect(Buffer.from(files["b.rs"] ?? []).toString()).toBe("fn h() {}\n");

  // The table's commit, that of the declared file, that of the document, and the merge.
  expect(await alarmsIn(folder, noHistory)).toMatchObject({ checked: 4, commits: 7 });
});

test("findings of one key are one claim, from the first to the last commit that has them", () => {
  const found = [
    { commit: "a", findings: ["x", "x"] },
    { commit: "b", findings: ["y"] },
    { commit: "c", findings: ["x"] },
  ];
  expect(claimsOf(found, (finding) => finding)).toEqual([
    { finding: "x", first: "a", last: "c", commits: 2 },
    { finding: "y", first: "b", last: "b", commits: 1 },
  ]);
});
