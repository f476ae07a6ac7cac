import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { made } from "../accuracy/checkpointing.js";
import { fixture } from "../laws/workspaces.js";
import { type Files, verdicts } from "./verdicts.js";

const base = fixture("checkpointing");

/** The fixture, and the fixture with one anchor in another function or further down in its own: most of those are found. */
const workspaces: readonly Files[] = [
  base,
  ...[...made("other-function"), ...made("same-function")]
    .filter((_, at) => at % 5 === 0)
    .map(({ files }) => ({ ...base, ...Object.fromEntries(files) })),
];

const some = fc.constantFrom(...workspaces);
const few = { numRuns: 15 };

const known = new Map<Files, Promise<readonly string[]>>();

/** The verdicts of one of the workspaces, found once. */
function original(files: Files): Promise<readonly string[]> {
  const verdict = known.get(files) ?? verdicts(files);
  known.set(files, verdict);
  return verdict;
}

const mapSources = (files: Files, change: (text: string, path: string) => string): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, path.endsWith(".rs") ? change(text, path) : text]));

it("there is something to hold: most of the moved anchors are found, and none of those in their place", async () => {
  expect((await original(base)).filter((one) => !one.startsWith("unjudged"))).toEqual([]);
  const found = await Promise.all(workspaces.slice(1).map(original));
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter((one) => one.some((line) => line.startsWith("misplaced-anchor"))).length).toBeGreaterThan(found.length * 0.8);
});

describe("the verdict does not depend on", () => {
  it("the order of rows", () => {
    const row = /^\| `\w+` \| `src\/.*\n/gm;
    const shuffled = (text: string, keys: readonly number[]): string => {
      // Rows stay in their table: they change places with those next to them.
      return text.replace(/(?:^\| `\w+` \| `src\/.*\n)+/gm, (rows) => {
        const lines = rows.match(row) ?? [];
        return lines
          .map((line, at) => ({ line, key: keys[at % keys.length] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line)
          .join("");
      });
    };
    const keys = fc.array(fc.nat(1000), { minLength: 11, maxLength: 11 });
    const law = async (files: Files, order: readonly number[]): Promise<void> => {
      const document = shuffled(files["specs/README.md"] ?? "", order);
      expect(document.split("\n").sort()).toEqual(files["specs/README.md"]?.split("\n").sort());
      expect(await verdicts({ ...files, "specs/README.md": document })).toEqual(await original(files));
    };
    return fc.assert(fc.asyncProperty(some, keys, law), few);
  });

  it("blank lines and comments in the code, whatever they say", () => {
    const said = [
      "",
      "",
      "// pick_split clamps: clamp(1, length - 1)",
      "    // `ruler_rank` and `record`, entries and capacity",
      "/* unwind */",
    ];
    const remarks = fc.array(fc.record({ at: fc.nat(400), text: fc.constantFrom(...said) }), { minLength: 1, maxLength: 40 });
    const law = async (files: Files, remarks: readonly { readonly at: number; readonly text: string }[]): Promise<void> => {
      const changed = mapSources(files, (text) => {
        const lines = text.split("\n");
        const isComment = (line: string | undefined): boolean => /^\s*\/[/*]/.test(line ?? "");
        // A line in or below a comment would be a part of it, or cut it off from its code.
        const free = (at: number): boolean => !isComment(lines[at - 1]) && !/\/\//.test(lines[at - 1] ?? "");
        return lines
          .flatMap((line, at) => [...remarks.flatMap((remark) => (remark.at === at && free(at) ? [remark.text] : [])), line])
          .join("\n");
      });
      expect(await verdicts(changed)).toEqual(await original(files));
    };
    return fc.assert(fc.asyncProperty(some, remarks, law), few);
  });

  it("line ends", () => {
    const law = async (files: Files): Promise<void> => {
      const ended = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll("\n", "\r\n")]));
      expect(await verdicts(ended)).toEqual(await original(files));
    };
    return fc.assert(fc.asyncProperty(some, law), few);
  });

  it("how deep the code is indented", () => {
    const law = async (files: Files): Promise<void> => {
      expect(await verdicts(mapSources(files, (text) => text.replace(/^ +/gm, (spaces) => spaces + spaces)))).toEqual(
        await original(files),
      );
    };
    return fc.assert(fc.asyncProperty(some, law), few);
  });

  it("code of tests below it", () => {
    const one = (at: number): string =>
      `    fn pick_split_${at}(length: usize) -> usize {\n        ruler_rank(length).clamp(1, length - 1);\n        record(leader[source as usize]).spacing()\n    }\n`;
    const tests = `\n#[cfg(test)]\nmod more {\n${Array.from({ length: 20 }, (_, at) => one(at)).join("")}}\n`;
    const law = async (files: Files): Promise<void> => {
      expect(await verdicts(mapSources(files, (text) => text + tests))).toEqual(await original(files));
    };
    return fc.assert(fc.asyncProperty(some, law), few);
  });
});

describe("functions that have nothing to do with any row", () => {
  const word = fc.constantFrom("zebra", "lantern", "orchid", "velvet", "walnut", "harbour", "thistle", "pelican");
  const line = fc.oneof(
    fc.tuple(word, word, word).map(([a, b, c]) => `let ${a} = ${b}.${c}(17);`),
    fc.tuple(word, word).map(([a, b]) => `if ${a} != ${b} { ${a}.${b}(); }`),
    fc.tuple(word, word).map(([a, b]) => `${a}(${b}, "${b}");`),
  );
  const body = fc.array(line, { minLength: 1, maxLength: 30 });
  const more = fc.array(fc.record({ name: fc.tuple(word, word), body }), { minLength: 1, maxLength: 6 });

  it("never make a plausible anchor misplaced", () => {
    const law = async (functions: readonly { readonly name: readonly string[]; readonly body: readonly string[] }[]): Promise<void> => {
      const code = functions.map(({ name, body }, at) => `\nfn ${name.join("_")}_${at}() {\n    ${body.join("\n    ")}\n}\n`).join("");
      const found = await verdicts(mapSources(base, (text, path) => (path.startsWith("src/") ? text + code : text)));
      expect(found.filter((one) => !one.startsWith("unjudged"))).toEqual([]);
    };
    return fc.assert(fc.asyncProperty(more, law), { numRuns: 25 });
  });
});
