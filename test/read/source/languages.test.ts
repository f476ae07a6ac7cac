import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { grammarsFolder } from "../../../src/assets.js";
import { anchorsOf, declaredNames } from "../../../src/engine/link/anchors.js";
import { openGrammars } from "../../../src/grammars/open.js";
import type { Anchor } from "../../../src/model/project.js";
import type { SourceFacts } from "../../../src/model/source.js";
import { languages } from "../../../src/read/languages/index.js";
import type { Language } from "../../../src/read/languages/language.js";
import { readSource } from "../../../src/read/source/read-source.js";
import { type Fence, fencesOf, pagesFolder } from "./pages.js";

const judged = languages.filter(({ grammar }) => grammar !== undefined);
const doors = { native: openGrammars(grammarsFolder, "native"), wasm: openGrammars(grammarsFolder, "wasm") } as const;

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

async function read(language: Language, { path }: Fence, text: string, door: keyof typeof doors): Promise<SourceFacts> {
  const parse = await doors[door].load(language.grammar?.name ?? "");
  expect(parse).toBeDefined();
  return readSource({ path, text, language, marker: "SPEC", symbols: true, outline: true, code: new Set([""]) }, parse);
}

describe("the languages with a grammar", () => {
  it("have a fixture page each", () => {
    expect(readdirSync(pagesFolder).sort()).toEqual(judged.map(({ id }) => `${id}.md`).sort());
  });
});

for (const language of judged) {
  for (const door of ["native", "wasm"] as const) {
    for (const ending of ["\n", "\r\n"]) {
      describe(`${language.name}, ${door}, ${JSON.stringify(ending)}`, () => {
        it.each(fencesOf(language))("the anchors of the page's line $line say what the reader makes of them", async (fence) => {
          const text = fence.code.replaceAll("\n", ending);
          const source = await read(language, fence, text, door);
          if (fence.strings) {
            const dead = source.marks.map(({ mark, around }) => `${mark.word} — ${around.kind === "dead" ? around.what : around.kind}`);
            expect(dead).toEqual(source.marks.map(({ mark, said }) => `${mark.word} — ${/ — (string)/.exec(said)?.[1]}`));
            return;
          }
          const anchors = anchorsOf(source, declaredNames(new Set()));
          expect(anchors.length).toBe(fence.code.split("\n").filter((line) => line.includes("SPEC:")).length);
          expect(anchors.map((anchor) => `${anchor.name} — ${described(anchor, text)}`)).toEqual(
            anchors.map((anchor) => `${anchor.name} — ${anchor.text}`),
          );
        });

        it.each(fencesOf(language).filter(({ symbols }) => symbols !== undefined))(
          "the symbols of line $line are those listed",
          async (fence) => {
            const { symbols } = await read(language, fence, fence.code.replaceAll("\n", ending), door);
            const found = symbols?.defined.map(({ kind, owner, name }) => `${kind} ${[...owner, name].join("::")}`);
            expect(found).toEqual(fence.symbols);
          },
        );

        it.each(fencesOf(language))("a lock and the judgement see the constructs of line $line", async (fence) => {
          const text = fence.code.replaceAll("\n", ending);
          const { marks, code, outline } = await read(language, fence, text, door);
          const spans = code?.stretches.map(({ span }) => span.start) ?? [];
          for (const { mark, around } of marks) {
            if (around.kind !== "comment" || around.placement.kind !== "construct") continue;
            const { span, activity } = around.placement.construct;
            expect(spans, mark.word).toContain(span.start);
            if (activity.kind !== "active") continue;
            const place = (item: number | undefined) =>
              outline?.placesIn(item).some(({ start, end }) => start <= span.start && span.end <= end);
            const items =
              outline?.items.flatMap((item, at) => (item.span.start <= span.start && span.end <= item.span.end ? [at] : [])) ?? [];
            expect([undefined, ...items].some(place), mark.word).toBe(true);
          }
        });
      });
    }
  }
}
