import { c } from "./c.js";
import { cpp } from "./cpp.js";
import { go } from "./go.js";
import { java } from "./java.js";
import { javascript } from "./javascript.js";
import type { Language } from "./language.js";
import { objc } from "./objc.js";
import { plainLanguages } from "./plain.js";
import { python } from "./python.js";
import { rust } from "./rust.js";
import { scala } from "./scala.js";
import { tsx } from "./tsx.js";
import { typescript } from "./typescript.js";

/** Every language whose comments are known. No extension and no file name stands in two of them. */
export const languages: readonly Language[] = [c, cpp, go, java, javascript, objc, python, rust, scala, tsx, typescript, ...plainLanguages];

const byFileName = new Map(languages.flatMap((language) => (language.fileNames ?? []).map((name) => [name, language] as const)));
const byExtension = new Map(languages.flatMap((language) => language.extensions.map((extension) => [extension, language] as const)));

/**
 * The language of a file by its name, then by its longest extension; letter case does not count. `path` separates with `/`.
 * `undefined` for what has no comments (JSON, CSV, Markdown, text) and for what is not known.
 */
export function languageOf(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const named = byFileName.get(name);
  if (named) return named;
  for (let dot = name.indexOf("."); dot !== -1; dot = name.indexOf(".", dot + 1)) {
    const language = byExtension.get(name.slice(dot));
    if (language) return language;
  }
  return undefined;
}
