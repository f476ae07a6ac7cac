import type { CodeBlock } from "../../model/document.js";
import { languageOf, languages } from "../languages/index.js";

/** Languages of blocks that show no code of a file: output, commands, data, changes, drawings. */
const silent = new Set(
  [
    "sh bash zsh fish shell console shell-session terminal cmd powershell",
    "text txt plain plaintext log output diff patch json jsonl csv markdown md mermaid dot html xml",
  ].flatMap((names) => names.split(" ")),
);

/** Names of languages that are neither their id nor an extension of theirs. */
const aliases = new Map([
  ["c++", "cpp"],
  ["objective-c", "objc"],
  ["objectivec", "objc"],
  ["objective-c++", "objc"],
  ["objcpp", "objc"],
  ["python3", "python"],
  ["golang", "go"],
  ["node", "javascript"],
  ["lean4", "lean"],
  ["tla+", "tla"],
  ["tlaplus", "tla"],
]);

/** Languages whose code people put into blocks of one another. */
const families = ["c cpp objc objcpp cuda metal opencl", "javascript typescript tsx vue svelte"].map((ids) => new Set(ids.split(" ")));

/** True for a block that shows no code of a file, by the language behind its fence. */
export function isSilent({ language }: CodeBlock): boolean {
  return language !== undefined && silent.has(language);
}

/** True if a block may show code of a file with this name. */
export function showsCode(block: CodeBlock, path: string | undefined): boolean {
  const { language } = block;
  if (language === undefined) return true;
  const extension = path?.slice(path.lastIndexOf(".") + 1).toLowerCase() ?? "";
  const isShell = /^(?:sh|bash|zsh)$/;
  if (language === extension || (isShell.test(language) && isShell.test(extension))) return true;
  if (isSilent(block)) return false;
  const name = aliases.get(language) ?? language;
  const shown = languages.find(({ id }) => id === name)?.id ?? languageOf(`x.${name}`)?.id;
  const cited = path === undefined ? undefined : languageOf(path)?.id;
  return shown === undefined || cited === undefined || shown === cited || families.some((family) => family.has(shown) && family.has(cited));
}

/** A line of a block of code and where it begins in the document. */
export interface FenceLine {
  readonly text: string;
  readonly start: number;
}

/** The lines of a block with their places in the document, without what lists and quotes put before them. */
export function linesOfBlock(source: string, { value, content }: CodeBlock): readonly FenceLine[] {
  let start = content.start;
  return value.split("\n").map((written) => {
    const text = written.replace(/\r$/, "");
    const next = source.indexOf("\n", start);
    const end = next === -1 || next >= content.end ? content.end : next;
    const line = source.slice(start, end).replace(/\r$/, "");
    const found = { text, start: line.endsWith(text) ? start + line.length - text.length : start };
    start = Math.min(end + 1, content.end);
    return found;
  });
}
