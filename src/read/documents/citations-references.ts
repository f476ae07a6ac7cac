import type { PathSource } from "../../model/citation.js";
import type { Flat } from "./citations-flat.js";
import { type LineForm, type LineToken, linesIn } from "./citations-lines.js";
import type { WrittenLines } from "./citations-numbers.js";
import { type PathToken, pathsIn } from "./citations-paths.js";
import { sentencesOf } from "./citations-sentences.js";

/** A reference in a flat text. */
export interface Reference {
  readonly from: number;
  readonly to: number;
  readonly path: PathToken | undefined;
  /** How the path was found, if there is one. */
  readonly source: PathSource;
  readonly lines: readonly WrittenLines[];
  /** Index of its sentence. */
  readonly sentence: number;
  /** How the lines are written, if they stand apart from their path. */
  readonly form: LineForm | undefined;
  /** True where the words may as well say how many lines there are: `Lines: 10`, `L2`. */
  readonly doubtful: boolean;
}

/** What a flat text refers to. */
export interface References {
  readonly text: string;
  readonly found: readonly Reference[];
  readonly paths: readonly PathToken[];
  /** Where sentences end, in order; the last one is the text's end. */
  readonly sentences: readonly number[];
}

/** Words further apart than this do not belong together. */
const longest = 90;

/** What may stand between a path and its lines: nothing but signs, or few words. */
const tight = /^[\s(:[*—–-]*$/;
const between =
  /^[\s,:;([{*—–-]*(?:["“][^"”]{0,40}["”]\s?)?(?:(?:section|function|method|file|source|the|at|on|in|around|about|near|from|see|approximately|starting|currently|specifically)[\s:]+){0,3}[([]*$/i;
const behind =
  /^\s?[)\]]?(?:\s?,\s?|\s?[@—–-]\s?|[\s(]+(?:of|in|from|at|inside|within)\s)\s?(?:the\s)?(?:new\s)?(?:file\s|source\s|header\s)?["'(]?$/i;

/** Addresses blanked, so that nothing in them is taken for a path or a line. */
export function withoutAddresses(text: string): string {
  let result = "";
  let done = 0;
  for (let at = text.indexOf("://"); at !== -1; at = text.indexOf("://", done)) {
    let from = at;
    while (from > done && /[A-Za-z0-9+.-]/.test(text[from - 1] ?? "")) from -= 1;
    let to = at + 3;
    while (to < text.length && !/[\s)>\]"'`|]/.test(text[to] ?? "")) to += 1;
    result += `${text.slice(done, from)}${" ".repeat(to - from)}`;
    done = to;
  }
  return result + text.slice(done);
}

/** Which path stands right before or behind the lines, with nothing between that parts them; the closest bonds first. */
function besides(text: string, paths: readonly PathToken[], lines: readonly LineToken[]): ReadonlyMap<LineToken, PathToken> {
  const owners = new Map<LineToken, PathToken>();
  const owned = new Set<PathToken>(paths.filter((path) => path.lines.length > 0));
  let index = 0;
  const bonds = lines.map((token, at) => {
    while (index < paths.length && (paths[index]?.from ?? 0) < token.from) index += 1;
    const [before, after] = [paths[index - 1], paths[index]];
    const meets =
      before !== undefined && token.from - before.to <= longest && (lines[at - 1]?.from ?? -1) <= before.from && token.form !== "colon";
    const met = after !== undefined && after.from - token.to <= longest && (lines[at + 1]?.from ?? after.from) >= after.from;
    const [left, right] = [meets ? text.slice(before.to, token.from) : undefined, met ? text.slice(token.to, after.from) : undefined];
    // "line 12, b.rs": only the end of a bracket tells that they belong together.
    const inBracket = after !== undefined && /^\s?[)\]]/.test(text.slice(after.to, after.to + 2));
    return { token, before, after, left, right, inBracket };
  });
  const bind = (token: LineToken, path: PathToken | undefined): void => {
    if (path === undefined || owners.has(token) || owned.has(path)) return;
    owners.set(token, path);
    owned.add(path);
  };
  for (const { token, before, left } of bonds) if (left !== undefined && tight.test(left)) bind(token, before);
  for (const { token, after, right } of bonds) if (right !== undefined && !/^\s?,/.test(right) && behind.test(right)) bind(token, after);
  for (const { token, before, left } of bonds) if (left !== undefined && between.test(left)) bind(token, before);
  for (const { token, after, right, inBracket } of bonds) if (right !== undefined && inBracket && behind.test(right)) bind(token, after);
  return owners;
}

/** The references of a flat text in order. Those without a path may still get one from what stands around the text. */
export function referencesIn(flat: Flat): References {
  const text = withoutAddresses(flat.text);
  const paths = pathsIn(flat, text);
  const tokens = linesIn(flat, text, paths);
  const sentences = sentencesOf(flat);
  const owners = besides(text, paths, tokens);
  const found: Reference[] = [];
  const used = new Set<PathToken>(owners.values());
  const sentenceAt = sentenceFinder(sentences);
  const paired = pathsBySentence(paths, sentences);
  let index = 0;
  for (const token of tokens) {
    while (index < paths.length && (paths[index]?.from ?? 0) < token.from) index += 1;
    const sentence = sentenceAt(token.from);
    const own = owners.get(token);
    if (own !== undefined) {
      const [from, to] = [Math.min(token.from, own.from), Math.max(token.to, own.to)];
      found.push({ from, to, path: own, source: "own", lines: token.lines, sentence, form: undefined, doubtful: false });
      continue;
    }
    const before = paths[index - 1];
    const inSentence = paired[sentence] ?? [];
    const ahead = inSentence.length === 1 ? inSentence[0] : undefined;
    const near = before !== undefined && sentenceAt(before.from) === sentence ? before : ahead;
    const path = near ?? before;
    const source: PathSource = token.form === "colon" && path === before ? "before" : near !== undefined ? "sentence" : "block";
    if (path !== undefined && near !== undefined && !token.doubtful) used.add(path);
    found.push({ from: token.from, to: token.to, path, source, lines: token.lines, sentence, form: token.form, doubtful: token.doubtful });
  }
  for (const path of paths) {
    if (path.message || (used.has(path) && path.lines.length === 0)) continue;
    const sentence = sentenceAt(path.from);
    found.push({ from: path.from, to: path.to, path, source: "own", lines: path.lines, sentence, form: undefined, doubtful: false });
  }
  return { text, found: found.sort((a, b) => a.from - b.from || b.to - a.to), paths, sentences };
}

function pathsBySentence(paths: readonly PathToken[], ends: readonly number[]): readonly (readonly PathToken[])[] {
  const found: PathToken[][] = ends.map(() => []);
  let sentence = 0;
  for (const path of paths) {
    while (sentence < ends.length - 1 && (ends[sentence] ?? 0) <= path.from) sentence += 1;
    found[sentence]?.push(path);
  }
  return found;
}

/** The sentence that holds an offset; offsets are asked for in no order. */
function sentenceFinder(ends: readonly number[]): (at: number) => number {
  return (at) => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
