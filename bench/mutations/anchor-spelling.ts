import { misspelled, unlike } from "./chance.js";
import { atAnchor, atRow, type Mutation, mutant, spliceFile, unheld } from "./mutant.js";
import type { Pair, Subject } from "./subject.js";

/** Writes the marker's line anew; its line number stays. */
function rewritten(subject: Subject, { anchor }: Pair, change: (comment: string) => string): string {
  const lines = (subject.files.get(anchor.path) ?? "").split("\n");
  const line = lines[anchor.line] ?? "";
  const [first = ""] = anchor.comment;
  return spliceFile(subject, anchor.path, [
    { at: anchor.line, remove: 1, lines: [line.slice(0, line.length - first.length) + change(first)] },
  ]).text;
}

/** A spelling of the whole marker that misses being an anchor: reported where it stands. */
function deviating(id: string, change: (comment: string, name: string) => string): Mutation {
  return {
    id,
    apply: (subject, pair) => {
      const text = rewritten(subject, pair, (comment) => change(comment, pair.name));
      return mutant(pair, pair.anchor.path, text, [atAnchor(pair, "malformed-anchor", pair.anchor.line + 1)]);
    },
  };
}

/** A spelling of the name that is near: git knows that the anchor changed last; without git the row is shown. */
function near(id: string, spell: (subject: Subject, pair: Pair, seed: string) => string | undefined): Mutation {
  return {
    id,
    apply: (subject, pair, seed) => {
      const written = spell(subject, pair, seed);
      if (written === undefined) return undefined;
      const text = rewritten(subject, pair, (comment) => comment.replace(pair.name, written));
      const expected = [atAnchor(pair, "malformed-anchor", pair.anchor.line + 1)];
      return mutant(pair, pair.anchor.path, text, expected, [atRow(pair, "malformed-anchor")]);
    },
  };
}

const namesOf = (subject: Subject): readonly string[] => subject.pairs.map(({ name }) => name);

/** An anchor is gone, or is not spelled as its row and the marker are. */
export const anchorSpelling: readonly Mutation[] = [
  {
    id: "anchor deleted",
    apply: (subject, pair) => {
      const { anchor } = pair;
      const kept = anchor.code === "" ? [] : [anchor.code];
      const { text } = spliceFile(subject, anchor.path, [{ at: anchor.line, remove: anchor.lines, lines: kept }]);
      return mutant(pair, anchor.path, text, [unheld(pair)]);
    },
  },
  {
    id: "anchor renamed, far",
    apply: (subject, pair) => {
      const name = unlike(pair.name);
      const text = rewritten(subject, pair, (comment) => comment.replace(pair.name, name));
      return mutant(pair, pair.anchor.path, text, [unheld(pair), atAnchor(pair, "undeclared-anchor", pair.anchor.line + 1, name)]);
    },
  },
  near("anchor renamed, one letter", (subject, pair, seed) => misspelled(pair.name, 1, namesOf(subject), seed)),
  near("anchor renamed, two letters", (subject, pair, seed) => misspelled(pair.name, 2, namesOf(subject), seed)),
  near("anchor's name in lower case", (_subject, pair) => pair.name.toLowerCase()),
  deviating("anchor without colon", (comment) => comment.replace("SPEC:", "SPEC")),
  deviating("anchor's marker in lower case", (comment) => comment.replace("SPEC:", "spec:")),
  deviating("anchor's marker capitalised", (comment) => comment.replace("SPEC:", "Spec:")),
  deviating("anchor without spaces", (comment) => comment.replace(/\s*SPEC:\s*/, "SPEC:")),
  deviating("anchor's colon set off", (comment) => comment.replace("SPEC:", "SPEC :")),
  deviating("anchor after words", (comment) => comment.replace("SPEC:", "see SPEC:")),
];
