import { pick } from "./chance.js";
import { atAnchor, lifted, type Mutant, type Mutation, mutant, spliceFile } from "./mutant.js";
import { codeAfter, endOfCode, implEnds, imports, testFunction } from "./rust-places.js";
import { indentOf } from "./splice.js";
import type { Pair, Subject } from "./subject.js";

const linesOf = (subject: Subject, path: string): readonly string[] => (subject.files.get(path) ?? "").split("\n");

/** Moves the anchor's comment before a line of its file, with lines around it; the marker is reported there. */
function moved(
  subject: Subject,
  pair: Pair,
  rule: string,
  at: number,
  indent: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
): Mutant {
  const comment = pair.anchor.comment.map((line) => indent + line);
  const { text, landed } = spliceFile(subject, pair.anchor.path, [
    lifted(pair),
    { at, remove: 0, lines: [...before, ...comment, ...after] },
  ]);
  return mutant(pair, pair.anchor.path, text, [atAnchor(pair, rule, (landed[1] ?? 0) + before.length)]);
}

/** The index after the last line of a text that ends in a line end, or that of its last line. */
const endOf = (lines: readonly string[]): number => (lines.at(-1) === "" ? lines.length - 1 : lines.length);

/** The anchor's comment stands elsewhere in its file, where it marks nothing that runs. */
export const anchorMoved: readonly Mutation[] = [
  {
    id: "anchor moved to the end of the file",
    apply: (subject, pair) => moved(subject, pair, "dangling-anchor", endOf(linesOf(subject, pair.anchor.path)), ""),
  },
  {
    id: "anchor moved to the end of an impl",
    apply: (subject, pair, seed) => {
      const lines = linesOf(subject, pair.anchor.path);
      const at = pick(implEnds(lines), seed);
      return at === undefined ? undefined : moved(subject, pair, "dangling-anchor", at, `${indentOf(lines[at])}    `);
    },
  },
  {
    id: "anchor moved onto a use",
    apply: (subject, pair, seed) => {
      const at = pick(imports(linesOf(subject, pair.anchor.path)), seed);
      return at === undefined ? undefined : moved(subject, pair, "inactive-anchor", at, "");
    },
  },
  {
    id: "anchor moved into the test module",
    apply: (subject, pair) => {
      const lines = linesOf(subject, pair.anchor.path);
      const at = testFunction(lines);
      if (at !== undefined) return moved(subject, pair, "inactive-anchor", at, indentOf(lines[at]));
      return moved(
        subject,
        pair,
        "inactive-anchor",
        endOf(lines),
        "    ",
        ["", "#[cfg(test)]", "mod further_tests {"],
        ["    fn probe() {}", "}"],
      );
    },
  },
  {
    id: "anchor moved onto a compiled-out function",
    apply: (subject, pair) =>
      moved(
        subject,
        pair,
        "inactive-anchor",
        endOf(linesOf(subject, pair.anchor.path)),
        "",
        [""],
        ["#[cfg(any())]", "fn never_built() {}"],
      ),
  },
  {
    id: "anchor moved into a compiled-out module",
    apply: (subject, pair) =>
      moved(
        subject,
        pair,
        "inactive-anchor",
        endOf(linesOf(subject, pair.anchor.path)),
        "    ",
        ["", "#[cfg(any())]", "mod never_built {"],
        ["    fn probe() {}", "}"],
      ),
  },
  {
    id: "anchor's code compiled out",
    apply: (subject, pair) => {
      const lines = linesOf(subject, pair.anchor.path);
      const { at, kind } = codeAfter(lines, pair.anchor);
      if (kind === "end") return undefined;
      const { text } = spliceFile(subject, pair.anchor.path, [{ at, remove: 0, lines: [`${indentOf(lines[at])}#[cfg(any())]`] }]);
      // Anchors on the same code and inside it go with it.
      const inside = subject.pairs.filter(
        ({ anchor }) => anchor.path === pair.anchor.path && anchor.line >= at && anchor.line <= endOfCode(lines, at),
      );
      const beside = subject.pairs.filter(
        ({ anchor }) => anchor.path === pair.anchor.path && anchor.line < at && codeAfter(lines, anchor).at === at,
      );
      const expected = [
        ...beside.map((other) => atAnchor(other, "inactive-anchor", other.anchor.line + 1)),
        ...inside.map((other) => atAnchor(other, "inactive-anchor", other.anchor.line + 2)),
      ];
      return mutant(pair, pair.anchor.path, text, expected);
    },
  },
];
