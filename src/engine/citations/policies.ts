import type { CitationPolicy } from "../../model/citing.js";
import type { CitationsConfig } from "../../model/config.js";

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const value = `["']?([\\w./-]+)["']?`;
const flat = new RegExp(`^spec-anchors-as-of[ \\t]*:[ \\t]*${value}`, "m");
const nested = new RegExp(
  `^spec-anchors[ \\t]*:[ \\t]*(?:\\{[^}\\n]*?\\bas-of[ \\t]*:[ \\t]*${value}|\\r?\\n(?:[ \\t]+.*\\r?\\n)*?[ \\t]+as-of[ \\t]*:[ \\t]*${value})`,
  "m",
);

/** What the front matter of a document says of the state that it describes. */
export function asOfFrontMatter(text: string): string | undefined {
  const matter = frontMatter.exec(text)?.[1];
  if (matter === undefined) return undefined;
  const within = nested.exec(`${matter}\n`);
  return flat.exec(matter)?.[1] ?? within?.[1] ?? within?.[2];
}

/** How a document's citations are judged: by what it says itself, else by the last entry of the configuration that is about it. */
export function policyOf(
  path: string,
  text: string,
  entries: readonly CitationsConfig[],
  matches: (pattern: string, path: string) => boolean,
): CitationPolicy {
  let asOf: string | undefined;
  let tolerance = 0;
  for (const entry of entries) {
    if (entry.documents !== undefined && !matches(entry.documents, path)) continue;
    asOf = entry.asOf ?? asOf;
    tolerance = entry.tolerance ?? tolerance;
  }
  return { asOf: asOfFrontMatter(text) ?? asOf, tolerance };
}
