import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder } from "../../src/check-folder.js";
import { fixFolder } from "../../src/fix-folder.js";
import type { Diagnostic } from "../../src/model/report.js";
import { cleanEnvironment, commit, git, repository, write } from "../git/sandbox.js";

const config = { "spec-anchors.toml": 'documents = ["docs/**"]\n' };
const seal = ["pub fn seal(log: &mut Vec<u8>) {", "    log.shrink_to_fit();", "}", ""].join("\n");
const append = ["pub fn append(log: &mut Vec<u8>, byte: u8) {", "    log.push(byte);", "}", "", ""].join("\n");
const day = 86_400;
const start = 1_700_000_000;

/** A repository in which a document came after its source, and the steps after that, a day each. */
function history(text: string, before: string, ...after: readonly Readonly<Record<string, string>>[]): string {
  const folder = repository({ ...config, "src/log.rs": before }, start);
  write(folder, { "docs/notes.md": text });
  commit(folder, start + day);
  for (const [at, files] of after.entries()) {
    write(folder, files);
    commit(folder, start + (at + 2) * day);
  }
  return folder;
}

async function found(folder: string): Promise<readonly Diagnostic[]> {
  const { report } = await checkFolder({ cwd: folder, env: cleanEnvironment });
  return report.diagnostics.filter(({ rule }) => rule !== "nothing-checked");
}

const notes = (folder: string): string => readFileSync(join(folder, "docs/notes.md"), "utf8");

describe("what was right when it was written", () => {
  it("and moved is told with its new lines, and repaired", async () => {
    const folder = history("The end is `seal()` (`src/log.rs:1-3`).\nSee `src/log.rs:2`.\n", seal, { "src/log.rs": append + seal });
    expect(await found(folder)).toMatchObject([
      {
        rule: "stale-lines",
        line: 1,
        message: "Lines 1-3 of `src/log.rs` do not hold `seal()` any more.",
        fix: { title: "Write lines 5-7", safe: true },
      },
      { rule: "stale-lines", line: 2, message: "Line 2 of `src/log.rs` is not what it was when this was written.", fix: { safe: true } },
    ]);
    const dry = await fixFolder({ cwd: folder, env: cleanEnvironment, dryRun: true });
    expect(dry.changes.map(({ after }) => after)).toEqual(["The end is `seal()` (`src/log.rs:5-7`).\nSee `src/log.rs:6`.\n"]);
    expect(notes(folder)).toContain("1-3");
    const fixed = await fixFolder({ cwd: folder, env: cleanEnvironment });
    expect(notes(folder)).toBe("The end is `seal()` (`src/log.rs:5-7`).\nSee `src/log.rs:6`.\n");
    expect(fixed).toMatchObject({ unfinished: false, outcome: { fixed: 2 } });
    expect(await found(folder)).toEqual([]);
    commit(folder, start + 9 * day);
    expect(await found(folder)).toEqual([]);
  });

  it("and was laid out anew keeps its lines", async () => {
    const wide = append + seal.replace("    log", "\t\t\tlog");
    const folder = history("The end: `src/log.rs:1-3`.\n", seal, { "src/log.rs": wide });
    expect(await found(folder)).toMatchObject([{ fix: { title: "Write lines 5-7", safe: true } }]);
  });

  it("and changed on the way is shown, and repaired where its name has one place", async () => {
    const edited = append + seal.replace("shrink_to_fit", "shrink");
    const folder = history("`seal()` (`src/log.rs:1-3`)\n\nSee `src/log.rs:1-3`.\n", seal, { "src/log.rs": edited });
    expect((await found(folder)).map(({ fix }) => fix)).toMatchObject([
      { title: "Write lines 5-7", safe: true },
      { title: "Write lines 5-7", safe: false },
    ]);
  });

  it("and is gone names the commit", async () => {
    const folder = history("`seal()` (`src/log.rs:1-3`)\n\nSee `src/log.rs:1-3`.\n", seal + append, { "src/log.rs": append });
    const [symbol, ...others] = await found(folder);
    expect(symbol).toMatchObject({ rule: "missing-symbol", message: "`src/log.rs` has no `seal()` any more." });
    expect(symbol?.hint).toMatch(/Commit [\da-f]{7} \(2023-11-16, “step”\) took it away\.$/);
    expect(symbol).not.toHaveProperty("fix");
    // Of lines of which nothing is said, nobody knows whether what stands there now is not as good.
    expect(others).toEqual([]);
  });

  it("and went to another file says where, and is not repaired", async () => {
    const folder = history("See `src/log.rs:1-3`.\n", seal + append, { "src/log.rs": append, "src/end.rs": seal });
    const [lines] = await found(folder);
    expect(lines?.hint).toContain("They went to lines 1-3 of `src/end.rs`.");
    expect(lines).not.toHaveProperty("fix");
  });

  it("and has another name now says where its code is", async () => {
    const folder = history("`seal()` (`src/log.rs:1-3`)\n", seal, { "src/log.rs": append + seal.replace("seal", "close") });
    const [symbol] = await found(folder);
    expect(symbol).toMatchObject({ rule: "missing-symbol" });
    expect(symbol?.hint).toMatch(/^The cited code is at lines 5-7: name what it is now\. It was so when this was written/);
  });

  it("and is not committed yet is told as well", async () => {
    const folder = history("See `src/log.rs:1-3`.\n", seal);
    write(folder, { "src/log.rs": append + seal });
    expect(await found(folder)).toMatchObject([{ rule: "stale-lines", fix: { title: "Write lines 5-7", safe: true } }]);
  });

  it("and was exact is a changed quotation where lines came in", async () => {
    const quote = `From \`src/log.rs:1-3\`:\n\n\`\`\`rust\n${seal}\`\`\`\n`;
    const folder = history(quote, seal, { "src/log.rs": seal.replace("{\n", "{\n    log.push(0);\n") });
    expect(await found(folder)).toMatchObject([{ rule: "changed-snippet", line: 1 }]);
    const shortened = history(quote, seal.replace("{\n", "{\n    log.push(0);\n"), {
      "src/log.rs": `${seal.replace("{\n", "{\n    log.push(0);\n")}\n`,
    });
    expect(await found(shortened)).toEqual([]);
  });
});

describe("what was never right", () => {
  it("is said so", async () => {
    const folder = history("`seal()` (`src/log.rs:1-3`)\n", append + seal, { "src/other.rs": "fn f() {}\n" });
    const [lines] = await found(folder);
    expect(lines).toMatchObject({
      message: "Lines 1-3 of `src/log.rs` do not hold `seal()`.",
      fix: { title: "Write lines 5-7", safe: true },
    });
    expect(lines?.hint).toMatch(/It was not so when this was written, in commit [\da-f]{7} \(2023-11-15, “step”\)\.$/);
  });

  it("is not, where document and source came in together", async () => {
    const folder = repository({ ...config, "src/log.rs": append + seal, "docs/notes.md": "`seal()` (`src/log.rs:1-3`)\n" }, start);
    const [lines] = await found(folder);
    expect(lines?.hint).toBe("Write lines 5-7. There is no history of it from before this was written.");
  });
});

describe("a document about a past state", () => {
  const text = "`seal()` (`src/log.rs:1-3`), `append()` (`src/log.rs:1-3`)\n";

  it("is held to what was there when it was written", async () => {
    const folder = history(`---\nspec-anchors-as-of: written\n---\n\n${text}`, seal + append, { "src/log.rs": append + seal });
    expect((await found(folder)).map(({ message }) => message)).toEqual(["Lines 1-3 of `src/log.rs` do not hold `append()`."]);
  });

  it("is held to a commit, also of files that are gone", async () => {
    const folder = history(text, seal + append);
    const hash = git(folder, ["rev-parse", "HEAD"]).trim();
    git(folder, ["mv", "src/log.rs", "src/other.rs"]);
    write(folder, {
      "spec-anchors.toml": `${config["spec-anchors.toml"]}\n[[citations]]\ndocuments = "docs/**"\nas-of = "${hash.slice(0, 10)}"\n`,
    });
    commit(folder, start + 5 * day);
    expect((await found(folder)).map(({ message }) => message)).toEqual(["Lines 1-3 of `src/log.rs` do not hold `append()`."]);
  });
});

describe("a path without lines that is not there", () => {
  const text = "It reads `src/old.rs`, and the state is kept in `src/made.rs`.\n";

  it("is missing if it was there when the line was written", async () => {
    const folder = repository({ ...config, "src/log.rs": seal, "src/old.rs": append }, start);
    write(folder, { "docs/notes.md": text });
    commit(folder, start + day);
    git(folder, ["rm", "-q", "src/old.rs"]);
    commit(folder, start + 2 * day);
    expect((await found(folder)).map(({ message }) => message)).toEqual(["`src/old.rs` does not exist."]);
  });

  it("is one of a program's if it never was there", async () => {
    expect(await found(history(text, seal))).toEqual([]);
  });
});
