import { looksLikeName } from "../documents/names.js";

/** The names on one anchor line, and the text after them. Offsets count from the line's first character after the marker. */
export interface AnchorLine {
  readonly names: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  readonly rest: string;
}

/** What the names are held against: those that tables declare, and those that nearly are. */
export interface Declared {
  readonly has: (name: string) => boolean;
  readonly near: (name: string) => boolean;
}

/** A name with optional backticks, module prefix, prime, index and directly attached arguments. */
const nameAt = /^\s*(`?)((?:[A-Za-z_]\w*!)*)([A-Za-z_]\w*)(?:'|\([^()]*\)|\[[^[\]]*\])*`?/;
/** What ends a name for certain: the line's end, punctuation, a dash, a bracket. */
const ends = /^(?:\s*$|\s*[,;(]|\.(?:\s|$)|\s*[—–]|\s+--?\s|\s*:(?:\s|$))/;
/** Punctuation with more text behind it: after a plain word that no table declares, a sentence goes on (`Otherwise, if …`). */
const sentence = /^\s*[,;.]\s*\S/;
/** What makes the word before it part of something longer: `https://`, `name.rs`, `a::b`, `well-known`. */
const continues = /^[.:/-]+\w|^:\/\//;
const between = /^\s*(?:,\s*and\b|[,/&]|\band\b)\s*/;

interface ReadName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where the line goes on behind it. */
  readonly after: number;
}

function readName(line: string, at: number): ReadName | undefined {
  const match = nameAt.exec(line.slice(at));
  const [whole, tick, prefix, name] = [match?.[0], match?.[1], match?.[2], match?.[3]];
  if (whole === undefined || name === undefined) return undefined;
  const start = at + (whole.length - whole.trimStart().length) + (tick?.length ?? 0) + (prefix?.length ?? 0);
  return { name: name.normalize("NFC"), start, end: start + name.length, after: at + whole.length };
}

/** True if what follows a name ends it as an anchor's name ends, and no sentence goes on. */
export function endsName(after: string): boolean {
  return ends.test(after) && !sentence.test(after);
}

/** The names from `at` on, the first of a list or a further one. */
function namesFrom(line: string, at: number, first: boolean, declared: Declared): readonly ReadName[] {
  const read = readName(line, at);
  if (read === undefined) return [];
  const after = line.slice(read.after);
  const separator = between.exec(after);
  const further = separator === null ? [] : namesFrom(line, read.after + separator[0].length, false, declared);
  if (further.length === 0 && continues.test(after)) return [];
  const known = declared.has(read.name) || declared.near(read.name) || looksLikeName(read.name);
  // `Reads and writes` is prose; `Reads and Writes` before a line's end is a list. `A, because …` is a name and its text.
  const ended = further.length > 0 || (ends.test(after) && !sentence.test(after) && (first || /^[A-Z]/.test(read.name)));
  return known || ended ? [read, ...further] : [];
}

/**
 * Reads the names of an anchor line, or none where the words after the marker are prose.
 *
 * ```text
 * // SPEC: Name — text         // SPEC: `A`, B and C (text)      // SPEC: For each instance
 *          ^^^^                          ^   ^     ^                      prose: a bare word follows
 * ```
 */
export function anchorNames(line: string, declared: Declared): AnchorLine {
  const names = namesFrom(line, 0, true, declared);
  return { names, rest: line.slice(names.at(-1)?.after ?? 0).replace(/^[\s,.;:—–-]+/, "") };
}
