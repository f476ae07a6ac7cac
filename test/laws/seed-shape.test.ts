import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { checkFiles } from "../harness/check-files.js";
import { type Corruption, corruptions, seed, tableLines } from "./seed-document.js";
import { type DocumentShape, documentShape, plainTable, saysAnchor } from "./seed-shape.js";
import { fixture } from "./workspaces.js";

const { others, lines, tables } = seed();
const path = "specs/README.md";

/** A damaged row of one of the tables. */
interface Damage {
  readonly table: number;
  readonly row: number;
  readonly how: Corruption;
}

/** The document in that shape, and the 1-based line of each table's header. */
function documentOf(shape: DocumentShape, damage?: Damage): { readonly text: string; readonly headers: readonly number[] } {
  const written: string[] = [];
  const headers: number[] = [];
  let at = 0;
  for (const [index, table] of tables.entries()) {
    const form = shape.tables[index === 0 ? 0 : 1];
    written.push(...lines.slice(at, table.from));
    headers.push(written.length + 3);
    written.push(...tableLines(table, form, damage?.table === index ? damage : undefined));
    at = table.to;
  }
  const text = [...written, ...lines.slice(at)].join(shape.lineEnd);
  return { text: (shape.mark ? "\uFEFF" : "") + text, headers };
}

/** What a person needs to see of a shape that is misread: its tables' first lines and what was found. */
function shown(text: string, headers: readonly number[], report: Report): string {
  const all = text.split(/\r?\n/);
  const heads = headers.map((line) => all.slice(line - 3, line + 3).join("\n"));
  const found = report.diagnostics.map(({ line, rule, message, ...range }) => `${range.path}:${line} ${rule}: ${message}`);
  return `\n${heads.join("\n…\n")}\n…\n${found.slice(0, 5).join("\n")}\n`;
}

async function readsAlike(shape: DocumentShape): Promise<void> {
  const { text, headers } = documentOf(shape);
  const { report } = await checkFiles({ ...others, [path]: text });
  const note = shown(text, headers, report);
  const { rows, anchors, documents, inferredTables } = report.summary;
  // The forms with a line make one up: which lines a site cites is another matter than which file it is.
  expect(
    report.diagnostics.filter(({ rule }) => rule !== "stale-lines"),
    note,
  ).toEqual([]);
  expect({ rows, anchors, documents }, note).toEqual({ rows: 21, anchors: 21, documents: 1 });
  const inferred = headers.filter((_, index) => !saysAnchor(shape.tables[index === 0 ? 0 : 1])).map((line) => ({ path, line }));
  expect(inferredTables, note).toEqual(inferred);
}

const damage: fc.Arbitrary<Damage> = fc.constantFrom(...tables.keys()).chain((table) =>
  fc.record({
    table: fc.constant(table),
    row: fc.nat((tables[table]?.rows.length ?? 1) - 1),
    how: fc.constantFrom(...corruptions),
  }),
);

async function reportsDamage(shape: DocumentShape, done: Damage): Promise<void> {
  const { text, headers } = documentOf(shape, done);
  const { report } = await checkFiles({ ...others, [path]: text });
  const line = (headers[done.table] ?? 0) + 2 + done.row;
  const note = `${shown(text, headers, report)}${done.how} at line ${line}: ${text.split(/\r?\n/)[line - 1]}\n`;
  expect(report.summary.rows, note).toBe(21);
  const places = report.diagnostics.flatMap((diagnostic) => [diagnostic, ...diagnostic.related]);
  expect(
    places.some((place) => place.path === path && place.line === line),
    note,
  ).toBe(true);
}

const plain: DocumentShape = { tables: [plainTable, plainTable], lineEnd: "\n", mark: false };

describe("the seed-shaped document", () => {
  it("has the two tables and 21 rows that the rest is about", () => {
    expect(tables.map(({ rows }) => rows.length)).toEqual([11, 10]);
    expect(
      tables.flatMap(({ rows }) => rows).every(({ name, path: file, explanation }) => name !== "" && file !== "" && explanation !== ""),
    ).toBe(true);
  });

  it("is the fixture itself in its plain shape, but for the dashes", () => {
    const withoutDashes = (text: string | undefined) => text?.replace(/^\|[-| ]+\|$/gm, "");
    expect(withoutDashes(documentOf(plain).text)).toBe(withoutDashes(fixture("checkpointing")[path]));
  });

  it("has anchor tables by the word in their first header alone", () =>
    readsAlike({
      ...plain,
      tables: [plainTable, { ...plainTable, order: ["site", "name", "explanation", "status"], headingSaysAnchor: false }],
    }));

  it.each(corruptions.flatMap((how) => [...tables.keys()].map((table) => [how, table] as const)))(
    "is not silent about a row with %s in table %i",
    (how, table) => reportsDamage(plain, { table, row: 3, how }),
  );

  it("is read alike however its tables are written", () => fc.assert(fc.asyncProperty(documentShape, readsAlike), { numRuns: 120 }));

  it("never loses a row silently: a damaged one is reported where it stands", () =>
    fc.assert(fc.asyncProperty(documentShape, damage, reportsDamage), { numRuns: 120 }));
});
