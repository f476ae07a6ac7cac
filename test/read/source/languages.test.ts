import { readdirSync, readFileSync } from "node:fs";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { grammarsFolder } from "../../../src/assets.js";
import { anchorsOf, declaredNames } from "../../../src/engine/link/anchors.js";
import { openGrammars } from "../../../src/grammars/open.js";
import type { Anchor } from "../../../src/model/project.js";
import { languages } from "../../../src/read/languages/index.js";
import { readSource } from "../../../src/read/source/read-source.js";

const folder = new URL("../../../fixtures/languages/", import.meta.url);
const judged = languages.filter(({ grammar }) => grammar !== undefined);

/** What the reader makes of an anchor, in the words of the fixture pages. */
function described(anchor: Anchor, text: string): string {
  const { placement } = anchor;
  if (placement.kind === "dangling") return `dangling at the end of ${placement.end}`;
  if (placement.kind === "unjudged") return `unjudged: ${placement.reason}`;
  const { span, tie, owner, activity } = placement.construct;
  const [line = ""] = text.slice(span.start, span.end).split(/\r?\n/);
  const shown = line.length > 50 ? `${line.slice(0, 48)}…` : line;
  return `${tie} \`${shown}\` in ${owner.join("::") || "the file"}${activity.kind === "active" ? "" : `, ${activity.kind}`}`;
}

/** The code fences of a page. */
function fencesOf(page: string): readonly { code: string; line: number }[] {
  const tree = unified().use(remarkParse).parse(page);
  return tree.children.flatMap((node) => (node.type === "code" ? [{ code: node.value, line: node.position?.start.line ?? 0 }] : []));
}

describe("the languages with a grammar", () => {
  it("have a fixture page each", () => {
    expect(readdirSync(folder).sort()).toEqual(judged.map(({ id }) => `${id}.md`).sort());
  });

  for (const language of judged) {
    const fences = fencesOf(readFileSync(new URL(`${language.id}.md`, folder), "utf8"));
    for (const door of ["native", "wasm"] as const) {
      for (const ending of ["\n", "\r\n"]) {
        for (const { code, line } of fences) {
          it(`${language.name}, ${door}, ${JSON.stringify(ending)}: the anchors of the page's line ${line} say what the reader makes of them`, async () => {
            const text = code.replaceAll("\n", ending);
            const parse = await openGrammars(grammarsFolder, door).load(language.grammar?.name ?? "");
            expect(parse).toBeDefined();
            const source = readSource(
              { path: `page${language.extensions[0]}`, text, language, marker: "SPEC", symbols: false, outline: false },
              parse,
            );
            const anchors = anchorsOf(source, declaredNames(new Set()));
            expect(anchors.length).toBe(code.match(/SPEC:(?! AfterBrace — trails `if x > …)/g)?.length);
            expect(anchors.map((anchor) => `${anchor.name} — ${described(anchor, text)}`)).toEqual(
              anchors.map((anchor) => `${anchor.name} — ${anchor.text}`),
            );
          });
        }
      }
    }
  }
});
