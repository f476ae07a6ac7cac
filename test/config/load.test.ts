import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadConfig, maxConfigBytes } from "../../src/config/load.js";
import { defaultConfig } from "../../src/model/config.js";

const rules = { ids: ["wrong-file"], always: [] };
const nowhere = { line: undefined, column: undefined };
let root = "";
let configPath = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "load-"));
  configPath = join(root, "spec-anchors.toml");
});
afterEach(() => rmSync(root, { recursive: true }));

test("no configuration is the default one", async () => {
  expect(await loadConfig({ root, configPath: undefined }, rules)).toEqual({ kind: "config", config: defaultConfig });
});

test("a byte order mark is no part of the text", async () => {
  writeFileSync(configPath, '\ufeffmarker = "INV"');
  expect(await loadConfig({ root, configPath }, rules)).toMatchObject({ kind: "config", config: { marker: "INV" } });
  writeFileSync(configPath, "\ufeffmarker = 1");
  expect(await loadConfig({ root, configPath }, rules)).toMatchObject({ problems: [{ path: "spec-anchors.toml", line: 1, column: 10 }] });
});

test("problems name the file relative to the root, and absolutely outside of it", async () => {
  mkdirSync(join(root, "ci"));
  mkdirSync(join(root, "..sub"));
  for (const [base, file, path] of [
    ["", "ci/a.toml", "ci/a.toml"],
    ["", "..sub/a.toml", "..sub/a.toml"],
    ["ci", "a.toml", `${root}/a.toml`],
  ] as const) {
    writeFileSync(join(root, file), "a = 1");
    expect(await loadConfig({ root: join(root, base), configPath: join(root, file) }, rules)).toMatchObject({
      problems: [{ path, line: 1 }],
    });
  }
});

test("a file that is not UTF-8 is a problem", async () => {
  writeFileSync(configPath, Uint8Array.of(0x61, 0xff));
  const problem = { path: "spec-anchors.toml", ...nowhere, message: "`spec-anchors.toml` is not UTF-8.", hint: "Save it as UTF-8." };
  expect(await loadConfig({ root, configPath }, rules)).toEqual({ kind: "problems", problems: [problem] });
});

test("a file over the limit is a problem, one at the limit is not", async () => {
  writeFileSync(configPath, "#".repeat(maxConfigBytes));
  expect((await loadConfig({ root, configPath }, rules)).kind).toBe("config");
  writeFileSync(configPath, "#".repeat(maxConfigBytes + 1));
  const problem = { message: "`spec-anchors.toml` is larger than 1 MB.", hint: "Write patterns instead of lists of files.", ...nowhere };
  expect(await loadConfig({ root, configPath }, rules)).toMatchObject({ kind: "problems", problems: [problem] });
});

test("a file that cannot be read is a problem, one that is gone is the user's error", async () => {
  mkdirSync(configPath);
  const problem = { message: "`spec-anchors.toml` cannot be read: `EISDIR`.", hint: "Make it a file that you may read.", ...nowhere };
  expect(await loadConfig({ root, configPath }, rules)).toMatchObject({ kind: "problems", problems: [problem] });
  await expect(loadConfig({ root, configPath: join(root, "gone.toml") }, rules)).rejects.toMatchObject({
    name: "UserError",
    message: "The configuration `gone.toml` does not exist any more.",
  });
});

test("the parser and the validator are loaded only with a configuration", async () => {
  const entryPoints = ["src/config/root.ts", "src/config/load.ts"];
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    format: "esm",
    platform: "node",
    splitting: true,
    outdir: root,
    write: false,
    metafile: true,
  });
  const atOnce = new Set<string>();
  const visit = (path: string): void => {
    atOnce.add(path);
    for (const { path: next, kind } of metafile.inputs[path]?.imports ?? [])
      if (kind === "import-statement" && !atOnce.has(next)) visit(next);
  };
  for (const entry of entryPoints) visit(entry);
  expect(Object.keys(metafile.inputs).some((path) => path.includes("valibot"))).toBe(true);
  expect([...atOnce].filter((path) => path.includes("node_modules"))).toEqual([]);
});
