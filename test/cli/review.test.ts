import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { commit, git, repository, sandbox, write } from "../git/sandbox.js";
import { environment, type Ran, run } from "./run.js";

const source = (condition: string): string =>
  `pub fn grant(lease: &mut Lease) -> bool {\n    // SPEC: NoDoubleGrant\n    if ${condition} {\n        return false;\n    }\n    true\n}\n`;
const specs = (explanation: string): string =>
  `| Invariant | Anchor site | How |\n| --- | --- | --- |\n| \`NoDoubleGrant\` | \`src/lease.rs\` | ${explanation} |\n`;
const project = { "specs/README.md": specs("refuses a second holder"), "src/lease.rs": source("lease.holder.is_some()") };
const lockOf = (cwd: string): string => readFileSync(join(cwd, "spec-anchors.lock"), "utf8");

/** Runs the command in this process, at a terminal where somebody gives these answers, and then leaves. */
async function answered(cwd: string, answers: readonly string[], args: readonly string[] = []): Promise<Ran & { readonly asked: number }> {
  let [stdout, stderr, asked] = ["", "", 0];
  const output = (write: (text: string) => void) => ({ write, isTerminal: false, columns: undefined });
  const code = await main({
    argv: ["review", ...args],
    cwd,
    env: environment,
    stdout: output((text) => {
      stdout += text;
    }),
    stderr: output((text) => {
      stderr += text;
    }),
    ask: async () => {
      asked += 1;
      return answers[asked - 1];
    },
  });
  return { code, stdout, stderr, asked };
}

describe("review where nobody can answer", () => {
  it("shows what was never reviewed, records nothing, and exits with 1", () => {
    const cwd = sandbox(project);
    const { code, stdout, stderr } = run(["review"], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toBe(`never reviewed NoDoubleGrant src/lease.rs:2 in grant
  row specs/README.md:3
      refuses a second holder
  code src/lease.rs:3
      if lease.holder.is_some() {
          return false;
      }

1 link: 0 as reviewed, 1 never reviewed
nothing was recorded: name the links that are right, or use --all
`);
    expect(existsSync(join(cwd, "spec-anchors.lock"))).toBe(false);
  });

  it("--all records all, with the commit where the file is committed; then nothing is left to do", () => {
    const cwd = repository(project);
    expect(run(["review", "--all"], { cwd }).code).toBe(0);
    expect(lockOf(cwd)).toContain(`commit = "${git(cwd, ["rev-parse", "HEAD"]).trim()}"`);
    expect(run(["review"], { cwd })).toEqual({ code: 0, stdout: "1 link: 1 as reviewed\n", stderr: "" });
    expect(run(["--require-review"], { cwd }).code).toBe(0);
    const lock = lockOf(cwd);
    commit(cwd);
    expect(run(["review", "--all"], { cwd }).code).toBe(0);
    expect(lockOf(cwd)).toBe(lock);
  });

  it("shows both sides of what changed, the code as git had it", () => {
    const cwd = repository(project);
    run(["review", "--all", "--note", "with  the\nmodel"], { cwd });
    commit(cwd);
    write(cwd, { "specs/README.md": specs("refuses while it runs"), "src/lease.rs": `\n${source("lease.ends > now")}` });
    commit(cwd);
    const { code, stdout } = run(["review"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toBe(`changed NoDoubleGrant src/lease.rs:3 in grant
  row specs/README.md:3 changed
    - refuses a second holder
    + refuses while it runs
  code src/lease.rs:4 changed
    - if lease.holder.is_some() {
    + if lease.ends > now {
          return false;
      }
  note: with the model

1 link: 0 as reviewed, 1 changed
nothing was recorded: name the links that are right, or use --all
`);
  });

  it("finds what was reviewed before it was committed", () => {
    const cwd = repository({ "README.md": "# Lease\n" });
    write(cwd, project);
    run(["review", "--all"], { cwd });
    expect(lockOf(cwd)).not.toContain("commit");
    commit(cwd);
    write(cwd, { "src/lease.rs": source("lease.ends > now") });
    commit(cwd);
    expect(run(["review"], { cwd }).stdout).toContain("    - if lease.holder.is_some() {\n    + if lease.ends > now {\n");
  });

  it("finds what was reviewed in a commit that is in no history of the file any more", () => {
    const cwd = repository(project);
    run(["review", "--all"], { cwd });
    write(cwd, { "src/lease.rs": source("lease.ends > now") });
    git(cwd, ["add", "-A"]);
    git(cwd, ["commit", "--amend", "--quiet", "--message", "another"]);
    expect(run(["review"], { cwd }).stdout).toContain("    - if lease.holder.is_some() {\n    + if lease.ends > now {\n");
  });

  it("says so where git has nothing", () => {
    const cwd = sandbox(project);
    run(["review", "--all"], { cwd });
    write(cwd, { "src/lease.rs": source("lease.ends > now") });
    const { code, stdout } = run(["review"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("  code src/lease.rs:3 changed; what was reviewed is not in git\n      if lease.ends > now {\n");
  });

  it("shows where the construct is that an anchor left, and what moved with its anchor", () => {
    const cwd = sandbox(project);
    run(["review", "--all"], { cwd });
    write(cwd, { "src/lease.rs": source("lease.holder.is_some()").replace("    if", "    lease.tries += 1;\n    if") });
    const left = run(["review"], { cwd });
    expect(left.code).toBe(1);
    expect(left.stdout).toContain("  reviewed was src/lease.rs:4, which is still there\n");
    expect(left.stdout).toContain("  the anchor now marks src/lease.rs:3\n      lease.tries += 1;\n");
    write(cwd, { "src/lease.rs": source("lease.holder.is_some()").replace("grant", "take") });
    const moved = run(["review"], { cwd });
    expect(moved.code).toBe(0);
    expect(moved.stdout).toContain("moved NoDoubleGrant src/lease.rs:2 in take: with its construct, from src/lease.rs in grant\n");
    expect(run([], { cwd }).stdout).toContain("1 reviewed construct moved together with its anchor\n");
  });

  it("records a name alone, keeps the other blocks, and drops what is gone", () => {
    const two = { ...project, "src/lease.rs": `${source("a")}\n// SPEC: Fair\nfn fair() {}\n` };
    const both = `${specs("why")}| \`Fair\` | \`src/lease.rs\` | in order |\n`;
    const cwd = sandbox({ ...two, "specs/README.md": both });
    const first = run(["review", "Fair", "--note", "ok"], { cwd });
    expect(first.code).toBe(0);
    expect(first.stdout).toContain("1 recorded in spec-anchors.lock\n");
    expect(lockOf(cwd).match(/^name = .*$/gm)).toEqual(['name = "Fair"']);
    expect(run(["review", "NoDoubleGrant"], { cwd }).code).toBe(0);
    expect(lockOf(cwd).match(/^(?:name|note) = .*$/gm)).toEqual(['name = "Fair"', 'note = "ok"', 'name = "NoDoubleGrant"']);
    write(cwd, { "specs/README.md": specs("why"), "src/lease.rs": source("a") });
    const gone = run(["review"], { cwd });
    expect(gone.code).toBe(0);
    expect(gone.stdout).toContain("gone Fair src/lease.rs in fair: neither its row nor its anchor is left\n");
    expect(lockOf(cwd)).toContain("Fair");
    expect(run(["review", "--all"], { cwd }).stdout).toContain("0 recorded in spec-anchors.lock, 1 dropped\n");
    expect(lockOf(cwd)).not.toContain("Fair");
  });

  it("drops what is gone only by its name or with all", () => {
    const cwd = sandbox({
      "specs/README.md": `${specs("why")}| \`Fair\` | \`src/lease.rs\` | in order |\n`,
      "src/lease.rs": `${source("a")}\n// SPEC: Fair\nfn fair() {}\n`,
    });
    run(["review", "--all"], { cwd });
    write(cwd, { "specs/README.md": specs("how"), "src/lease.rs": source("b") });
    expect(run([], { cwd }).stdout).toContain("1 reviewed link is gone (see spec-anchors review)\n");
    expect(run(["review", "NoDoubleGrant"], { cwd }).stdout).toContain("1 recorded in spec-anchors.lock\n");
    expect(lockOf(cwd)).toContain("Fair");
    expect(run(["review", "Fair"], { cwd }).stdout).toContain("0 recorded in spec-anchors.lock, 1 dropped\n");
    expect(lockOf(cwd)).not.toContain("Fair");
    expect(run([], { cwd }).stdout).not.toContain("gone");
  });

  it("says what is renamed on both sides, and records it under its new name with its note", () => {
    const cwd = sandbox(project);
    run(["review", "--all", "--note", "ok"], { cwd });
    const renamed = (text: string): string => text.replace("NoDoubleGrant", "OneHolder");
    write(cwd, { "specs/README.md": renamed(project["specs/README.md"]), "src/lease.rs": renamed(project["src/lease.rs"]) });
    const { code, stdout } = run(["review"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("renamed OneHolder src/lease.rs:2 in grant: its row and its anchor, from NoDoubleGrant\n");
    run(["review", "OneHolder"], { cwd });
    expect(lockOf(cwd).match(/^(?:name|note) = .*$/gm)).toEqual(['name = "OneHolder"', 'note = "ok"']);
  });

  it("takes the block that a merge left too many out with its link", () => {
    const cwd = sandbox(project);
    run(["review", "--all"], { cwd });
    const lock = lockOf(cwd);
    const block = lock.slice(lock.indexOf("\n[[link]]")).replace(/fingerprint = ".*"/, `fingerprint = "${"0".repeat(20)}"`);
    write(cwd, { "spec-anchors.lock": lock + block });
    const shown = run(["review"], { cwd });
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain("twice NoDoubleGrant src/lease.rs in grant: another block of the lock fits this link better\n");
    expect(run(["review", "NoDoubleGrant"], { cwd }).stdout).toContain("0 recorded in spec-anchors.lock, 1 dropped\n");
    expect(lockOf(cwd)).toBe(lock);
  });

  it("shows what several links of one file were, each as git had it when it was reviewed", () => {
    const file = (first: string, second: string): string => `${source(first)}\n// SPEC: Fair\nfn fair() { ${second} }\n`;
    const both = `${specs("why")}| \`Fair\` | \`src/lease.rs\` | in order |\n`;
    const cwd = repository({ "specs/README.md": both, "src/lease.rs": file("a", "one();") });
    run(["review", "NoDoubleGrant"], { cwd });
    write(cwd, { "src/lease.rs": file("a", "two();") });
    commit(cwd);
    run(["review", "Fair"], { cwd });
    write(cwd, { "src/lease.rs": file("b", "three();") });
    commit(cwd);
    const { stdout } = run(["review"], { cwd });
    expect(stdout).toContain("    - if a {\n    + if b {\n");
    expect(stdout).toContain("    - fn fair() { two(); }\n    + fn fair() { three(); }\n");
  });

  it.skipIf(process.platform === "win32")("keeps the mode of the lock", () => {
    const cwd = sandbox({ ...project, "spec-anchors.lock": "version = 1\n" });
    chmodSync(join(cwd, "spec-anchors.lock"), 0o664);
    run(["review", "--all"], { cwd });
    expect(statSync(join(cwd, "spec-anchors.lock")).mode & 0o777).toBe(0o664);
  });

  it("has nothing to do where there is no row, as a check", () => {
    const { code, stdout } = run(["review"], { cwd: sandbox({ "README.md": "# Lease\n" }) });
    expect(code).toBe(2);
    expect(stdout).toContain("nothing-checked");
  });

  it("does not let a file drive the terminal", () => {
    const cwd = sandbox({ ...project, "src/lease.rs": source('a("\u001b[2J\u202e")') });
    const { stdout } = run(["review"], { cwd });
    for (const sign of ["\u001b", "\u202e"]) expect(stdout).not.toContain(sign);
  });
});

describe("review at a terminal", () => {
  it.each([
    [["y"], 0, true],
    [["YES"], 0, true],
    [["n"], 1, false],
    [[""], 1, false],
    [["q"], 1, false],
    [[], 1, false],
  ])("with the answers %j", async (answers, code, recorded) => {
    const cwd = sandbox(project);
    const ran = await answered(cwd, answers);
    expect(ran).toMatchObject({ code, asked: 1, stderr: "" });
    expect(existsSync(join(cwd, "spec-anchors.lock"))).toBe(recorded);
  });

  it("asks nothing where the links are named, or all of them", async () => {
    expect(await answered(sandbox(project), [], ["--all"])).toMatchObject({ code: 0, asked: 0 });
    expect(await answered(sandbox(project), [], ["NoDoubleGrant"])).toMatchObject({ code: 0, asked: 0 });
  });
});

describe("review refuses", () => {
  it.each([
    [["NoDoubelGrant"], "There is no link `NoDoubelGrant`.", "Did you mean `NoDoubleGrant`?"],
    [["Nothing"], "There is no link `Nothing`.", "lists them"],
    [["--all", "NoDoubleGrant"], "`--all` is every link", "one of the two"],
    [["--format", "json"], "`--format` and `--output` are options of `spec-anchors check`.", "JSON"],
  ])("%j", (args, message, hint) => {
    const { code, stdout, stderr } = run(["review", ...args], { cwd: sandbox(project) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  it.each([["--rule", "missing-anchor=off"], ["--only", "missing-anchor"], ["--max-warnings", "1"], ["--quiet"], ["--require-review"]])(
    "%s, which is an option of a check",
    (...args) => {
      const { code, stdout, stderr } = run(["review", ...args], { cwd: sandbox(project) });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(`\`${args[0]}\` is an option of \`spec-anchors check\`.`);
    },
  );

  it("a name that cannot be compared, and says why", () => {
    const cwd = sandbox({ ...project, "src/lease.rs": source("lease.(") });
    const { code, stderr } = run(["review", "NoDoubleGrant"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("`NoDoubleGrant` cannot be reviewed: a syntax error is in what it marks.");
  });

  it("a check that requires review without looking at links", () => {
    const cwd = sandbox({ ...project, "spec-anchors.toml": '[rules]\nsuspect-link = "off"\n' });
    for (const args of [["--require-review"], ["--require-review", "--only", "missing-anchor"]])
      expect(run(args, { cwd })).toMatchObject({ code: 2, stdout: "" });
  });

  it("its options in a check", () => {
    for (const args of [["--all"], ["check", "--note", "x"]]) {
      const { code, stderr } = run(args, { cwd: sandbox(project) });
      expect({ code, stderr: stderr.split("\n")[0] }).toEqual({
        code: 2,
        stderr: "spec-anchors: `--all` and `--note` are options of `spec-anchors review`.",
      });
    }
  });

  it("to record over a broken lock, or while something cannot be read", () => {
    const conflict = "version = 1\n\n<<<<<<< HEAD\n";
    const cwd = sandbox({ ...project, "spec-anchors.lock": conflict });
    const broken = run(["review", "--all"], { cwd });
    expect(broken).toMatchObject({ code: 2, stderr: "" });
    expect(broken.stdout).toContain("spec-anchors.lock:3:1");
    expect(lockOf(cwd)).toBe(conflict);
    const unreadable = sandbox({ ...project, "specs/OLD.md": Buffer.from([0xff, 0xfe, 0x41]) });
    expect(run(["review", "--all"], { cwd: unreadable })).toMatchObject({ code: 2 });
    expect(existsSync(join(unreadable, "spec-anchors.lock"))).toBe(false);
    const config = run(["review"], { cwd: sandbox({ ...project, "spec-anchors.toml": "marker = 1\n" }) });
    expect(config).toMatchObject({ code: 2 });
    expect(config.stdout).toContain("spec-anchors.toml:1:");
  });

  it.skipIf(process.platform === "win32")("to write through a link out of the root", () => {
    const outside = sandbox({ lock: "" });
    const cwd = sandbox(project);
    symlinkSync(join(outside, "lock"), join(cwd, "spec-anchors.lock"));
    const { code, stderr } = run(["review", "--all"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("leads out of the root");
    expect(readFileSync(join(outside, "lock"), "utf8")).toBe("");
  });
});

describe("a broken lock in a check", () => {
  it.each(["pretty", "compact", "json", "github"])("is reported at its line with exit 2, in format %s", (format) => {
    const cwd = sandbox({ ...project, "spec-anchors.lock": 'version = 1\n\n[[link]]\nname = "A\n' });
    const { code, stdout, stderr } = run(["--format", format], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(stdout).toContain("unreadable");
    expect(stdout).toMatch(/spec-anchors\.lock:4:|"line": 4|line=4/);
  });
});
