import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { copyOf, run, runOnTerminal } from "./run.js";

const csi = "\u001b[";
const coloured = (text: string): boolean => text.includes(csi);

describe("on a terminal", () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>, boolean]>([
    ["by itself", [], {}, true],
    ["--no-color", ["--no-color"], {}, false],
    ["NO_COLOR", [], { NO_COLOR: "1" }, false],
    ["an empty NO_COLOR, which says nothing", [], { NO_COLOR: "" }, true],
    ["TERM=dumb", [], { TERM: "dumb" }, false],
    ["TERM=dumb and FORCE_COLOR", [], { TERM: "dumb", FORCE_COLOR: "1" }, true],
    ["NO_COLOR and FORCE_COLOR", [], { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    ["--no-color and FORCE_COLOR", ["--no-color"], { FORCE_COLOR: "1" }, false],
    ["FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, false],
  ])("%s", async (_, args, env, expected) => {
    const { stdout, stderr } = await runOnTerminal(args, { cwd: copyOf("example"), env });
    expect(stdout).toContain("4 errors");
    expect(coloured(stdout)).toBe(expected);
    expect(stderr).toBe("");
  });

  it.each(["compact", "json", "github"])("format %s, which programs read, has none", async (format) => {
    const { stdout } = await runOnTerminal(["--format", format], { cwd: copyOf("example"), env: { FORCE_COLOR: "1" } });
    expect(coloured(stdout)).toBe(false);
  });

  it("colours are all that differs", async () => {
    const cwd = copyOf("example");
    const [plain, shown] = [await runOnTerminal(["--no-color"], { cwd }), await runOnTerminal([], { cwd })];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out.
    expect(shown.stdout.replace(/\u001b\[[\d;]*m/g, "")).toBe(plain.stdout);
  });

  it("the page of a rule has them too", async () => {
    const cwd = copyOf("example");
    const page = readFileSync(new URL("../../src/rules/missing-anchor.md", import.meta.url), "utf8");
    expect(coloured((await runOnTerminal(["explain", "missing-anchor"], { cwd })).stdout)).toBe(true);
    expect((await runOnTerminal(["explain", "missing-anchor", "--no-color"], { cwd })).stdout).toBe(page);
  });
});

describe("the process", () => {
  /** Makes standard output say of itself that it is a terminal, before the command looks. */
  const pretend = "data:text/javascript,process.stdout.isTTY = true; process.stdout.columns = 60;";

  it("has no colours in a pipe, unless FORCE_COLOR asks", () => {
    const cwd = copyOf("example");
    expect(coloured(run([], { cwd }).stdout)).toBe(false);
    expect(coloured(run([], { cwd, env: { FORCE_COLOR: "1" } }).stdout)).toBe(true);
    expect(coloured(run([], { cwd, env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).stdout)).toBe(false);
  });

  it("passes on that its output is a terminal, and how wide", () => {
    const cwd = copyOf("example");
    const terminal = run(["--no-color"], { cwd, node: ["--import", pretend] }).stdout;
    expect(coloured(run([], { cwd, node: ["--import", pretend] }).stdout)).toBe(true);
    expect(terminal).not.toBe(run(["--no-color"], { cwd }).stdout);
  });
});
