import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grammarsFolder } from "../../src/assets.js";
import { gather } from "../../src/engine/gather.js";
import { openGrammars } from "../../src/grammars/open.js";
import type { SyntaxCursor, SyntaxNode } from "../../src/model/syntax.js";
import { rust } from "../../src/read/languages/rust.js";
import { codeOf } from "../../src/read/source/code.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { hasNative } from "../grammars/folder.js";
import { worldOf } from "../harness/check-files.js";
import { fixture } from "../laws/workspaces.js";
import { type Files, reviewed, statesIn } from "./reviewed.js";

const { grammar } = rust;
if (grammar === undefined) throw new Error("Rust has no grammar");
const everything = new Set([""]);
const project = fixture("checkpointing");
const paths = Object.keys(project).filter((path) => path.endsWith(".rs"));

async function rootOf(text: string, door: "native" | "wasm" = "native"): Promise<SyntaxNode> {
  const tree = (await openGrammars(grammarsFolder, door).load("rust"))?.(text);
  if (tree === undefined) throw new Error("the text was not parsed");
  return tree.root;
}

/** Offsets between two tokens that nothing but blanks parts. */
async function gapsOf(text: string): Promise<readonly { readonly start: number; readonly end: number }[]> {
  const { tokens, starts } = codeOf(text, await rootOf(text), grammar as NonNullable<typeof grammar>, everything);
  return starts.slice(1).flatMap((end, at) => {
    const start = (starts[at] ?? 0) + (tokens[at]?.length ?? 0);
    return end > start && text.slice(start, end).trim() === "" ? [{ start, end }] : [];
  });
}

const gaps = new Map(await Promise.all(paths.map(async (path) => [path, await gapsOf(project[path] ?? "")] as const)));
const filler = fc.constantFrom(" ", "\n", "\n\n    ", "\t", " /* words */ ", " // words\n", "\n/// words\n");

/** The files with some of the blanks between tokens replaced. */
const spaced: fc.Arbitrary<Files> = fc
  .array(fc.tuple(fc.constantFrom(...paths), fc.nat(10_000), filler), { minLength: 1, maxLength: 60 })
  .map((changes) => {
    const texts: Record<string, string> = { ...project };
    for (const path of paths) {
      const own = gaps.get(path) ?? [];
      const chosen = new Map(changes.filter(([other]) => other === path).map(([, at, text]) => [at % Math.max(1, own.length), text]));
      const text = project[path] ?? "";
      let result = "";
      let from = 0;
      for (const [at, gap] of own.entries()) {
        const fill = chosen.get(at);
        if (fill === undefined) continue;
        result += text.slice(from, gap.start) + fill;
        from = gap.end;
      }
      texts[path] = result + text.slice(from);
    }
    return texts;
  });

describe("a real project", () => {
  it("has places to change", () => {
    expect([...gaps.values()].flat().length).toBeGreaterThan(3000);
  });

  it("stays as it was reviewed, however its tokens are spaced and whatever comments stand between them", async () => {
    const lock = (await reviewed(project))["spec-anchors.lock"] ?? "";
    await fc.assert(
      fc.asyncProperty(spaced, async (files) => {
        const states = await statesIn({ ...files, "spec-anchors.lock": lock });
        expect(states.filter((state) => !state.endsWith(" reviewed"))).toEqual([]);
        expect(states).toHaveLength(21);
      }),
      { numRuns: 25 },
    );
  });

  it.runIf(hasNative)("is recorded alike by both parsers", async () => {
    expect(await reviewed(project, "wasm")).toEqual(await reviewed(project, "native"));
  });

  it("is not read for a lock where there is none", async () => {
    const codes = async (files: Files): Promise<readonly boolean[]> => {
      const { project: found } = await gather(await worldOf(memoryWorkspace(files)), []);
      expect(found.links === undefined).toBe(!("spec-anchors.lock" in files));
      return [...found.sources.values()].map(({ code }) => code !== undefined);
    };
    expect(new Set(await codes(project))).toEqual(new Set([false]));
    expect(new Set(await codes(await reviewed(project)))).toEqual(new Set([true]));
  });
});

/** Every type of node that the data names: what an upgrade renames, it renames there, too. */
const named = new Set(JSON.stringify(grammar).match(/[a-z_]+/g));

/** A tree of a grammar that calls everything else by other names. */
function renamed(root: SyntaxNode): SyntaxNode {
  const cursorOf = (cursor: SyntaxCursor): SyntaxCursor => ({
    get nodeType() {
      return cursor.nodeIsNamed && !named.has(cursor.nodeType) ? `${cursor.nodeType}_of_tomorrow` : cursor.nodeType;
    },
    get nodeIsNamed() {
      return cursor.nodeIsNamed;
    },
    get startIndex() {
      return cursor.startIndex;
    },
    get endIndex() {
      return cursor.endIndex;
    },
    get currentFieldName() {
      return cursor.currentFieldName;
    },
    gotoFirstChild: () => cursor.gotoFirstChild(),
    gotoNextSibling: () => cursor.gotoNextSibling(),
    gotoParent: () => cursor.gotoParent(),
  });
  return {
    startIndex: root.startIndex,
    endIndex: root.endIndex,
    descendantsOfType: (types: string[]) => root.descendantsOfType(types),
    walk: () => cursorOf(root.walk()),
  } as SyntaxNode;
}

describe("another grammar", () => {
  it("that divides strings otherwise finds the same tokens: a string is one", async () => {
    const text = "const A: &str = \"a \\n {b}\";\nconst B: char = 'c';\n";
    const { tokens } = codeOf(text, await rootOf(text), grammar as NonNullable<typeof grammar>, everything);
    expect(tokens.filter((token) => /["']/.test(token))).toEqual(['"a \\n {b}"', "'c'"]);
  });

  it.each(paths)("that renames nodes finds the same tokens in %s", async (path) => {
    const text = project[path] ?? "";
    const root = await rootOf(text);
    const data = grammar as NonNullable<typeof grammar>;
    expect(codeOf(text, renamed(root), data, everything)).toEqual(codeOf(text, root, data, everything));
  });
});
