import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, linkSync, lstatSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { write } from "../git/sandbox.js";
import { bin, copyOf, environment, run } from "./run.js";

/** Every path below a folder. */
const everything = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

describe("standard output", () => {
  it.skipIf(!existsSync("/dev/full"))("on a full disk: exit 2, and why", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [bin, "check"], {
      cwd: copyOf("example"),
      env: environment,
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^spec-anchors: the report cannot be written: ENOSPC.*\n$/);
  });
});

describe("--output", () => {
  it.each(["pretty", "compact", "json", "github"])(
    "writes what standard output would have got, in format %s, and nothing there",
    (format) => {
      const cwd = copyOf("example");
      const expected = run(["--format", format], { cwd });
      const ran = run(["--format", format, "--output", "report.txt"], { cwd });
      expect(ran).toEqual({ code: 1, stdout: "", stderr: "" });
      expect(readFileSync(join(cwd, "report.txt"), "utf8")).toBe(expected.stdout);
    },
  );

  it("is relative to the working folder, makes its folders, and leaves nothing else behind", () => {
    const cwd = copyOf("example");
    const before = everything(cwd);
    expect(run(["--root", "..", "--output", "out/deep/report.txt"], { cwd: join(cwd, "src") }).code).toBe(1);
    expect(everything(cwd).filter((path) => !before.includes(path))).toEqual(["src/out", "src/out/deep", "src/out/deep/report.txt"]);
  });

  it("replaces a file as a whole: whoever reads the old one keeps it", () => {
    const cwd = copyOf("example", { "report.txt": "old" });
    linkSync(join(cwd, "report.txt"), join(cwd, "held.txt"));
    run(["--output", "report.txt"], { cwd });
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).toContain("4 errors");
    expect(readFileSync(join(cwd, "held.txt"), "utf8")).toBe("old");
  });

  it("has no colours, whoever asks for them", () => {
    const cwd = copyOf("example");
    run(["--output", "report.txt"], { cwd, env: { FORCE_COLOR: "1" } });
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).not.toContain("\u001b");
  });

  it.each([
    ["a folder", "src"],
    ["below a file", "Cargo.toml/report.txt"],
    ["below a file, deep", "Cargo.toml/a/b/report.txt"],
    ["nothing", ""],
  ])("%s cannot be written: exit 2, and no debris", (_, target) => {
    const cwd = copyOf("example");
    const before = everything(cwd);
    const { code, stdout, stderr } = run(["--output", target], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^spec-anchors: .*cannot be written/);
    expect(stderr).not.toMatch(/bug of spec-anchors|\n\s+at /);
    expect(everything(cwd)).toEqual(before);
    expect(statSync(join(cwd, "Cargo.toml")).isFile()).toBe(true);
  });

  it.skipIf(process.platform === "win32")(
    "writes into a pipe that stands there, as /dev/stdout is one, instead of replacing it",
    async () => {
      const cwd = copyOf("example");
      const pipe = join(cwd, "pipe");
      execFileSync("mkfifo", [pipe]);
      const reader = spawn("cat", [pipe]);
      let read = "";
      reader.stdout.on("data", (chunk: Buffer) => {
        read += chunk.toString();
      });
      const closed = new Promise((resolve) => reader.on("close", resolve));
      const writer = spawn(process.execPath, [bin, "--output", "pipe"], { cwd, env: environment, stdio: "ignore" });
      await new Promise((resolve) => writer.on("close", resolve));
      const kept = lstatSync(pipe).isFIFO();
      if (kept) await closed;
      else reader.kill();
      expect({ kept, read }).toEqual({ kept: true, read: expect.stringContaining("4 errors") });
    },
  );

  it("writes through a link to the file it leads to", () => {
    const cwd = copyOf("example");
    write(cwd, { "real/report.txt": "old" });
    execFileSync("ln", ["-s", "real/report.txt", join(cwd, "latest.txt")]);
    run(["--output", "latest.txt"], { cwd });
    expect(readFileSync(join(cwd, "real/report.txt"), "utf8")).toContain("4 errors");
  });
});
