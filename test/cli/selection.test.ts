import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { git, sandbox, write } from "../git/sandbox.js";
import { fixture } from "../laws/workspaces.js";
import { copyOf, lonelyRow, run } from "./run.js";

function report(args: readonly string[], cwd: string): Report {
  return JSON.parse(run(["--format", "json", ...args], { cwd }).stdout) as Report;
}

const rulesOf = (args: readonly string[], cwd: string): readonly string[] => report(args, cwd).diagnostics.map(({ rule }) => rule);

const all = ["missing-anchor", "dangling-anchor", "malformed-anchor", "undeclared-anchor"];

describe("PATH limits what is reported, never what is read", () => {
  it.each([
    // A row that lost its anchor concerns the file it declares, though it has no place there.
    [["src/lib.rs"], all.slice(0, 2)],
    [["./src//lib.rs"], all.slice(0, 2)],
    [["src/replay.rs"], ["malformed-anchor", "undeclared-anchor"]],
    [["src/"], all],
    [["src/lib.rs", "src/replay.rs"], all],
    // The row of a finding in a source is a place of it too.
    [["specs/README.md"], all.slice(0, 3)],
    [["."], all],
    [["specs/Wal.tla"], []],
  ])("%j", (paths, expected) => {
    const cwd = copyOf("example");
    const { diagnostics, summary } = report(["check", ...paths], cwd);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(expected);
    expect(summary).toMatchObject({ rows: 7, anchors: 6, sources: 2, errors: expected.length });
    expect(run(["check", ...paths], { cwd }).code).toBe(expected.length === 0 ? 0 : 1);
  });

  it("a PATH is no prefix: beside `src/lib.rs` there may be `src/lib`", () => {
    expect(rulesOf(["check", "src/lib"], copyOf("example", { "src/lib": "" }))).toEqual([]);
  });

  it("an absolute PATH is one under the root", () => {
    const cwd = copyOf("example");
    expect(rulesOf(["check", `${cwd}/src/lib.rs`], cwd)).toEqual(["missing-anchor", "dangling-anchor"]);
  });

  it("a document named there is read as one, though discovery would pass it over", () => {
    const cwd = sandbox({ ...lonelyRow, "notes/CHANGELOG.md": lonelyRow["specs/README.md"]?.replace("LeaseEnds", "LeaseOld") ?? "" });
    expect(report([], cwd).summary.documents).toBe(1);
    expect(report(["notes/CHANGELOG.md"], cwd)).toMatchObject({ summary: { documents: 2 }, diagnostics: [{ name: "LeaseOld" }] });
  });
});

describe("rules and severities", () => {
  it("--rule switches one off, and says another's level; repeated", () => {
    const { diagnostics } = report(["--rule", "dangling-anchor=off", "--rule", "missing-anchor=warn"], copyOf("example"));
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "warning missing-anchor",
      "error malformed-anchor",
      "error undeclared-anchor",
    ]);
  });

  it("the command line beats the configuration", () => {
    const cwd = copyOf("example", { "spec-anchors.toml": '[rules]\nmissing-anchor = "off"\n' });
    expect(rulesOf([], cwd)).toEqual(all.slice(1));
    expect(rulesOf(["--rule", "missing-anchor=error"], cwd)).toEqual(all);
  });

  it("--only runs the named rules; repeated or in a list", () => {
    const cwd = copyOf("example");
    expect(rulesOf(["--only", "missing-anchor"], cwd)).toEqual(["missing-anchor"]);
    const two = ["missing-anchor", "dangling-anchor"];
    expect(rulesOf(["--only", "dangling-anchor", "--only", "missing-anchor"], cwd)).toEqual(two);
    expect(rulesOf(["--only", "dangling-anchor,missing-anchor"], cwd)).toEqual(two);
    expect(run(["--only", "wrong-file"], { cwd }).code).toBe(0);
  });

  it("--quiet shows errors only, says what it hides, and does not change the exit code", () => {
    const cwd = copyOf("example");
    const args = ["--rule", "missing-anchor=warn", "--max-warnings", "0", "--rule", "dangling-anchor=off"];
    const quiet = run([...args, "--quiet"], { cwd });
    expect(quiet.stdout).not.toContain("missing-anchor");
    expect(quiet.stdout).toContain("error[malformed-anchor]");
    expect(quiet.stdout).toContain("1 warning not shown (--quiet)");
    expect(quiet.code).toBe(run(args, { cwd }).code);
  });
});

describe("the root", () => {
  it("is git's top level, from however deep in it; paths are said from there", () => {
    const root = copyOf("example", { "src/deep/er/keep.txt": "" });
    git(root, ["init", "-q"]);
    const cwd = `${root}/src/deep/er`;
    expect(run([], { cwd })).toEqual(run([], { cwd: root }));
    expect(run(["check", "../../lib.rs"], { cwd })).toEqual(run(["check", "src/lib.rs"], { cwd: root }));
  });

  it("is the folder of the nearest spec-anchors.toml, before git's", () => {
    const root = sandbox(lonelyRow);
    git(root, ["init", "-q"]);
    write(`${root}/crates/wal`, { ...fixture("example"), "spec-anchors.toml": "" });
    expect(report([], `${root}/crates/wal/src`)).toMatchObject({ root: `${root}/crates/wal`, summary: { rows: 7 } });
  });

  it("is what --root says, relative to the working folder, and --config may lie elsewhere", () => {
    const outer = sandbox({ "settings/mine.toml": '[rules]\nmissing-anchor = "off"\n' });
    write(`${outer}/wal`, fixture("example"));
    expect(rulesOf(["--root", "wal"], outer)).toEqual(all);
    expect(rulesOf(["--root", "wal", "--config", "settings/mine.toml"], outer)).toEqual(all.slice(1));
    expect(rulesOf(["--root", "../wal"], `${outer}/settings`)).toEqual(all);
  });

  it("may hold spaces and letters of all kinds, in its own path and in its files'", () => {
    const files = Object.entries(fixture("example")).map(([path, text]) => [
      path.replace("src/replay", "src/zurückspielen_仓库"),
      text.replaceAll("src/replay.rs", "src/zurückspielen_仓库.rs"),
    ]);
    const root = sandbox();
    const inner = `${root}/Meine Größe 😀/it's a "repo"`;
    write(inner, Object.fromEntries(files));
    git(inner, ["init", "-q"]);
    const { root: said, diagnostics } = report([], inner);
    expect(said).toBe(inner);
    expect(diagnostics.map(({ rule, path }) => [rule, path])).toEqual([
      ["missing-anchor", "specs/README.md"],
      ["dangling-anchor", "src/lib.rs"],
      ["malformed-anchor", "src/zurückspielen_仓库.rs"],
      ["undeclared-anchor", "src/zurückspielen_仓库.rs"],
    ]);
    expect(rulesOf(["check", "src/zurückspielen_仓库.rs"], inner)).toEqual(["malformed-anchor", "undeclared-anchor"]);
  });
});
