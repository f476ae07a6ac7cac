import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import type { Parse, SyntaxNode } from "../model/syntax.js";
import type { Allowance } from "./allowance.js";

/** What is used of `tree-sitter`. */
interface NativeParser {
  setLanguage(language: unknown): void;
  setTimeoutMicros(microseconds: number): void;
  parse(text: string, before: undefined, options: { readonly bufferSize: number }): { readonly rootNode: SyntaxNode } | null;
  reset(): void;
}

/** The grammars that have a native package the native parser can load. */
const packaged = new Set(["rust"]);

/**
 * A parser by the native packages, if this machine has them: they are optional, and their binaries fit not every platform.
 * The memory of its trees comes back after a garbage collection and a turn of the event loop, whatever `free` says: whoever parses
 * many files must yield now and then.
 */
export function nativeParse(grammar: string, allowance: Allowance): Parse | undefined {
  if (!packaged.has(grammar)) return undefined;
  try {
    // From this file, so that it is the user's installed packages that are found, whatever this file was bundled into.
    const require = createRequire(import.meta.url);
    const Parser = require("tree-sitter") as new () => NativeParser;
    // Not the package's own entry: that reads a description of all nodes, which takes several times as long.
    const language: unknown = require(`tree-sitter-${grammar}/prebuilds/${platform()}-${arch()}/tree-sitter-${grammar}.node`);
    const parser = new Parser();
    parser.setLanguage(language);
    const parse = parseWith(parser, allowance);
    return parse("")?.root.type === undefined ? undefined : parse;
  } catch {
    return undefined;
  }
}

function parseWith(parser: NativeParser, allowance: Allowance): Parse {
  return (text) => {
    parser.setTimeoutMicros(Math.max(1, Math.round(allowance(text.length) * 1000)));
    // The default buffer holds 32 K units, and not every version reads on past its end.
    const tree = parser.parse(text, undefined, { bufferSize: text.length + 1 });
    if (tree !== null) return { root: tree.rootNode, free: () => undefined };
    // Else the next text would be taken for the rest of this one.
    parser.reset();
    return undefined;
  };
}
