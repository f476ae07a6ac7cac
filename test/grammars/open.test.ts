import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { openGrammars } from "../../src/grammars/open.js";
import { grammarsFolder, hasNative } from "./folder.js";

const folder = grammarsFolder();

describe("openGrammars", () => {
  it("says which door it took, once it has taken it", async () => {
    const grammars = openGrammars(folder, "wasm");
    expect(grammars.door("rust")).toBeUndefined();
    await grammars.load("rust");
    expect(grammars.door("rust")).toBe("wasm");
  });

  it.runIf(hasNative)("takes the native door unless told otherwise", async () => {
    const grammars = openGrammars(folder);
    await grammars.load("rust");
    expect(grammars.door("rust")).toBe("native");
  });

  it("has no parser for a grammar that is not in the folder", async () => {
    const grammars = openGrammars(folder);
    expect([await grammars.load("cobol"), grammars.door("cobol")]).toEqual([undefined, undefined]);
    expect(await openGrammars(join(folder, "nowhere"), "wasm").load("rust")).toBeUndefined();
  });

  it("loads a grammar once, also if asked twice at a time", async () => {
    const grammars = openGrammars(folder, "wasm");
    const [one, two] = await Promise.all([grammars.load("rust"), grammars.load("rust")]);
    expect(one).toBe(two);
    expect(await grammars.load("rust")).toBe(one);
  });

  it("frees WebAssembly's trees, which would not fit together", async () => {
    const parse = await openGrammars(folder, "wasm").load("rust");
    const text = "fn f(a: u32) -> bool { a == 1 }\n".repeat(3_000);
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    for (let count = 0; count < 60; count++) parse?.(text)?.free();
    const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().external - before;
    expect(grown).toBeLessThan(60_000_000);
  });
});

describe.each(["native", "wasm"] as const)("a parse that takes too long: %s", (door) => {
  const noise = Array.from({ length: 300_000 }, (_, at) => String.fromCharCode(33 + ((at * at * 7919 + at * 104_729) % 90))).join("");

  it.runIf(door === "wasm" || hasNative)("is given up, and the next text is read from its start", async () => {
    let allowed = 50;
    const grammars = openGrammars(folder, door, () => allowed);
    const parse = await grammars.load("rust");
    const started = performance.now();
    expect(parse?.(noise)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_000);
    allowed = 10_000;
    const root = parse?.("fn a() {}")?.root;
    expect([grammars.door("rust"), root?.hasError, root?.endIndex, root?.namedChildren[0]?.type]).toEqual([
      door,
      false,
      9,
      "function_item",
    ]);
  });
});

describe("bundled into one file", () => {
  const installed = grammarsFolder();
  const script = `
    import { openGrammars } from "./bundle.mjs";
    const grammars = openGrammars(process.argv[1]);
    const parse = await grammars.load("rust");
    console.log(grammars.door("rust"), parse("// SPEC: A\\nfn a() {}").root.namedChildren.map((node) => node.type).join());
  `;
  const bundleInto = (outfile: string) =>
    build({
      entryPoints: ["src/grammars/open.ts"],
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      outfile,
      logLevel: "error",
    });
  const run = (at: string) => {
    const args = ["--input-type=module", "--eval", script.replace("./bundle.mjs", join(at, "bundle.mjs")), "--", folder];
    const output = execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    return output.trim();
  };

  beforeAll(async () => {
    await bundleInto(join(folder, "bundle.mjs"));
    await bundleInto(join(installed, "bundle.mjs"));
    symlinkSync(resolve("node_modules"), join(installed, "node_modules"), "junction");
  });

  it("uses WebAssembly silently where no native package is installed", () => {
    expect(run(folder)).toBe("wasm line_comment,function_item");
  });

  it.runIf(hasNative)("finds the native packages installed beside it", () => {
    expect(run(installed)).toBe("native line_comment,function_item");
  });
});
