import { describe, expect, it } from "vitest";
import { importFaults, table } from "./import-rules.js";
import { importsOf, parsed, sources } from "./sources.js";

const { files } = sources();

describe("who imports whom", () => {
  it("is as the table says", () => {
    expect(importFaults(files).join("\n")).toBe("");
  });

  it("nobody imports the command line", () => {
    expect(Object.entries(table).filter(([, { layers }]) => layers.includes("cli"))).toEqual([]);
  });

  it("goes one way: no layer reaches itself through others", () => {
    const reached = (layer: string, seen: ReadonlySet<string>): boolean =>
      (table[layer]?.layers ?? []).some((next) => seen.has(next) || reached(next, new Set([...seen, next])));
    expect(Object.keys(table).filter((layer) => reached(layer, new Set([layer])))).toEqual([]);
  });

  it("lists what exists: each layer has files, and each permission is used", () => {
    const all = files.flatMap((file) => importsOf(file).map(({ specifier }) => ({ layer: file.path.split("/")[0], specifier })));
    const unused = Object.entries(table).flatMap(([layer, { packages }]) => {
      const own = all.filter((one) => one.layer === layer).map(({ specifier }) => specifier);
      return packages.filter((name) => !own.some((specifier) => specifier === name || specifier.startsWith(`${name}/`)));
    });
    expect(Object.keys(table).filter((layer) => !files.some(({ path }) => path.split("/")[0] === layer))).toEqual([]);
    expect(unused).toEqual([]);
  });
});

describe("the check itself", () => {
  const model = parsed("model/span.ts", "export const a = 1;\n");
  const faultsOf = (path: string, text: string): readonly string[] => importFaults([model, parsed(path, text)]);

  it.each([
    ["a plain import", "read/a.ts", '\nimport { b } from "node:fs";', "src/read/a.ts:2: `read` may not import `node:fs`"],
    ["a type import", "model/a.ts", 'import type { B } from "mdast";', "src/model/a.ts:1: `model` may not import the package `mdast`"],
    ["an import for its effects", "rules/a.ts", 'import "@x/y/z";', "src/rules/a.ts:1: `rules` may not import the package `@x/y`"],
    ["an export from", "git/a.ts", 'export * from "../cli/b.js";', "src/git/a.ts:1: `../cli/b.js` is no file of src"],
    ["import()", "judge/a.ts", 'const b = () =>\n  import("node:os");', "src/judge/a.ts:2: `judge` may not import `node:os`"],
    ["a computed import()", "engine/a.ts", "import(name);", "src/engine/a.ts:1: `engine` may not import the package `…`"],
    ["an import type", "model/a.ts", 'type B = import("valibot").B;', "src/model/a.ts:1: `model` may not import the package `valibot`"],
    ["require()", "workspace/a.ts", 'require("ajv");', "src/workspace/a.ts:1: `workspace` may not import the package `ajv`"],
    ["no .js", "judge/a.ts", 'import "../model/span";', "src/judge/a.ts:1: `../model/span` does not end in .js"],
    ["a folder without a rule", "extra/a.ts", "", "src/extra/a.ts:1: `extra` is no layer of the import table"],
    ["a file without a rule", "more.ts", "", "src/more.ts:1: `more.ts` is no layer of the import table"],
  ])("sees %s", (_what, path, text, fault) => {
    expect(faultsOf(path, text)).toEqual([fault]);
  });

  it("sees a layer that reaches another one", () => {
    const rule = parsed("rules/a.ts", 'import { main } from "../cli/main.js";\nimport { a } from "../model/span.js";\n');
    expect(importFaults([model, parsed("cli/main.ts", ""), rule])).toEqual(["src/rules/a.ts:1: `rules` may not import `cli`"]);
  });
});
