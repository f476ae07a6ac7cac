import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Parse, SyntaxNode } from "../model/syntax.js";
import type { Allowance } from "./allowance.js";

/** A parser by `tree-sitter-<grammar>.wasm` in the folder, run by its `web-tree-sitter.wasm`; `undefined` if the folder has no such grammar. */
export async function wasmParse(folder: string, grammar: string, allowance: Allowance): Promise<Parse | undefined> {
  const file = join(folder, `tree-sitter-${grammar}.wasm`);
  if (!existsSync(file)) return undefined;
  compileQuickly();
  const { Language, Parser } = await import("web-tree-sitter");
  // The runtime is loaded once in a process, however often this is called.
  await Parser.init({ wasmBinary: readFileSync(join(folder, "web-tree-sitter.wasm")) });
  const language = await Language.load(readFileSync(file));
  const parser = new Parser().setLanguage(language);

  return (text) => {
    const end = performance.now() + allowance(text.length);
    const tree = parser.parse(text, undefined, { progressCallback: () => performance.now() > end });
    if (tree !== null) return { root: tree.rootNode as SyntaxNode, free: () => tree.delete() };
    // Else the next text would be taken for the rest of this one.
    parser.reset();
    return undefined;
  };
}

/**
 * Puts off V8's optimising compiler for WebAssembly. It would start on a grammar's giant lexer after some 50 KB of code, and the process
 * waits for it before it ends: longer than most runs parse. With so large a budget it starts after a megabyte or so, where it pays;
 * `--liftoff-only`, which switches it off, wins nothing more on small runs and loses a quarter on large ones. Must come before the first compile.
 */
function compileQuickly(): void {
  setFlagsFromString("--wasm-tiering-budget=2000000000");
}
