import { c } from "./c.js";
import { cpp } from "./cpp.js";
import { go } from "./go.js";
import { java } from "./java.js";
import { javascript } from "./javascript.js";
import type { Language } from "./language.js";
import { objc } from "./objc.js";
import { objcpp } from "./objcpp.js";
import { plainLanguages } from "./plain.js";
import { python } from "./python.js";
import { rust } from "./rust.js";
import { scala } from "./scala.js";
import { tsx } from "./tsx.js";
import { typescript } from "./typescript.js";

/** Every language whose comments are known. No extension and no file name stands in two of them. */
export const languages: readonly Language[] = [
  c,
  cpp,
  go,
  java,
  javascript,
  objc,
  objcpp,
  python,
  rust,
  scala,
  tsx,
  typescript,
  ...plainLanguages,
];

const byFileName = new Map(languages.flatMap((language) => (language.fileNames ?? []).map((name) => [name, language] as const)));
const byExtension = new Map(languages.flatMap((language) => language.extensions.map((extension) => [extension, language] as const)));

const byId = new Map(languages.map((language) => [language.id, language]));

/** The language of a file by its name, then by its longest extension. */
function languageOfName(name: string): { readonly language: Language; readonly extension: string } | undefined {
  const named = byFileName.get(name);
  if (named) return { language: named, extension: "" };
  for (let dot = name.indexOf("."); dot !== -1; dot = name.indexOf(".", dot + 1)) {
    const extension = name.slice(dot);
    const language = byExtension.get(extension);
    if (language) return { language, extension };
  }
  return undefined;
}

/**
 * The language of a file by its name, then by its longest extension, then, where several languages share that, by its text; letter case of
 * names does not count. `path` separates with `/`. `undefined` for what has no comments (JSON, CSV, Markdown, text) and for what is not known.
 */
export function languageOf(path: string, text?: string): Language | undefined {
  const found = languageOfName(path.slice(path.lastIndexOf("/") + 1).toLowerCase());
  if (found === undefined || text === undefined) return found?.language;
  const guest = found.language.guests?.find(({ extension, when }) => extension === found.extension && when(text));
  return guest === undefined ? found.language : (byId.get(guest.language) ?? found.language);
}
