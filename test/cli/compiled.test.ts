import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const project = fileURLToPath(new URL("../../", import.meta.url));
const workspace = join(project, "fixtures", "checkpointing");
const [said, patched] = ["no problems", "NO PROBLEMS"];

let home = "";
const at = (...path: readonly string[]): string => join(home, ...path);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "compiled-"));
  for (const part of ["bin", "dist", "package.json"]) cpSync(join(project, part), at(part), { recursive: true });
  rmSync(at("dist", "compiled"), { recursive: true, force: true });
  symlinkSync(join(project, "node_modules"), at("node_modules"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function run(...args: readonly string[]): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at("bin", "spec-anchors.js"), ...args], { encoding: "utf8" });
  return { code: status, stdout, stderr };
}

/** A check that is made anew: one that was made before needs little of the program. */
function check(): ReturnType<typeof run> {
  const folder = at("dist", "compiled");
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  for (const name of isFolder ? readdirSync(folder) : []) if (name.startsWith("verdicts-")) rmSync(join(folder, name), { recursive: true });
  return run("check", "--root", workspace);
}

const kept = (): readonly string[] =>
  existsSync(at("dist", "compiled"))
    ? readdirSync(at("dist", "compiled"))
        .filter((name) => name.endsWith(".bin"))
        .sort()
    : [];

function storeOf(bundle: string): string {
  const store = kept().find((name) => name.startsWith(`${bundle}-`));
  if (store === undefined) throw new Error(`nothing is kept for ${bundle}`);
  return at("dist", "compiled", store);
}

/** The command line's bundle with another sentence of the same length. */
function patch(): { readonly before: Buffer } {
  const before = readFileSync(at("dist", "cli.cjs"));
  const after = Buffer.from(before.toString().replaceAll(said, patched));
  writeFileSync(at("dist", "cli.cjs"), after);
  expect(after.length).toBe(before.length);
  return { before };
}

it("keeps what a whole check compiled, and nothing of a shorter run", () => {
  expect(run("--version").code).toBe(0);
  expect(kept()).toEqual([]);
  expect(check()).toMatchObject({ code: 0, stderr: "" });
  expect(kept().map((name) => name.replace(/-.*/, ""))).toEqual(["cli", "markdown"]);
  expect(check()).toMatchObject({ code: 0, stderr: "" });
});

const digestOf = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

it("runs what it kept", () => {
  const { before } = patch();
  expect(check().stdout).toContain(patched);
  // The compiled code of the patched bundle, passed off as that of the real one.
  writeFileSync(at("dist", "cli.cjs"), before);
  const code = readFileSync(storeOf("cli")).subarray(20);
  writeFileSync(storeOf("cli"), Buffer.concat([digestOf(before, code), code]));
  expect(check().stdout).toContain(patched);
});

it.each([0, 0.5, 0.9])("never runs what a disk has damaged, %f of the way in", (share) => {
  check();
  const kept = readFileSync(storeOf("cli"));
  const from = Math.floor(share * (kept.length - 4096));
  writeFileSync(storeOf("cli"), Buffer.concat([kept.subarray(0, from), Buffer.alloc(4096), kept.subarray(from + 4096)]));
  expect(check()).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(storeOf("cli")).equals(kept)).toBe(false);
  expect(check()).toMatchObject({ code: 0, stderr: "" });
});

it("never runs what another build left, whatever its length", () => {
  expect(check().stdout).toContain(said);
  patch();
  expect(check().stdout).toContain(patched);
  expect(check().stdout).toContain(patched);
});

it("replaces what is cut off, and leaves nothing unfinished", () => {
  check();
  const whole = statSync(storeOf("markdown")).size;
  const cut = readFileSync(storeOf("markdown")).subarray(0, whole - 1000);
  writeFileSync(storeOf("markdown"), cut);
  expect(check()).toMatchObject({ code: 0, stderr: "" });
  expect(statSync(storeOf("markdown")).size).toBeGreaterThan(cut.length);
  expect(kept()).toHaveLength(2);
});

it("says the same where nothing can be kept", () => {
  const first = check();
  rmSync(at("dist", "compiled"), { recursive: true });
  writeFileSync(at("dist", "compiled"), "in the way");
  expect(check()).toEqual(first);
  expect(check()).toEqual(first);
});
