import { pick } from "./chance.js";
import { atAnchor, lifted, type Mutant, type Mutation, mutant, spliceFile } from "./mutant.js";
import { codeAfter, functions } from "./rust-places.js";
import { indentOf } from "./splice.js";
import type { Pair, Subject } from "./subject.js";

const linesOf = (subject: Subject, path: string): readonly string[] => (subject.files.get(path) ?? "").split("\n");

function otherFile(subject: Subject, pair: Pair, seed: string): Mutant | undefined {
  if (pair.stray !== undefined) return undefined;
  const path = pick(
    [...new Set(subject.pairs.map(({ anchor }) => anchor.path))].filter((other) => other !== pair.anchor.path),
    seed,
  );
  if (path === undefined) return undefined;
  const lines = linesOf(subject, path);
  const at = pick(functions(lines), `${seed}/fn`);
  if (at === undefined) return undefined;
  const there = spliceFile(subject, path, [{ at, remove: 0, lines: pair.anchor.comment.map((line) => indentOf(lines[at]) + line) }]);
  const here = spliceFile(subject, pair.anchor.path, [lifted(pair)]);
  const files = new Map([
    [path, there.text],
    [pair.anchor.path, here.text],
  ]);
  return {
    target: pair.name,
    files,
    expected: [{ rule: "wrong-file", name: pair.name, path, line: there.landed[0] ?? 0 }],
    withoutGit: undefined,
  };
}

function copied(subject: Subject, pair: Pair, seed: string): Mutant | undefined {
  const { anchor } = pair;
  const lines = linesOf(subject, anchor.path);
  const own = codeAfter(lines, anchor).at;
  const at = pick(
    functions(lines).filter((line) => line !== own),
    seed,
  );
  const says = anchor.comment.join(" ").replace(/^.*?SPEC: \S+/, "");
  if (at === undefined || !/\w/.test(says)) return undefined;
  const { text, landed } = spliceFile(subject, anchor.path, [
    { at, remove: 0, lines: anchor.comment.map((line) => indentOf(lines[at]) + line) },
  ]);
  const original = anchor.line + 1 + (at <= anchor.line ? anchor.comment.length : 0);
  return mutant(pair, anchor.path, text, [atAnchor(pair, "duplicate-anchor", Math.max(original, landed[0] ?? 0))]);
}

/** The anchor's comment stands on another construct that runs: of another file, or of its own as well. */
export const anchorElsewhere: readonly Mutation[] = [
  { id: "anchor moved to another file", apply: otherFile },
  { id: "anchor copied to another construct", apply: copied },
];
