import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { languages } from "../../src/read/languages/index.js";
import { hasNative } from "../grammars/folder.js";
import { folderForFile, run, succeed } from "./commands.js";
import { copyFixture } from "./commits.js";
import { install, pack } from "./packed.js";
import { packageJson } from "./project.js";

/** No more than these, in bytes; the grammars and the phrasebook are most of it. */
const largest = { tarball: 4_600_000, unpacked: 27_000_000 };

/** How users install, and whether they get the native parser that way. */
const ways = [
  { flags: [], native: true },
  { flags: ["--ignore-scripts"], native: true },
  { flags: ["--omit=optional"], native: false },
].map((way) => ({ ...way, folder: folderForFile() }));

const packed = folderForFile();
const example = folderForFile();
let tarball = "";

beforeAll(async () => {
  tarball = await pack(packed);
  copyFixture("example", example);
  for (const { folder, flags } of ways) {
    writeFileSync(join(folder, "package.json"), "{}");
    await install(folder, tarball, ...flags);
  }
}, 600_000);

const installed = (folder: string): string => join(folder, "node_modules", packageJson.name);
const names = (...path: readonly string[]): readonly string[] => readdirSync(join(...path)).sort();

/** The example's report without its root, by an installed program or the project's own. */
async function reportOf(folder: string, command: string, args: readonly string[]): Promise<Omit<Report, "root">> {
  const { code, stdout, output } = await run(folder, command, [...args, "check", "--root", example, "--format", "json"]);
  if (code !== 1) throw new Error(`ended with ${code}:\n${output}`);
  const { root, ...report } = JSON.parse(stdout) as Report;
  expect(root).toBe(example.replaceAll("\\", "/"));
  return report;
}

describe("the tarball", () => {
  it("has what is needed, and nothing else", () => {
    const root = installed(ways[0]?.folder ?? "");
    expect(names(root)).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "bin", "dist", "package.json", "schema"]);
    expect(names(root, "bin")).toEqual(["compiled.js", "package.json", "spec-anchors.js"]);
    expect(names(root, "schema")).toEqual(names("schema").filter((name) => name.endsWith(".json")));
    const dist = names(root, "dist");
    expect(dist.filter((name) => !/\.c?js$/.test(name))).toEqual([
      "THIRD-PARTY-LICENSES.txt",
      "grammars",
      "phrasebook.bin",
      "rules",
      "types",
    ]);
    expect(dist).toEqual(expect.arrayContaining(["cli.cjs", "index.js"]));
    const grammars = languages.flatMap(({ grammar }) => (grammar === undefined ? [] : [`tree-sitter-${grammar.name}.wasm`]));
    expect(names(root, "dist", "grammars")).toEqual([...new Set([...grammars, "web-tree-sitter.wasm"])].sort());
    expect(names(root, "dist", "rules")).toEqual(names("src", "rules").filter((name) => name.endsWith(".md")));
    const types = readdirSync(join(root, "dist", "types"), { recursive: true, encoding: "utf8" });
    expect(types.filter((name) => name.includes(".") && !name.endsWith(".d.ts"))).toEqual([]);
    expect(types).toContain("index.d.ts");
  });

  it("stays small", () => {
    const files = readdirSync(installed(ways[0]?.folder ?? ""), { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const unpacked = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
    const size = { tarball: statSync(tarball).size, unpacked };
    console.log(`${files.length} files, ${size.tarball} bytes packed, ${size.unpacked} unpacked`);
    expect(size.tarball).toBeLessThan(largest.tarball);
    expect(size.unpacked).toBeLessThan(largest.unpacked);
  });
});

describe.each(ways)("npm install $flags", ({ folder, native }) => {
  it("gives a program that says its version", async () => {
    expect(await succeed(folder, "npx", ["--no", "--", packageJson.name, "--version"])).toBe(`${packageJson.version}\n`);
  });

  it("has the native parser unless it was left out", () => {
    expect(existsSync(join(folder, "node_modules", "tree-sitter-rust"))).toBe(native && hasNative);
  });

  it("checks as it does from the sources", async () => {
    const expected = await reportOf(".", process.execPath, ["bin/spec-anchors.js"]);
    expect(expected.diagnostics).toHaveLength(4);
    expect(await reportOf(folder, "npx", ["--no", "--", packageJson.name])).toEqual(expected);
  });

  it("explains its rules", async () => {
    const page = await succeed(folder, "npx", ["--no", "--", packageJson.name, "explain", "missing-anchor"]);
    expect(page).toBe(readFileSync("src/rules/missing-anchor.md", "utf8"));
  });

  it("is a library", async () => {
    const script = `import { check, reporters, rules, UserError } from "${packageJson.name}";
      const { report } = await check({ cwd: ${JSON.stringify(example)} });
      const error = await check({ cwd: ".", root: "nowhere" }).catch((error) => error);
      console.log(JSON.stringify([report.diagnostics.map(({ rule }) => rule), rules.length > 9, "json" in reporters, error instanceof UserError]));`;
    writeFileSync(join(folder, "script.mjs"), script);
    const said: unknown = JSON.parse(await succeed(folder, process.execPath, ["script.mjs"]));
    const found = ["missing-anchor", "dangling-anchor", "malformed-anchor", "undeclared-anchor"];
    expect(said).toEqual([found, true, true, true]);
  });
});

describe("the installed package", () => {
  it("has types that need nothing else, not even those of Node", async () => {
    const folder = ways[0]?.folder ?? "";
    const program = `import { type CheckOptions, check, type Diagnostic, type Report, UserError } from "${packageJson.name}";
      const options: CheckOptions = { cwd: "/", levels: { "missing-anchor": "warning" } };
      export const first: Diagnostic | undefined = await check(options).then(({ report }: { readonly report: Report }) => report.diagnostics[0]);
      export const line: number = first?.line ?? 0;
      export const hint: string | undefined = new UserError("a", "b").hint;
      // @ts-expect-error: a level that there is not, so these are real types.
      export const wrong: CheckOptions = { cwd: "/", levels: { "missing-anchor": "loud" } };`;
    writeFileSync(join(folder, "program.mts"), program);
    const compilerOptions = { strict: true, module: "nodenext", target: "es2022", types: [], skipLibCheck: false, noEmit: true };
    const more = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...compilerOptions, ...more }, files: ["program.mts"] }),
    );
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    expect(await run(folder, process.execPath, [tsc, "-p", "."])).toMatchObject({ code: 0, output: "" });
  });

  it.runIf(hasNative)(
    "uses the native parser where there is one, WebAssembly where there is none, and says where it has neither",
    async () => {
      const unjudged = async (way: (typeof ways)[number] | undefined): Promise<number> => {
        const folder = way?.folder ?? "";
        rmSync(join(installed(folder), "dist", "grammars"), { recursive: true });
        // What was judged while there was a parser stays right.
        rmSync(join(installed(folder), "dist", "compiled"), { recursive: true, force: true });
        const report = await reportOf(folder, "npx", ["--no", "--", packageJson.name]);
        return report.diagnostics.filter(({ rule }) => rule === "unjudged-anchor").length;
      };
      expect(await unjudged(ways[0])).toBe(0);
      expect(await unjudged(ways[2])).toBeGreaterThan(0);
    },
  );
});
