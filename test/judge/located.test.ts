import { describe, expect, it } from "vitest";
import { itemOf, partIn } from "../../src/judge/evidence/located.js";
import { occurrencesIn } from "../../src/judge/evidence/occurrences.js";
import { languageOf } from "../../src/read/languages/index.js";
import { readSource } from "../../src/read/source/read-source.js";
import { grammars, phrasebook, spanIn } from "./code.js";

async function outlineOf(path: string, text: string) {
  const language = languageOf(path);
  const parse = await grammars.native.load(language?.grammar?.name ?? "");
  const { outline } = readSource({ path, text, language, marker: "SPEC", symbols: false, outline: true }, parse);
  if (outline === undefined) throw new Error(`${path} has no outline`);
  return outline;
}

async function nameAt(path: string, text: string, stretch: string): Promise<string | undefined> {
  const outline = await outlineOf(path, text);
  const item = itemOf(outline, spanIn(text, stretch));
  return item === undefined ? undefined : outline.items[item]?.name;
}

describe("the item that an anchor on a construct speaks of", () => {
  it.each([
    ["a statement's function", "a.ts", "function f() {\n  go(1);\n}\n", "go(1);", "f"],
    ["what an export is the wrapping of", "a.ts", "export function f() {\n  go(1);\n}\n", "export function f() {\n  go(1);\n}", "f"],
    ["a constant that holds a function", "a.ts", "const f = (x: number) => x + 1;\n", "const f = (x: number) => x + 1;", "f"],
    ["one that is a function's own", "a.ts", "function g() {\n  const f = () => 1;\n  f();\n}\n", "const f = () => 1;", "f"],
    ["a constant in Go", "a.go", "package a\n\nconst limit = 3\n\nfunc f() {}\n", "const limit = 3", "limit"],
    [
      "none of several in one declaration",
      "a.go",
      "package a\n\nconst (\n\ta = 1\n\tb = 2\n)\n",
      "const (\n\ta = 1\n\tb = 2\n)",
      undefined,
    ],
    [
      "the function, of a condition that has one inside",
      "a.ts",
      "function g(x: number) {\n  if (x > 1) {\n    const f = () => 1;\n    return f();\n  }\n  return 2;\n}\n",
      "if (x > 1) {\n    const f = () => 1;\n    return f();\n  }",
      "g",
    ],
    ["no item", "a.ts", "go(1);\nfunction f() {}\n", "go(1);", undefined],
  ])("%s", async (_, path, text, stretch, name) => expect(await nameAt(path, text, stretch)).toBe(name));
});

it("the part of a construct in the item it wraps is that item", async () => {
  const text = "export function f() {\n  go(1);\n}\n";
  const outline = await outlineOf("a.ts", text);
  const construct = spanIn(text, "export function f() {\n  go(1);\n}");
  expect(partIn(outline, itemOf(outline, construct), construct)).toEqual(outline.items[0]?.span);
  const inside = spanIn(text, "go(1);");
  expect(partIn(outline, itemOf(outline, inside), inside)).toEqual(inside);
  expect(occurrencesIn(outline, phrasebook()).isItem("f")).toBe(true);
});
