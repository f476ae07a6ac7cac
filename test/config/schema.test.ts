import { Ajv } from "ajv";
import fc from "fast-check";
import { parse, stringify } from "smol-toml";
import { describe, expect, test } from "vitest";
import { configJsonSchema } from "../../schema/generate-config.js";
import { parseConfig } from "../../src/config/parse.js";

const schema = configJsonSchema([
  { id: "wrong-file", summary: "An anchor is in another file than declared." },
  { id: "unreadable", summary: "A file cannot be read.", always: true },
]);
const rules = { ids: ["wrong-file", "unreadable"], always: ["unreadable"] };
const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

/** Every key of the file that has no description, as a path. */
function undescribed(node: unknown, path: string): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const { properties, items } = node as { readonly properties?: Record<string, object>; readonly items?: object };
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, inner]) => [
      ...("description" in inner ? [] : [`${path}.${key}`]),
      ...undescribed(inner, `${path}.${key}`),
    ]),
    ...undescribed(items, `${path}[]`),
  ];
}

describe("the JSON schema", () => {
  test("describes every key", () => {
    expect(undescribed(schema, "")).toEqual([]);
  });

  test("lists the rules with their summaries and levels, and no others", () => {
    expect(schema).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      properties: {
        marker: { default: "SPEC" },
        rules: {
          additionalProperties: false,
          properties: {
            "wrong-file": { description: "An anchor is in another file than declared.", enum: ["off", "warn", "warning", "error"] },
            unreadable: { description: "A file cannot be read.", enum: ["error"] },
          },
        },
      },
    });
  });

  test("accepts what the parser accepts, and nothing else", () => {
    // Mostly right, so that whole files are right often enough.
    const mostly = <T>(right: readonly T[], wrong: readonly T[]) =>
      fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
    const patterns = mostly<unknown>(
      ["a", "a..b", "./a", "**/*.md"],
      ["", " ", "/a", "../a", "a/..", "{../a}", "!../a", "!/a", "C:\\a", 1],
    );
    const texts = mostly<unknown>(["a", "a b", "../a"], ["", " ", true]);
    const markers = mostly<unknown>(["A", "A:", "A:B", "::A"], ["", " ", "A B", "A ", ":", "A::", 1]);
    const levels = mostly<unknown>(["off", "warn", "warning", "error"], ["fatal", "Error", true]);
    const list = (element: fc.Arbitrary<unknown>) =>
      fc.oneof({ weight: 12, arbitrary: fc.array(element, { maxLength: 2 }) }, { weight: 1, arbitrary: element });
    const record = (entries: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
      fc
        .tuple(fc.record(entries, { requiredKeys: [] }), mostly<object>([{}], [{ other: "a" }]))
        .map(([known, unknown]): Readonly<Record<string, unknown>> => ({ ...known, ...unknown }));
    const table = record({
      heading: texts,
      header: texts,
      document: patterns,
      kind: mostly(["anchor", "mapping", "ignore"], ["other", ""]),
      columns: record({ name: texts, site: texts, lines: texts, symbol: texts, explanation: texts, status: texts }),
    });
    const file = record({
      $schema: texts,
      documents: list(patterns),
      sources: list(patterns),
      exclude: list(patterns),
      external: list(texts),
      marker: markers,
      tables: list(table),
      rules: record({ "wrong-file": levels, unreadable: mostly(["error"], ["off", "warn"]) }),
    });
    const seen = { config: 0, problems: 0 };
    fc.assert(
      fc.property(file, (candidate) => {
        const text = stringify(candidate);
        const { kind } = parseConfig("c", text, rules);
        seen[kind] += 1;
        expect(validate(structuredClone(parse(text))), text).toBe(kind === "config");
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.config, seen.problems)).toBeGreaterThan(200);
  });
});
