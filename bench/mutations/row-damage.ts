import { misspelled, unlike } from "./chance.js";
import { atAnchor, atRow, type Foreseen, lifted, type Mutant, type Mutation, mutant, spliceFile, unheld } from "./mutant.js";
import type { Pair, Subject } from "./subject.js";

const lineOf = (subject: Subject, { row }: Pair): string => (subject.files.get(row.path) ?? "").split("\n")[row.line] ?? "";

/** Writes the row's line anew: as no line, as another, as several. */
function rewritten(
  subject: Subject,
  pair: Pair,
  lines: readonly string[],
  expected: readonly Foreseen[],
  withoutGit?: readonly Foreseen[],
): Mutant {
  const { text } = spliceFile(subject, pair.row.path, [{ at: pair.row.line, remove: 1, lines }]);
  return mutant(pair, pair.row.path, text, expected, withoutGit);
}

const withName = (subject: Subject, pair: Pair, cell: string): string => lineOf(subject, pair).replace(`\`${pair.name}\``, cell);

/** `BudgetInvariant` → `Budget Invariant`; `undefined` for a name of one word. */
function inWords(name: string): string | undefined {
  const words = name.replaceAll("_", " ").replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, " ");
  return words.includes(" ") ? words : undefined;
}

function renamed(id: string, spell: (subject: Subject, pair: Pair, seed: string) => string | undefined, near: boolean): Mutation {
  return {
    id,
    apply: (subject, pair, seed) => {
      const name = spell(subject, pair, seed);
      if (name === undefined) return undefined;
      const far = [atRow(pair, "missing-anchor", name), atAnchor(pair, "undeclared-anchor", pair.anchor.line + 1)];
      return rewritten(subject, pair, [withName(subject, pair, `\`${name}\``)], near ? [atRow(pair, "malformed-anchor", name)] : far);
    },
  };
}

function broken(id: string, path: (site: string) => string): Mutation {
  return {
    id,
    apply: (subject, pair) => {
      const line = lineOf(subject, pair).replace(`\`${pair.site}\``, `\`${path(pair.site)}\``);
      return rewritten(subject, pair, [line], [atRow(pair, "missing-file")]);
    },
  };
}

function worded(id: string, cell: (words: string) => string): Mutation {
  return {
    id,
    apply: (subject, pair) => {
      const words = inWords(pair.name);
      return words === undefined
        ? undefined
        : rewritten(subject, pair, [withName(subject, pair, cell(words))], [atRow(pair, "malformed-row")]);
    },
  };
}

/** The row and those below it are no part of their table any more: one fault, said of the first of them. */
function cutOff(id: string, by: string): Mutation {
  return {
    id,
    apply: (subject, pair) =>
      rewritten(subject, pair, [by, lineOf(subject, pair)], [{ ...atRow(pair, "malformed-row"), line: pair.row.line + 2 }]),
  };
}

/** A row says something else than its anchor, or cannot be read. */
export const rowDamage: readonly Mutation[] = [
  {
    id: "row deleted",
    apply: (subject, pair) => rewritten(subject, pair, [], [atAnchor(pair, "undeclared-anchor", pair.anchor.line + 1)]),
  },
  broken("row's file does not exist", (site) => site.replace(/(\w+)\.(\w+)$/, "$1_gone.$2")),
  broken("row's folder does not exist", (site) => `elsewhere/${site}`),
  renamed("row renamed, far", (_subject, pair) => unlike(pair.name), false),
  renamed(
    "row renamed, one letter",
    (subject, pair, seed) =>
      misspelled(
        pair.name,
        1,
        subject.pairs.map(({ name }) => name),
        seed,
      ),
    true,
  ),
  renamed(
    "row renamed, two letters",
    (subject, pair, seed) =>
      misspelled(
        pair.name,
        2,
        subject.pairs.map(({ name }) => name),
        seed,
      ),
    true,
  ),
  worded("row's name in words", (words) => words),
  worded("row's name in words, as code", (words) => `\`${words}\``),
  {
    id: "row without backticks, and anchor deleted",
    apply: (subject, pair) => {
      const row = spliceFile(subject, pair.row.path, [{ at: pair.row.line, remove: 1, lines: [withName(subject, pair, pair.name)] }]);
      const source = spliceFile(subject, pair.anchor.path, [lifted(pair)]);
      const files = new Map([
        [pair.row.path, row.text],
        [pair.anchor.path, source.text],
      ]);
      return { target: pair.name, files, expected: [unheld(pair)], withoutGit: undefined };
    },
  },
  {
    id: "row duplicated",
    apply: (subject, pair) => {
      const line = lineOf(subject, pair);
      return rewritten(subject, pair, [line, line], [{ ...atRow(pair, "duplicate-row"), line: pair.row.line + 2 }]);
    },
  },
  cutOff("rows cut off by a comment", "<!-- checked by hand -->"),
  cutOff("rows cut off by a blank line", ""),
];
