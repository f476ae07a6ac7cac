import { describe, expect, it } from "vitest";
import { sandbox } from "../git/sandbox.js";
import { copyOf, lonelyRow, run } from "./run.js";

const formats = ["pretty", "compact", "json", "github"];

describe("exit 0", () => {
  it("nothing is wrong", () => {
    const ran = run([], { cwd: copyOf("checkpointing") });
    expect(ran).toEqual({
      code: 0,
      stdout: "no problems\n21 rows in 1 document, 21 anchors in 3 files, 133 definitions\n",
      stderr: "",
    });
  });

  it("`check` is the default command", () => {
    const cwd = copyOf("example");
    expect(run(["check"], { cwd })).toEqual(run([], { cwd }));
  });

  it("warnings alone, however many", () => {
    const { code, stdout, stderr } = run(["--rule", "missing-anchor=warn", "--format", "compact"], { cwd: sandbox(lonelyRow) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^specs\/README\.md:3:3: warning missing-anchor: /);
  });
});

describe("exit 1", () => {
  it.each(formats)("an error, in format %s", (format) => {
    expect(run(["--format", format], { cwd: copyOf("example") })).toMatchObject({ code: 1, stderr: "" });
  });

  it("more warnings than --max-warnings, which says so, and not one fewer", () => {
    const cwd = sandbox(lonelyRow);
    const warn = ["--rule", "missing-anchor=warn", "--max-warnings"];
    const tooMany = run([...warn, "0"], { cwd });
    expect(tooMany.code).toBe(1);
    expect(tooMany.stderr).toContain("--max-warnings 0");
    expect(tooMany.stdout).toContain("1 warning\n");
    expect(run([...warn, "1"], { cwd })).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("exit 2", () => {
  it.each(formats)("nothing was checked, in format %s", (format) => {
    const { code, stdout, stderr } = run(["--format", format], { cwd: sandbox({ "README.md": "# Nothing\n" }) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(stdout).toContain("nothing-checked");
    expect(stdout).toContain("Nothing was checked: there is no document");
  });

  it("a document is not UTF-8, and what else was found is still said", () => {
    const broken = Buffer.concat([Buffer.from("# Specs\n"), Buffer.from([0xff, 0xfe, 0x41])]);
    const { code, stdout, stderr } = run(["--format", "compact"], { cwd: sandbox({ ...lonelyRow, "specs/OLD.md": broken }) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(stdout).toMatch(/^specs\/OLD\.md:1:1: error unreadable: .*UTF-8.*\nspecs\/README\.md:3:3: error missing-anchor: .*\n$/);
  });

  it.each(formats)("the configuration is broken, in format %s", (format) => {
    const { code, stdout, stderr } = run(["--format", format], { cwd: copyOf("example", { "spec-anchors.toml": '\nmarker = "SPEC\n' }) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(stdout).toContain("spec-anchors.toml");
    expect(stdout).toContain("unreadable");
    expect(stdout).toMatch(/spec-anchors\.toml:2:|"line": 2|line=2/);
  });

  it("each fault of a configuration is said once, with its place", () => {
    const toml = '[rules]\nmissing-anchors = "off"\nnothing-checked = "off"\n';
    const { code, stdout } = run(["--format", "compact"], { cwd: copyOf("example", { "spec-anchors.toml": toml }) });
    expect(code).toBe(2);
    expect(stdout.split("\n").map((line) => line.replace(/(unreadable: ).*/, "$1"))).toEqual([
      "spec-anchors.toml:2:1: error unreadable: ",
      expect.stringMatching(/^spec-anchors\.toml:3:\d+: error unreadable: $/),
      "",
    ]);
  });

  it.each(["off", "warn"])("`--rule nothing-checked=%s` is refused: a check of nothing must not pass", (level) => {
    const { code, stdout, stderr } = run(["--rule", `nothing-checked=${level}`], { cwd: sandbox() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("`nothing-checked` is always an error");
  });

  it("is not avoided by --only or --max-warnings", () => {
    expect(run(["--only", "missing-anchor", "--max-warnings", "9"], { cwd: sandbox() }).code).toBe(2);
  });
});
