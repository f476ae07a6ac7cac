import { describe, expect, it } from "vitest";
import { languages } from "../../../src/read/languages/index.js";
import type { Language } from "../../../src/read/languages/language.js";
import { fencesOf } from "../source/pages.js";
import { type Operation, operations } from "./operations.js";

const judged = languages.filter(({ grammar }) => grammar !== undefined);

/** What the anchors of a language's page say, by their names, and the kinds of the symbols that it lists. */
function shownBy(language: Language): { readonly anchors: ReadonlyMap<string, string>; readonly kinds: ReadonlySet<string> } {
  const fences = fencesOf(language);
  const anchors = fences.flatMap(({ code }) =>
    [...code.matchAll(/SPEC: (\w+) — (.*?)(?: ?(?:\*\/|-\}|"""|'''|["'`\\].?)?\)?;?)?$/gm)].map(
      ([, name = "", says = ""]) => [name, says] as const,
    ),
  );
  const kinds = fences.flatMap(({ symbols }) => symbols?.map((line) => line.slice(0, line.lastIndexOf(" "))) ?? []);
  return { anchors: new Map(anchors), kinds: new Set(kinds) };
}

/** What is wrong with a language's cell of the operation; `undefined` if nothing is. */
function faultOf({ id, anchors = [], says, kinds }: Operation, language: Language, shown: ReturnType<typeof shownBy>): string | undefined {
  const missing = anchors.filter((name) => !shown.anchors.has(name));
  const has = kinds === undefined ? missing.length === 0 : kinds.some((kind) => shown.kinds.has(kind));
  const reason = language.without?.[id];
  if (reason !== undefined)
    return has ? `${id}: shown, and said to be missing` : reason.length < 20 ? `${id}: that is no reason` : undefined;
  if (!has) return `${id}: not shown${missing.length > 0 ? ` (${missing.join(", ")})` : ""}`;
  const wrong = anchors.filter((name) => says !== undefined && !says.test(shown.anchors.get(name) ?? ""));
  return wrong.length === 0 ? undefined : `${id}: ${wrong.map((name) => `${name} — ${shown.anchors.get(name)}`).join("; ")}`;
}

describe("every operation in every language with a grammar", () => {
  it.each(judged)("$name shows each, or says why it has no such thing", (language) => {
    const shown = shownBy(language);
    expect(operations.flatMap((operation) => faultOf(operation, language, shown) ?? [])).toEqual([]);
  });

  it.each(judged)("$name gives no reason for what is no operation", ({ without = {} }) => {
    const ids = operations.map(({ id }) => id);
    expect(Object.keys(without).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("names no operation twice", () => {
    const names = operations.flatMap(({ id, anchors = [] }) => [id, ...anchors]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
