import { type Splice, type Spliced, splice } from "./splice.js";
import type { Pair, Subject } from "./subject.js";

/** A finding as a mutation foresees it; `line` is 1-based and counts in the mutated file. */
export interface Foreseen {
  readonly rule: string;
  readonly name: string | undefined;
  readonly path: string;
  readonly line: number;
}

/** One way to damage one pair of row and anchor. */
export interface Mutant {
  /** The name of the pair. */
  readonly target: string;
  /** The texts that change. */
  readonly files: ReadonlyMap<string, string>;
  /** All that is new where git knows the mutation as a change that is not committed. */
  readonly expected: readonly Foreseen[];
  /** All that is new where there is no git, if that differs. */
  readonly withoutGit: readonly Foreseen[] | undefined;
}

/** A kind of damage. */
export interface Mutation {
  readonly id: string;
  /** The mutant of a pair; `undefined` where the damage cannot be done to it. The seed decides what chance would. */
  readonly apply: (subject: Subject, pair: Pair, seed: string) => Mutant | undefined;
}

/** Splices one file of the subject. */
export function spliceFile(subject: Subject, path: string, splices: readonly Splice[]): Spliced {
  return splice(subject.files.get(path) ?? "", splices);
}

/** A mutant that changes one file. */
export function mutant(pair: Pair, path: string, text: string, expected: readonly Foreseen[], withoutGit?: readonly Foreseen[]): Mutant {
  return { target: pair.name, files: new Map([[path, text]]), expected, withoutGit };
}

/** A finding at the pair's row, which stands where it stood. */
export function atRow(pair: Pair, rule: string, name: string | undefined = pair.name): Foreseen {
  return { rule, name, path: pair.row.path, line: pair.row.line + 1 };
}

/** A finding at a 1-based line of the anchor's file. */
export function atAnchor(pair: Pair, rule: string, line: number, name = pair.name): Foreseen {
  return { rule, name, path: pair.anchor.path, line };
}

/** What a row without its anchor gives: an anchor of its name in a file where no row declares it explains the row. */
export function unheld(pair: Pair): Foreseen {
  const { stray } = pair;
  return stray === undefined
    ? atRow(pair, "missing-anchor")
    : { rule: "wrong-file", name: pair.name, path: stray.path, line: stray.line + 1 };
}

/** Takes the anchor's comment away, the code before it excepted. */
export function lifted({ anchor }: Pick<Pair, "anchor">): Splice {
  return { at: anchor.line, remove: anchor.lines, lines: anchor.code === "" ? [] : [anchor.code] };
}
