import type { Outline } from "../../model/outline.js";
import type { Phrasebook } from "../../model/phrasebook.js";
import { lowerBound, type Span } from "../../model/span.js";
import { foldedName, stemsOf } from "./words.js";

/** A range of lines as an outline counts them, both ends included; empty where `last` is before `first`. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Where in one file's code something stands: lines in ascending order, each once; the same array for the same question. */
export interface Occurrences {
  readonly outline: Outline;
  /** What prose goes with code. */
  readonly phrasebook: Phrasebook;
  readonly lineCount: number;
  /** The innermost item of each line; `undefined` outside of items. */
  readonly itemOfLine: readonly (number | undefined)[];
  readonly ofToken: (token: string) => readonly number[];
  /** An identifier as written, or else as another language writes it. */
  readonly ofName: (name: string) => readonly number[];
  /** Two tokens, one right after the other. */
  readonly ofPair: (first: string, second: string) => readonly number[];
  /** The identifiers with a word of that stem. */
  readonly ofStem: (stem: string) => readonly number[];
  /** True if some item has that name. */
  readonly isItem: (name: string) => boolean;
  readonly linesOf: (span: Span) => Lines;
}

const none: readonly number[] = [];

function memoised(find: (key: string) => readonly number[]): (key: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (key) => {
    const lines = known.get(key) ?? find(key);
    known.set(key, lines);
    return lines;
  };
}

/** Prepares look-ups in an outline. Only what is asked for is worked out: most words of a file are in no row. */
export function occurrencesIn(outline: Outline, phrasebook: Phrasebook): Occurrences {
  const { tokens, starts, lines, items } = outline;
  const lineCount = (lines.at(-1) ?? -1) + 1;
  const positions = new Map<string, number[]>();
  for (const [at, token] of tokens.entries()) {
    const known = positions.get(token);
    if (known === undefined) positions.set(token, [at]);
    else known.push(at);
  }
  const linesAt = (found: readonly number[]): readonly number[] => {
    const all = found.map((at) => lines[at] ?? 0);
    return all.filter((line, at) => line !== all[at - 1]);
  };
  const linesOf = ({ start, end }: Span): Lines => ({
    first: lines[Math.min(lowerBound(starts, start), lines.length - 1)] ?? 0,
    last: lines[lowerBound(starts, end) - 1] ?? -1,
  });
  const itemOfLine = new Array<number | undefined>(lineCount).fill(undefined);
  // Inner items come after those around them.
  for (const [at, { span }] of items.entries()) {
    const { first, last } = linesOf(span);
    itemOfLine.fill(at, first, last + 1);
  }
  let folded: Map<string, number[]> | undefined;
  let words: readonly string[] | undefined;
  const identifiers = (): readonly string[] => {
    words ??= [...positions.keys()].filter((token) => /^#?[A-Za-z_\u00c0-\u1fff\u2c00-\ud7ff]/.test(token));
    return words;
  };
  let joined: string | undefined;
  const offsets: number[] = [];
  /** Identifiers that hold the stem but for its last letter, the only one that stemming may change. */
  const mayHave = (stem: string): readonly string[] => {
    const head = stem.slice(0, Math.max(2, stem.length - 1));
    if (joined === undefined) {
      joined = identifiers().join("\n").toLowerCase();
      let offset = 0;
      for (const name of identifiers()) {
        offsets.push(offset);
        offset += name.length + 1;
      }
    }
    const found: string[] = [];
    for (let at = joined.indexOf(head); at !== -1; ) {
      const index = lowerBound(offsets, at + 1) - 1;
      found.push(identifiers()[index] ?? "");
      const next = offsets[index + 1];
      at = next === undefined ? -1 : joined.indexOf(head, next);
    }
    return found;
  };
  const ofToken = memoised((token) => linesAt(positions.get(token) ?? none));
  const ofFolded = memoised((key) => {
    if (folded === undefined) {
      folded = new Map();
      for (const name of identifiers())
        folded.set(foldedName(name), [...(folded.get(foldedName(name)) ?? []), ...(positions.get(name) ?? [])]);
    }
    return linesAt([...(folded.get(key) ?? none)].sort((a, b) => a - b));
  });
  const ofStem = memoised((stem) => {
    const names = mayHave(stem).filter((name) => stemsOf(name).includes(stem));
    return linesAt(names.flatMap((name) => positions.get(name) ?? none).sort((a, b) => a - b));
  });
  const ofPair = memoised((pair) => {
    const [first = "", second = ""] = pair.split(" ");
    return linesAt((positions.get(first) ?? none).filter((at) => tokens[at + 1] === second));
  });
  const names = new Set(items.map(({ name }) => name));
  return {
    outline,
    phrasebook,
    lineCount,
    itemOfLine,
    ofToken,
    ofName: (name) => {
      const exact = ofToken(name);
      const key = foldedName(name);
      return exact.length > 0 || key.length < 3 ? exact : ofFolded(key);
    },
    ofPair: (first, second) => ofPair(`${first} ${second}`),
    ofStem,
    isItem: (name) => names.has(name),
    linesOf,
  };
}
