import { blanksFor, padded } from "./mends.js";

/** `using lock = …`, `await using lock = …`. */
const using = /((?:^|[{;])[ \t]*)((?:await[ \t]+)?using)(?=[ \t]+[A-Za-z_$][\w$]*[ \t]*(?::[^=;\n]*)?=)/gm;

/** `accessor` behind another word of its member. */
const accessor = /\b((?:abstract|static|override|public|private|protected|declare)\s+)(accessor)(?=\s+[\w$#[])/g;

/** `export type * from "…"`. */
const typesOnly = /\b(export\s+)(type)(?=\s*\*)/g;

/** `<in out T>`. */
const variance = /([<,]\s*)((?:in\s+)?out|in)(?=\s+[A-Z]\w*\s*(?:[,>=]|extends\b))/g;

/** The type of a module, as an argument or with arguments: `f<typeof import("…")>()`, `import("…").Map<string>`. */
const module = /(<\s*typeof\s+)(import\(["'][^"'\n]*["']\))(?=\s*[>,])|\b()(import\(["'][^"'\n]*["']\))(?=(?:\.[\w$]+)+<)/g;

/** `global {` in the declaration of a module. */
const global = /^([ \t]*)(global)(?=\s*\{)/gm;

/** Puts what came into the language after its grammar, and what the grammar does not know, into words that it reads. */
export function withOlderWords(text: string): string {
  const blank = (_: string, before: string, word: string): string => before + blanksFor(word);
  let mended = text;
  if (/\busing\b/.test(text)) mended = mended.replace(using, (_, before: string, word: string) => before + padded("const", word));
  if (/\baccessor\b/.test(text)) mended = mended.replace(accessor, blank);
  if (/\bimport\(/.test(text))
    mended = mended.replace(module, (_, before: string | undefined, first: string | undefined, _none, second: string | undefined) => {
      const named = first ?? second ?? "";
      return (before ?? "") + "_".repeat(named.length);
    });
  return mended.replace(typesOnly, blank).replace(variance, blank).replace(global, blank);
}
