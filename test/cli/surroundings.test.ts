import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commit, git, repository, sandbox, write } from "../git/sandbox.js";
import { fixture } from "../laws/workspaces.js";
import { bin, copyOf, environment, run } from "./run.js";

/** A document with so many findings that no pipe holds the report. */
function longReport(): string {
  const rows = Array.from({ length: 1500 }, (_, at) => `| \`Lease${at}Ends\` | \`src/lease.rs\` | it is so, number ${at} |`);
  return sandbox({
    "specs/README.md": `| Invariant | Anchor site | How |\n| --- | --- | --- |\n${rows.join("\n")}\n`,
    "src/lease.rs": "fn a() {}\n",
  });
}

/** Runs a line of shell in which `$SPEC_ANCHORS` is the command. */
function shell(line: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-o", "pipefail", "-c", line], {
    cwd,
    env: { ...environment, NODE: process.execPath, BIN: bin },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

describe.skipIf(process.platform === "win32")("in a pipeline", () => {
  it.each(["pretty", "compact", "json", "github"])("a reader that closes the pipe early is no fault, in format %s", (format) => {
    const { stdout, stderr } = shell(`"$NODE" "$BIN" --format ${format} | head -1`, longReport());
    expect(stdout.split("\n")).toHaveLength(2);
    expect(stderr).toBe("");
  });

  it("a reader that takes its time gets all of it, and the exit code stays", () => {
    const { status, stdout, stderr } = shell('"$NODE" "$BIN" --format compact | { sleep 0.5; cat; }', longReport());
    expect({ lines: stdout.split("\n").length, stderr, status }).toEqual({ lines: 1501, stderr: "", status: 1 });
  });

  it("standard error that is closed is no fault either", () => {
    const { stdout, status } = shell('"$NODE" "$BIN" --format compact --rule missing-anchor=warn --max-warnings 0 2>&-', copyOf("example"));
    expect(status).toBe(1);
    expect(stdout).toContain("missing-anchor");
  });
});

describe("called by git", () => {
  const ignoring = { ".gitignore": "old/\n", "old/specs/README.md": "| Invariant | Anchor site |\n| --- | --- |\n| `A` | `x.rs` |\n" };

  it("variables that hooks set for another repository change nothing", () => {
    const cwd = repository({ ...fixture("example"), ...ignoring });
    const other = repository({ "a.rs": "" });
    const env = { GIT_DIR: `${other}/.git`, GIT_WORK_TREE: other, GIT_INDEX_FILE: `${other}/.git/index`, GIT_PREFIX: "x/" };
    expect(run([], { cwd }).stdout).toContain("7 rows in 1 document");
    expect(run([], { cwd, env })).toEqual(run([], { cwd }));
  });

  it.skipIf(process.platform === "win32")(
    "a pre-commit hook stops a commit that breaks a row, in a linked worktree too, and lets a good one pass",
    () => {
      const main = repository({ "wal/Cargo.toml": "" });
      write(`${main}/wal`, { ...fixture("checkpointing"), ...ignoring });
      commit(main);
      const root = join(sandbox(), "linked tree");
      git(main, ["worktree", "add", "-q", "-b", "linked", root]);
      const hook = join(main, ".git/hooks/pre-commit");
      const log = join(sandbox(), "log");
      write(main, {
        ".git/hooks/pre-commit": `#!/bin/sh\nexec '${process.execPath}' '${bin}' --root wal --format compact > '${log}' 2>&1\n`,
      });
      chmodSync(hook, 0o755);
      for (const folder of [main, root]) {
        const source = join(folder, "wal/src/checkpoint.rs");
        const good = readFileSync(source, "utf8");
        write(folder, { "wal/src/checkpoint.rs": good.replace("SPEC: SlotCeiling", "note:") });
        expect(() => git(folder, ["commit", "-q", "-a", "-m", "bad"]), folder).toThrow();
        expect(readFileSync(log, "utf8"), folder).toMatch(/^specs\/README\.md:\d+:3: error missing-anchor: .*SlotCeiling.*\n$/);
        write(folder, { "wal/src/checkpoint.rs": `${good}\n` });
        expect(() => git(folder, ["commit", "-q", "-a", "-m", "good"]), folder).not.toThrow();
        expect(readFileSync(log, "utf8"), folder).toBe("");
      }
    },
  );
});
