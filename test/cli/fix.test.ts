import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { asOrdinaryUser, cleanEnvironment, sandbox } from "../git/sandbox.js";
import { copyOf, run, runOnTerminal } from "./run.js";

/** A marker that is mended safely, and an anchor on the wrong function, which is moved with `--unsafe`. */
const mendable: Readonly<Record<string, string>> = {
  "specs/README.md": [
    "| Invariant | Anchor site | How |",
    "| --- | --- | --- |",
    "| `NoDoubleGrant` | `src/lease.rs` | `grant` refuses while `holder.is_some()` |",
    "| `Ordered` | `src/queue.rs` | `push` keeps `items` sorted |",
    "",
  ].join("\n"),
  "src/lease.rs": [
    "impl Lease {",
    "    // SPEC: NoDoubleGrant — one holder at a time",
    "    // and never two",
    "    pub fn expire(&mut self, now: u64) {",
    "        if now > self.expires {",
    "            self.holder = None;",
    "        }",
    "    }",
    "",
    "    pub fn grant(&mut self, to: u64) -> Result<(), Busy> {",
    "        if self.holder.is_some() {",
    "            return Err(Busy);",
    "        }",
    "        self.holder = Some(to);",
    "        Ok(())",
    "    }",
    "",
    "    pub fn renew(&mut self, until: u64) {",
    "        self.expires = self.expires.max(until);",
    "    }",
    "",
    "    pub fn left(&self, now: u64) -> u64 {",
    "        self.expires.saturating_sub(now)",
    "    }",
    "",
    "    pub fn generation(&self) -> u64 {",
    "        self.generation",
    "    }",
    "}",
    "",
  ].join("\n"),
  "src/queue.rs": "// spec:Ordered — é😀\nfn push(items: &mut Vec<u64>, item: u64) {\n    items.push(item);\n    items.sort();\n}\n",
};
const queue = mendable["src/queue.rs"]?.replace("spec:Ordered", "SPEC: Ordered") ?? "";
const lease = "    // SPEC: NoDoubleGrant — one holder at a time\n    // and never two\n";
const inside = lease.replaceAll("    //", "        //");
const moved = mendable["src/lease.rs"]?.replace(lease, "").replace("        if self.holder", `${inside}        if self.holder`) ?? "";

const textsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => lstatSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
const summaryIn = (text: string): Report["summary"] => (JSON.parse(text) as Report).summary;

describe("without --fix", () => {
  it("nothing is changed, and the closing line says what could be", () => {
    const cwd = sandbox(mendable);
    expect(run([], { cwd }).stdout).toContain("1 error, 1 warning, 1 fixable with --fix, 1 more fixable with --fix --unsafe\n");
    expect(run(["--only", "misplaced-anchor"], { cwd }).stdout).toContain("1 warning, 1 fixable with --fix --unsafe\n");
    expect(summaryIn(run(["--format", "json"], { cwd }).stdout)).not.toHaveProperty("fixed");
    expect(textsIn(cwd)).toEqual(mendable);
  });
});

describe("--fix", () => {
  it("makes the safe fixes, and reports what is left", () => {
    const cwd = sandbox(mendable);
    const { code, stdout, stderr } = run(["--fix"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^warning\[misplaced-anchor\]/);
    expect(stdout).toContain("1 warning, fixed 1 (1 file), 1 fixable with --fix --unsafe\n2 rows in 1 document, 2 anchors in 2 files\n");
    expect(textsIn(cwd)).toEqual({ ...mendable, "src/queue.rs": queue });
    expect(run(["--fix"], { cwd }).stdout).toContain("1 warning, fixed nothing, 1 fixable with --fix --unsafe\n");
    expect(textsIn(cwd)).toEqual({ ...mendable, "src/queue.rs": queue });
  });

  it("--unsafe: makes the others too", () => {
    const cwd = sandbox(mendable);
    const { code, stdout, stderr } = run(["--fix", "--unsafe"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^no problems, fixed 2 \(2 files\)\n2 rows in 1 document, 2 anchors in 2 files\n/);
    expect(textsIn(cwd)).toEqual({ ...mendable, "src/queue.rs": queue, "src/lease.rs": moved });
  });

  it("mends what a repair brings to light, and keeps a second byte order mark, which is text", () => {
    const deviating = mendable["src/lease.rs"]?.replace("SPEC: NoD", "spec:NoD") ?? "";
    const cwd = sandbox({ ...mendable, "src/lease.rs": `\uFEFF\uFEFF${deviating}` });
    expect(run(["--fix", "--unsafe"], { cwd }).stdout).toMatch(/^no problems, fixed 3 \(2 files\)\n/);
    expect(textsIn(cwd)["src/lease.rs"]).toBe(`\uFEFF\uFEFF${moved}`);
  });

  it.each([
    ["compact", /^fixed 2 \(2 files\)\n$/],
    ["github", /^no problems, fixed 2 \(2 files\)\n.*\n$/],
    ["json", /"fixed": 2\n/],
  ])("says so in format %s", (format, said) => {
    const { code, stdout, stderr } = run(["--fix", "--unsafe", "--format", format], { cwd: sandbox(mendable) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(said);
  });

  it("exits as what is left asks for", () => {
    expect(run(["--fix"], { cwd: copyOf("example") })).toMatchObject({ code: 1, stderr: "" });
    expect(run(["--fix", "--max-warnings", "0"], { cwd: sandbox(mendable) }).code).toBe(1);
    expect(run(["--fix", "--unsafe", "--max-warnings", "0"], { cwd: sandbox(mendable) }).code).toBe(0);
    expect(run(["--fix"], { cwd: sandbox({ "README.md": "# Nothing\n" }) }).code).toBe(2);
    const broken = { ...mendable, "spec-anchors.toml": "marker = \n" };
    const cwd = sandbox(broken);
    expect(run(["--fix"], { cwd }).code).toBe(2);
    expect(textsIn(cwd)).toEqual(broken);
  });

  it.each([
    [["--only", "wrong-file"], {}],
    [["--rule", "malformed-anchor=off"], {}],
    [["src/lease.rs"], {}],
    [[], { "spec-anchors.toml": '[rules]\nmalformed-anchor = "off"\n' }],
    [[], { "src/queue.rs": `// spec-anchors-ignore malformed-anchor: on purpose\n${mendable["src/queue.rs"]}` }],
  ])("mends nothing that is not reported: %j %j", (args, more) => {
    const files = { ...mendable, ...more };
    const cwd = sandbox(files);
    expect(run(["check", "--fix", ...args], { cwd }).stdout).toContain("fixed nothing");
    expect(textsIn(cwd)).toEqual(files);
  });

  describe("keeps line ends, byte order mark, a missing last line end and the mode", () => {
    const foreign = (text: string | undefined): string => `\uFEFF${(text ?? "").replaceAll("\n", "\r\n").trimEnd()}`;
    const files = Object.fromEntries(Object.entries(mendable).map(([path, text]) => [path, foreign(text)]));

    it("where a word is replaced", () => {
      const cwd = sandbox(files);
      chmodSync(join(cwd, "src/queue.rs"), 0o750);
      expect(run(["--fix"], { cwd }).stdout).toContain("fixed 1 (1 file)");
      expect(textsIn(cwd)).toEqual({ ...files, "src/queue.rs": foreign(queue) });
      if (process.platform !== "win32") expect(statSync(join(cwd, "src/queue.rs")).mode & 0o777).toBe(0o750);
    });

    it("where a comment is moved", () => {
      const cwd = sandbox(files);
      expect(run(["--fix", "--unsafe"], { cwd }).stdout).toContain("fixed 2 (2 files)");
      expect(textsIn(cwd)).toEqual({ ...files, "src/lease.rs": foreign(moved), "src/queue.rs": foreign(queue) });
    });
  });

  it.skipIf(process.platform === "win32")("writes through a link that stays inside, and never through one that leads out", () => {
    const cwd = sandbox(mendable);
    const outside = sandbox();
    renameSync(join(cwd, "src/queue.rs"), join(cwd, "src/real.rs"));
    symlinkSync("real.rs", join(cwd, "src/queue.rs"));
    expect(run(["--fix"], { cwd }).stdout).toContain("fixed 1 (1 file)");
    expect(readFileSync(join(cwd, "src/real.rs"), "utf8")).toBe(queue);
    expect(lstatSync(join(cwd, "src/queue.rs")).isSymbolicLink()).toBe(true);

    renameSync(join(cwd, "src/lease.rs"), join(outside, "lease.rs"));
    symlinkSync(join(outside, "lease.rs"), join(cwd, "src/lease.rs"));
    expect(run(["--fix", "--unsafe"], { cwd }).stdout).toContain("fixed nothing");
    expect(textsIn(outside)).toEqual({ "lease.rs": mendable["src/lease.rs"] });
  });

  it.skipIf(process.platform === "win32")("leaves a file that may not be written, says so, and mends the others", async () => {
    const cwd = sandbox(mendable);
    chmodSync(join(cwd, "src/queue.rs"), 0o444);
    const { code, stdout, stderr } = await asOrdinaryUser(cwd, () => runOnTerminal(["--fix", "--unsafe", "--no-color"], { cwd }));
    expect({ code, stderr }).toEqual({ code: 1, stderr: "spec-anchors: `src/queue.rs` is not fixed: it cannot be written (EACCES)\n" });
    expect(stdout).toContain("1 error, fixed 1 (1 file)\n");
    expect(textsIn(cwd)).toEqual({ ...mendable, "src/lease.rs": moved });
  });
});

describe("--fix --dry-run", () => {
  it("writes nothing, and shows what would change before the report on what is there", () => {
    const cwd = sandbox(mendable);
    const { code, stdout, stderr } = run(["--fix", "--dry-run"], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatch(
      /^--- a\/src\/queue\.rs\n\+\+\+ b\/src\/queue\.rs\n@@ -1,4 \+1,4 @@\n-\/\/ spec:Ordered — é😀\n\+\/\/ SPEC: Ordered — é😀\n /,
    );
    expect(stdout).toContain("\n\nwarning[misplaced-anchor]");
    expect(stdout).toContain("1 error, 1 warning, would fix 1 (1 file), 1 fixable with --fix --unsafe\n");
    expect(textsIn(cwd)).toEqual(mendable);
  });

  it.each(["pretty", "compact"])("in format %s other programs read it, whatever the files are like", (format) => {
    const files = Object.entries(mendable).map(([path, text]) => [
      path.replace("queue", "my queue"),
      `\uFEFF${text.replaceAll("src/queue", "src/my queue").replaceAll("\n", "\r\n").trimEnd()}`,
    ]);
    const [applied, expected] = [sandbox(Object.fromEntries(files)), sandbox(Object.fromEntries(files))];
    const { stdout } = run(["--fix", "--unsafe", "--dry-run", "--format", format], { cwd: applied, env: { FORCE_COLOR: "1" } });
    execFileSync("git", ["apply", "-p1"], { cwd: applied, input: stdout, env: cleanEnvironment, stdio: "pipe" });
    run(["--fix", "--unsafe"], { cwd: expected });
    expect(textsIn(applied)).toEqual(textsIn(expected));
    expect(textsIn(applied)).not.toEqual(Object.fromEntries(files));
  });

  it.each(["json", "github"])("in format %s it goes to standard error, and nothing is counted as fixed", (format) => {
    const { stdout, stderr } = run(["--fix", "--dry-run", "--format", format], { cwd: sandbox(mendable) });
    expect(stderr).toMatch(/^--- a\/src\/queue\.rs\n/);
    expect(stdout).not.toContain("+++");
    if (format === "json") expect(summaryIn(stdout)).toMatchObject({ fixed: 0, errors: 1, warnings: 1 });
  });

  it("where nothing is to be changed it is the report alone", () => {
    const { code, stdout, stderr } = run(["--fix", "--dry-run"], { cwd: copyOf("checkpointing") });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^no problems, would fix nothing\n21 rows in 1 document, 21 anchors in 3 files, 133 definitions\n/);
  });

  describe("what a file says is never obeyed", () => {
    const hostile = { ...mendable, "src/queue.rs": mendable["src/queue.rs"]?.replace("\n", "\n::error::\u001b[2J\n// ##[group]\n") ?? "" };
    const esc = "\u001b";

    it("by a terminal, where the diff is coloured unless that is not wanted", async () => {
      const cwd = sandbox(hostile);
      const coloured = await runOnTerminal(["--fix", "--dry-run"], { cwd });
      expect(coloured.stdout).toContain(`${esc}[32m+// SPEC: Ordered`);
      expect(coloured.stdout).not.toContain(`${esc}[2J`);
      const plain = await runOnTerminal(["--fix", "--dry-run", "--no-color"], { cwd });
      expect(plain.stdout).not.toContain(esc);
      expect(plain.stdout).toContain(" ::error::␛[2J\n");
    });

    it("by GitHub's runner; elsewhere every character is there for `patch`", () => {
      const cwd = sandbox(hostile);
      expect(run(["--fix", "--dry-run"], { cwd }).stdout).toContain(` ::error::${esc}[2J\n // ##[group]\n`);
      const inRunner = run(["--fix", "--dry-run"], { cwd, env: { GITHUB_ACTIONS: "true" } }).stdout;
      expect(inRunner).toContain(" : :error::␛[2J\n");
      expect(inRunner).not.toMatch(/##\[|^.?\s*::/m);
    });
  });
});
