import { beforeAll, describe, expect, it } from "vitest";
import { openGrammars } from "../../src/grammars/open.js";
import type { Parse, SyntaxNode } from "../../src/model/syntax.js";
import { grammarsFolder, hasNative } from "./folder.js";
import { megabyte, texts } from "./texts.js";

const folder = grammarsFolder();
const doors = ["native", "wasm"] as const;
const parsers = new Map<string, Parse>();

beforeAll(async () => {
  for (const door of doors) {
    const grammars = openGrammars(folder, door);
    const parse = await grammars.load("rust");
    if (parse !== undefined && grammars.door("rust") === door) parsers.set(door, parse);
  }
});

function parserOf(door: string, skip: (note: string) => void): Parse {
  if (door === "native" && !hasNative) skip("no native packages for this platform");
  const parse = parsers.get(door);
  if (parse === undefined) throw new Error(`the ${door} parser does not load`);
  return parse;
}

/** Parses, looks, frees. */
function look<Seen>(parse: Parse, text: string, see: (root: SyntaxNode) => Seen): Seen {
  const tree = parse(text);
  if (tree === undefined) throw new Error("the parse was given up");
  const seen = see(tree.root);
  tree.free();
  return seen;
}

const row = (node: SyntaxNode | null): string => {
  if (node === null) return "-";
  const { type, startIndex, endIndex, startPosition, endPosition } = node;
  const flags = [node.isNamed && "named", node.isMissing && "missing", node.isError && "error", node.hasError && "broken"].filter(Boolean);
  return `${type} ${flags.join(",")} ${startIndex}-${endIndex} ${startPosition.row}:${startPosition.column}-${endPosition.row}:${endPosition.column}`;
};

/** Everything the tree says of every node, outermost first. */
function walk(node: SyntaxNode): readonly string[] {
  const fields = ["name", "body", "parameters", "value", "function", "macro", "nothing"].map((field) => row(node.childForFieldName(field)));
  const around = [node.parent, node.nextSibling, node.previousSibling, node.nextNamedSibling, node.previousNamedSibling].map(row);
  const own = [row(node), node.text.length, `${node.namedChildren.length}/${node.children.length}`, ...fields, ...around].join(" | ");
  return [own, ...node.children.flatMap(walk)];
}

describe("native and WebAssembly", () => {
  it.for(Object.entries(texts))("give the same tree: %s", ([, text], { skip }) => {
    const [native, wasm] = [parserOf("native", skip), parserOf("wasm", skip)];
    expect(look(native, text, walk)).toEqual(look(wasm, text, walk));
  });

  it.for(Object.entries(texts))("find the same node at every place: %s", ([, text], { skip }) => {
    const [native, wasm] = [parserOf("native", skip), parserOf("wasm", skip)];
    const places = Array.from({ length: Math.min(text.length, 400) + 2 }, (_, at) => at);
    const found = (root: SyntaxNode) =>
      places.flatMap((at) =>
        [root.descendantForIndex(at), root.descendantForIndex(at, at + 1), root.descendantForIndex(at, at + 9)].map(row),
      );
    expect(look(native, text, found)).toEqual(look(wasm, text, found));
  });
});

describe.each(doors)("%s", (door) => {
  it("counts UTF-16 units and gives a node's own text", ({ skip }) => {
    const text = texts["emoji"] ?? "";
    const seen = look(parserOf(door, skip), text, (root) => {
      const comment = root.descendantForIndex(text.indexOf("// SPEC"));
      return [comment.type, comment.startIndex, comment.text, comment.startPosition, root.endIndex];
    });
    const start = text.indexOf("// SPEC");
    expect(seen).toEqual(["//", start, "//", { row: 0, column: start }, text.length]);
  });

  it("keeps the places behind a byte order mark", ({ skip }) => {
    const seen = look(parserOf(door, skip), "\uFEFFfn a() {}\n", (root) =>
      root.children.map((node) => [node.type, node.startIndex, node.text]),
    );
    expect(seen).toEqual([["function_item", 1, "fn a() {}"]]);
  });

  it("reads a megabyte to its end", ({ skip }) => {
    const seen = look(parserOf(door, skip), megabyte, (root) => {
      const last = root.descendantForIndex(megabyte.lastIndexOf("SPEC:"));
      return [root.hasError, root.endIndex, root.namedChildren.length, last.type, last.text];
    });
    expect(megabyte.length).toBeGreaterThan(700_000);
    expect(seen).toEqual([false, megabyte.length, 18_000, "line_comment", "// SPEC: Equal8999"]);
  });

  it("has stable ids that tell nodes apart", ({ skip }) => {
    const [ids, again] = look(parserOf(door, skip), texts["doc comments"] ?? "", (root) => {
      const all = (node: SyntaxNode): readonly number[] => [node.id, ...node.children.flatMap(all)];
      return [all(root), all(root)];
    });
    expect(new Set(ids).size).toBe(ids?.length);
    expect(again).toEqual(ids);
  });
});
