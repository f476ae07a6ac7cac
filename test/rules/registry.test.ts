import { existsSync, readdirSync, readFileSync } from "node:fs";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.js";
import { readPage } from "./page.js";
import { plainTextOf } from "./page-text.js";

const file = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(file(path), "utf8");
const ids = rules.map(({ id }) => id).toSorted();
const named = (extension: string): readonly string[] =>
  readdirSync(file("src/rules")).flatMap((name) =>
    name.endsWith(extension) && name !== "index.ts" ? [name.slice(0, -extension.length)] : [],
  );

/** A rule without its function, which is what a table or a schema can show. */
interface Shown {
  readonly id: string;
  readonly severity: string;
  readonly summary: string;
}

/** The rows of the README's table whose first header is `Rule`. */
function shownIn(readme: string): readonly Shown[] | undefined {
  const tables = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(readme)
    .children.filter((node) => node.type === "table");
  const rows = tables
    .map(({ children }) => children.map((row) => row.children.map((cell) => plainTextOf(cell).trim())))
    .find(([header]) => header?.[0] === "Rule");
  return rows?.slice(1).map(([id = "", severity = "", summary = ""]) => ({ id, severity, summary }));
}

describe("the rules", () => {
  it("are the files of their folder, each with a page", () => {
    expect(named(".ts").toSorted()).toEqual(ids);
    expect(named(".md").toSorted()).toEqual(ids);
  });

  it.each(rules)("$id is all that its file exports", async (rule) => {
    const exported: unknown = await import(`../../src/rules/${rule.id}.ts`);
    expect(Object.values(exported as Readonly<Record<string, unknown>>)).toEqual([rule]);
  });

  it("have ids of their own, in lower case with dashes", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it("have summaries that fit a list: one line, no capital first, no period last", () => {
    expect(rules.filter(({ summary }) => !/^(?![A-Z]).{10,79}[^.\s]$/.test(summary)).map(({ id }) => id)).toEqual([]);
  });

  it("run always only where their silence would hide that nothing was checked", () => {
    expect(rules.filter(({ always }) => always === true).map(({ id, severity }) => `${id} ${severity}`)).toEqual([
      "unreadable error",
      "nothing-checked error",
    ]);
  });
});

describe.each(rules)("the page of $id", ({ id, severity, always }) => {
  const page = readPage(id, read(`src/rules/${id}.md`));

  it("has the id for its title", () => {
    expect(page.title).toBe(id);
  });

  it("ends its first paragraph with the rule's level", () => {
    const level = always === true ? "Always an error." : severity === "error" ? "An error by default." : "A warning by default.";
    expect(page.lead.slice(-level.length)).toBe(level);
  });
});

describe("where the rules are listed", () => {
  const sorted = (shown: readonly Shown[]): readonly Shown[] => shown.toSorted((a, b) => (a.id < b.id ? -1 : 1));

  it.runIf(existsSync(file("README.md")) && shownIn(read("README.md")) !== undefined)(
    "the README shows each with its level and its summary",
    () => {
      expect(sorted(shownIn(read("README.md")) ?? [])).toEqual(
        sorted(rules.map(({ id, severity, summary }) => ({ id, severity, summary }))),
      );
    },
  );

  it.runIf(existsSync(file("schema/config.schema.json")))("the configuration's schema knows each, and no other", () => {
    const schema: unknown = JSON.parse(read("schema/config.schema.json"));
    expect(schema).toMatchObject({ properties: { rules: { properties: {} } } });
    const { properties } = (schema as { readonly properties: { readonly rules: { readonly properties: object } } }).properties.rules;
    expect(Object.keys(properties).toSorted()).toEqual(ids);
  });
});
