import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.js";
import { sandbox } from "../git/sandbox.js";
import { copyOf, run } from "./run.js";

const said = (stdout: string) => ({ code: 0, stdout, stderr: "" });

describe("the texts that people see", () => {
  it("the report on the example, in full", async () => {
    const { stdout } = run([], { cwd: copyOf("example") });
    await expect(stdout).toMatchFileSnapshot("snapshots/example.pretty.txt");
  });

  it("the same for other programs", async () => {
    const cwd = copyOf("example");
    await expect(run(["--format", "compact"], { cwd }).stdout).toMatchFileSnapshot("snapshots/example.compact.txt");
    await expect(run(["--format", "github"], { cwd }).stdout).toMatchFileSnapshot("snapshots/example.github.txt");
    await expect(run(["--format", "json"], { cwd }).stdout.replace(cwd, "ROOT")).toMatchFileSnapshot("snapshots/example.json.txt");
  });

  it("--help, by every name it has, wherever it stands", async () => {
    const cwd = sandbox();
    const { stdout } = run(["--help"], { cwd });
    await expect(stdout).toMatchFileSnapshot("snapshots/help.txt");
    for (const args of [["-h"], ["help"], ["check", "--help"], ["explain", "-h"]]) expect(run(args, { cwd })).toEqual(said(stdout));
  });

  it("--version", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
    for (const option of ["--version", "-V"]) expect(run([option], { cwd: sandbox() })).toEqual(said(`${version}\n`));
  });

  it("--help names every option that there is", () => {
    const { stdout } = run(["--help"], { cwd: sandbox() });
    const options = [
      "format",
      "output",
      "rule",
      "only",
      "max-warnings",
      "quiet",
      "fix",
      "unsafe",
      "dry-run",
      "require-review",
      "all",
      "note",
      "missing",
      "config",
      "root",
      "no-color",
      "help",
      "version",
    ];
    expect(options.filter((option) => !stdout.includes(`--${option}`))).toEqual([]);
  });
});

describe("explain", () => {
  it("without a rule lists them all", () => {
    const { code, stdout, stderr } = run(["explain"], { cwd: sandbox() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n").map((line) => line.split(/\s+/).slice(0, 2))).toEqual([
      ...rules.map(({ id, severity }) => [id, severity]),
      [""],
    ]);
  });

  it.each(rules.map(({ id }) => id))("%s: its page, as it is", (id) => {
    const page = readFileSync(new URL(`../../src/rules/${id}.md`, import.meta.url), "utf8");
    expect(run(["explain", id], { cwd: sandbox() })).toEqual(said(page));
  });
});
