import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src/read/languages/index.js";

const names = (withGrammar: boolean): readonly string[] =>
  languages
    .filter(({ grammar }) => (grammar !== undefined) === withGrammar)
    .map(({ name }) => name)
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

/** Words in lines of at most so many characters. */
function wrapped(words: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

const listed = (all: readonly string[], last: string): string =>
  wrapped(`${all.slice(0, -1).join(", ")}${last}${all.at(-1) ?? ""}`.split(" "), 130);

/** The text of a page with what is written between a comment and the next end comment. */
function withList(page: string, begin: string, list: string): string {
  const [start, end] = [`<!-- ${begin} -->\n`, "<!-- end -->"];
  const from = page.indexOf(start) + start.length;
  const to = page.indexOf(end, from);
  if (from < start.length || to === -1) throw new Error(`there is no list \`${begin}\``);
  return `${page.slice(0, from)}${list}\n${page.slice(to)}`;
}

describe("the written lists of languages are those of the code", () => {
  it("in the README, of those with a grammar", async () => {
    const page = readFileSync("README.md", "utf8");
    const written = withList(page, "languages read through their grammar", `${listed(names(true), " and ")}.`);
    await expect(written).toMatchFileSnapshot("../../../README.md");
  });

  it("in docs/languages.md, of the others", async () => {
    const page = readFileSync("docs/languages.md", "utf8");
    const written = withList(page, "languages searched by their comment signs", `${listed(names(false), ", ")}.`);
    await expect(written).toMatchFileSnapshot("../../../docs/languages.md");
  });
});
