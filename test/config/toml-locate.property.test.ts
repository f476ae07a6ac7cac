import fc from "fast-check";
import { parse, stringify } from "smol-toml";
import { describe, expect, test } from "vitest";
import { type KeyPath, locator } from "../../src/config/toml-locate.js";

describe("locator", () => {
  test("finds every string of every document where it begins", () => {
    const leaf = fc.nat().map((number) => `leaf-${number}`);
    const key = fc.oneof(fc.constantFrom("a", "b", "a b", 'q"', "'", "ä.ö", "=", "#", "\\", "[x]", "\n"), fc.string({ minLength: 1 }));
    const tableOf = (value: fc.Arbitrary<unknown>) => fc.dictionary(key, value, { noNullPrototype: true, maxKeys: 4 });
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(leaf), fc.array(tableOf(tie("value")), { maxLength: 3 }), tableOf(tie("value"))),
    }));
    fc.assert(
      fc.property(tableOf(value), (document) => {
        const toml = stringify(document);
        const locate = locator(toml);
        const lines = toml.split("\n");
        const lost = leaves(document, []).filter(([path, string]) => {
          const { line, column } = locate(path)?.value ?? { line: 0, column: 0 };
          return !lines[line - 1]?.startsWith(`"${string}"`, column - 1);
        });
        expect(lost, toml).toEqual([]);
      }),
    );
  });

  test("comes to an end on every text that the parser accepts", () => {
    const pieces = [...'a=1[]{},#"\\\n\t ', "b.c", "''", "[[", "]]", '"""', "'''", "\r\n", "a=1\n", "[t]\n"];
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const candidate = parts.join("");
        try {
          parse(candidate);
        } catch {
          return;
        }
        accepted += 1;
        locator(candidate);
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

function leaves(value: unknown, path: KeyPath): readonly (readonly [KeyPath, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((element, index) => leaves(element, [...path, index]));
  return Object.entries(Object(value)).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}
