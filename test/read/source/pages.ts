import { readFileSync } from "node:fs";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Language } from "../../../src/read/languages/language.js";

/** Where the pages of the languages are. */
export const pagesFolder = new URL("../../../fixtures/languages/", import.meta.url);

/** A fence of code on a language's page. */
export interface Fence {
  readonly code: string;
  readonly line: number;
  /** The path that its text is read under. */
  readonly path: string;
  /** True if all of its marks stand in strings. */
  readonly strings: boolean;
  /** The lines of the list of symbols right behind it. */
  readonly symbols: readonly string[] | undefined;
}

/**
 * The fences of a language's page: ` ```c `, ` ```c strings ` or ` ```go file=a_test.go `, each with the ` ```text symbols ` that may
 * follow it.
 */
export function fencesOf(language: Language): readonly Fence[] {
  const page = readFileSync(new URL(`${language.id}.md`, pagesFolder), "utf8");
  const nodes = unified().use(remarkParse).parse(page).children;
  return nodes.flatMap((node, at) => {
    if (node.type !== "code" || node.lang === "text") return [];
    const words = (node.meta ?? "").split(" ");
    const next = nodes[at + 1];
    const listed = next?.type === "code" && next.lang === "text" && next.meta === "symbols" ? next.value.split("\n") : undefined;
    const path = words.find((word) => word.startsWith("file="))?.slice("file=".length) ?? `page${language.extensions[0]}`;
    return { code: node.value, line: node.position?.start.line ?? 0, path, strings: words.includes("strings"), symbols: listed };
  });
}
