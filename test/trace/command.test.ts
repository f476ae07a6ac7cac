import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Matrix } from "../../src/model/trace.js";
import { run, runOnTerminal } from "../cli/run.js";
import { sandbox } from "../git/sandbox.js";
import { lease } from "./lease.js";

const titles = (stdout: string): readonly string[] => (JSON.parse(stdout) as Matrix).names.map(({ title }) => title);

describe("exit 0, whatever is missing", () => {
  it.each([["text"], ["json"], ["markdown"], ["html"]])("%s", (format) => {
    const { code, stdout, stderr } = run(["trace", "--format", format], { cwd: sandbox(lease) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("NoDoubleGrant");
  });

  it("text is the usual format, without colours in a pipe", () => {
    const cwd = sandbox(lease);
    const { stdout } = run(["trace"], { cwd });
    expect(stdout).toBe(run(["trace", "--format", "text"], { cwd }).stdout);
    expect(stdout).not.toContain("\x1b");
    expect(stdout).toMatch(/^NoDoubleGrant\n {2}defined {2}specs\/Lease\.tla:6 operator\n/);
  });

  it("a terminal has colours, and no line that is too wide for it", async () => {
    const { code, stdout } = await runOnTerminal(["trace"], { cwd: sandbox(lease) });
    expect(code).toBe(0);
    expect(stdout).toContain("\x1b[");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what the terminal obeys is what is looked for
    expect(Math.max(...stdout.split("\n").map((line) => line.replace(/\x1b\[\d+m/g, "").length))).toBeLessThanOrEqual(100);
    expect((await runOnTerminal(["trace", "--no-color"], { cwd: sandbox(lease) })).stdout).not.toContain("\x1b[");
  });

  it("names, and only what is missing", () => {
    const cwd = sandbox(lease);
    expect(titles(run(["trace", "--format", "json", "TypeOK", "Stray"], { cwd }).stdout)).toEqual([
      "Lease!TypeOK",
      "Ticket!TypeOK",
      "Stray",
    ]);
    expect(titles(run(["trace", "--format", "json", "--missing", "Stray", "NoDoubleGrant"], { cwd }).stdout)).toEqual(["Stray"]);
    const none = run(["trace", "--missing", "NoDoubleGrant"], { cwd });
    expect(none).toMatchObject({ code: 0, stderr: "" });
    expect(none.stdout).toMatch(/^shown: 0 of 14 names, 7 of them with something missing\n/);
  });

  it("--output writes the file, with links from its folder", () => {
    const cwd = sandbox(lease);
    expect(run(["trace", "--format", "markdown", "--output", "docs/audit/matrix.md"], { cwd })).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(readFileSync(join(cwd, "docs/audit/matrix.md"), "utf8")).toContain("](../../specs/Lease.tla#L6)");
    run(["trace", "--format", "html", "--output", "matrix.html"], { cwd });
    expect(readFileSync(join(cwd, "matrix.html"), "utf8")).toContain('href="specs/Lease.tla#L6"');
  });

  it("--root and --config, as in a check", () => {
    const cwd = sandbox({ ...lease, "other.toml": 'exclude = ["specs/Ticket.*"]\n' });
    expect(titles(run(["trace", "--format", "json", "--root", cwd], { cwd: sandbox() }).stdout)).toHaveLength(14);
    expect(titles(run(["trace", "--format", "json", "--config", "other.toml"], { cwd }).stdout)).toContain("TypeOK");
  });
});

describe("exit 2", () => {
  it.each([
    [["trace", "LeaseEnd"], "There is no name `LeaseEnd`.", "Did you mean `LeaseEnds`?"],
    [["trace", "--format", "pretty"], "There is no format `pretty`.", "`text`, `json`, `markdown`, `html`"],
    [["trace", "--format", "htm"], "There is no format `htm`.", "Did you mean `html`?"],
    [["trace", "--mising"], "There is no option `--mising`.", "Did you mean `--missing`?"],
    [["trace", "--fix"], "`--fix` is an option of `spec-anchors check`.", "judges"],
    [["trace", "--only", "missing-anchor"], "`--only` is an option of `spec-anchors check`.", "judges"],
    [["trace", "--quiet"], "`--quiet` is an option of `spec-anchors check`.", "judges"],
    [["trace", "--require-review"], "`--require-review` is an option of `spec-anchors check`.", "judges"],
    [["trace", "--max-warnings", "1"], "`--max-warnings` is an option of `spec-anchors check`.", "judges"],
    [["trace", "--rule", "missing-anchor=off"], "`--rule` is an option of `spec-anchors check`.", "judges"],
    [["trace", "--all"], "`--all` and `--note` are options of `spec-anchors review`.", "records"],
    [["check", "--missing"], "`--missing` is an option of `spec-anchors trace`.", ""],
    [["review", "--missing"], "`--missing` is an option of `spec-anchors trace`.", ""],
    [["--format", "html"], "There is no format `html`.", "`pretty`"],
    [["trace", "--root", "nowhere"], "The root `nowhere` does not exist.", "--root"],
  ])("%j", (args, message, hint) => {
    const { code, stdout, stderr } = run(args, { cwd: sandbox(lease) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/bug of spec-anchors|\n\s+at /);
  });

  it("a broken configuration is reported where it is broken, and no file is written", () => {
    const cwd = sandbox({ ...lease, "spec-anchors.toml": '\nmarker = "SPEC\n' });
    const { code, stdout, stderr } = run(["trace", "--format", "json", "--output", "matrix.json"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("spec-anchors.toml:2:");
    expect(existsSync(join(cwd, "matrix.json"))).toBe(false);
  });

  it("nothing to trace", () => {
    const { code, stdout, stderr } = run(["trace"], { cwd: sandbox({ "README.md": "# Nothing\n" }) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("there is no document");
  });
});

it("the parts that only the matrix needs are files of their own", () => {
  const dist = new URL("../../dist/", import.meta.url);
  const cli = readFileSync(new URL("cli.cjs", dist), "utf8");
  expect(readFileSync(new URL("trace-formats.cjs", dist), "utf8")).toContain("Each name from its definition");
  expect(readFileSync(new URL("trace-matrix.cjs", dist), "utf8")).toContain("anchor on inactive code");
  expect(cli).not.toContain("Each name from its definition");
  expect(cli).not.toContain("anchor on inactive code");
});
