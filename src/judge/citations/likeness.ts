import type { LineDifference, LineRange } from "../../model/citing.js";
import { lowerBound } from "../../model/span.js";
import type { CitedCode } from "./cited-code.js";

/** How like a block of code some lines of a file are. */
export interface Likeness {
  readonly lines: LineRange;
  /** The share of the block that stands there, by tokens. */
  readonly share: number;
  readonly differences: readonly LineDifference[];
}

/** A line with code: its number and its tokens. */
interface CodeLine {
  readonly line: number;
  readonly tokens: readonly string[];
  readonly key: string;
}

/** Longer blocks are not compared: it costs their square. */
const longestBlock = 300;
/** How many lines may have come in, or gone, before the quoted code is another one. */
const slack = 12;
/** Lines that share less than this are no versions of one another. */
const leastAlike = 0.5;

function linesOf(code: CitedCode): readonly CodeLine[] {
  const { texts, starts } = code.tokens();
  const lines: { line: number; tokens: string[] }[] = [];
  for (const [at, text] of texts.entries()) {
    const line = code.lineAt(starts[at] ?? 0);
    const last = lines.at(-1);
    if (last?.line === line) last.tokens.push(text);
    else lines.push({ line, tokens: [text] });
  }
  return lines.map(({ line, tokens }) => ({ line, tokens, key: tokens.join(" ") }));
}

/** The share of tokens that two lines have in common. */
function alike(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const token of a) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of b) {
    const left = counts.get(token) ?? 0;
    if (left > 0) common += 1;
    counts.set(token, left - 1);
  }
  return (2 * common) / (a.length + b.length);
}

/** Where the block's first line would be among the file's: the place that most of its lines agree on, rare ones the most. */
function shiftOf(block: readonly CodeLine[], file: readonly CodeLine[]): number | undefined {
  const places = new Map<string, number[]>();
  for (const [at, { key }] of file.entries()) places.set(key, [...(places.get(key) ?? []), at]);
  const votes: { readonly shift: number; readonly weight: number }[] = [];
  for (const [at, { key, tokens }] of block.entries()) {
    const found = places.get(key) ?? [];
    if (found.length <= 50) for (const place of found) votes.push({ shift: place - at, weight: tokens.length / found.length });
  }
  votes.sort((a, b) => a.shift - b.shift);
  const shifts = votes.map(({ shift }) => shift);
  const sums = [0];
  for (const { weight } of votes) sums.push((sums.at(-1) ?? 0) + weight);
  let best: { readonly shift: number; readonly weight: number } | undefined;
  for (const shift of new Set(shifts)) {
    const weight = (sums[lowerBound(shifts, shift + slack + 1)] ?? 0) - (sums[lowerBound(shifts, shift)] ?? 0);
    if (best === undefined || weight > best.weight) best = { shift, weight };
  }
  return best?.shift;
}

/** Pairs the lines of both, in order, so that as much as possible is alike. */
function aligned(block: readonly CodeLine[], part: readonly CodeLine[]): readonly (readonly [number, number])[] {
  const width = part.length + 1;
  const scores = new Float64Array((block.length + 1) * width);
  const worth = (a: CodeLine | undefined, b: CodeLine | undefined): number => {
    if (a === undefined || b === undefined) return 0;
    const share = a.key === b.key ? 1 : alike(a.tokens, b.tokens);
    return share < leastAlike ? 0 : share * a.tokens.length;
  };
  for (let a = block.length - 1; a >= 0; a -= 1) {
    for (let b = part.length - 1; b >= 0; b -= 1) {
      const pair = worth(block[a], part[b]);
      const paired = pair === 0 ? 0 : pair + (scores[(a + 1) * width + b + 1] ?? 0);
      scores[a * width + b] = Math.max(paired, scores[(a + 1) * width + b] ?? 0, scores[a * width + b + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  let [a, b] = [0, 0];
  while (a < block.length && b < part.length) {
    const score = scores[a * width + b] ?? 0;
    const pair = worth(block[a], part[b]);
    if (pair > 0 && Math.abs(score - pair - (scores[(a + 1) * width + b + 1] ?? 0)) < 1e-9) {
      pairs.push([a, b]);
      [a, b] = [a + 1, b + 1];
    } else if (score === (scores[(a + 1) * width + b] ?? 0)) a += 1;
    else b += 1;
  }
  return pairs;
}

/** The lines of a file that are most like a block; `undefined` where none of its lines stands in the file. */
export function likenessOf(code: CitedCode, quoted: CitedCode): Likeness | undefined {
  const [block, file] = [linesOf(quoted), linesOf(code)];
  if (block.length === 0 || block.length > longestBlock) return undefined;
  const shift = shiftOf(block, file);
  if (shift === undefined) return undefined;
  const from = Math.max(0, shift - slack);
  const part = file.slice(from, shift + block.length + 2 * slack);
  const pairs = aligned(block, part);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const total = block.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const shared = pairs.reduce(
    (sum, [a, b]) => sum + alike(block[a]?.tokens ?? [], part[b]?.tokens ?? []) * (block[a]?.tokens.length ?? 0),
    0,
  );
  const differences: LineDifference[] = [];
  const written = (at: number): string => quoted.lineText(block[at]?.line ?? 0).trim();
  const actual = (at: number): string => code.lineText(part[at]?.line ?? 0).trim();
  let [a, b] = [0, first[1]];
  for (const [nextA, nextB] of [...pairs, [block.length, last[1] + 1] as const]) {
    const line = part[nextB]?.line ?? (part[last[1]]?.line ?? 0) + 1;
    for (; a < nextA; a += 1) differences.push({ written: written(a), actual: undefined, line });
    for (; b < nextB; b += 1) differences.push({ written: undefined, actual: actual(b), line: part[b]?.line ?? line });
    if (nextA < block.length && block[nextA]?.key !== part[nextB]?.key)
      differences.push({ written: written(nextA), actual: actual(nextB), line });
    [a, b] = [nextA + 1, nextB + 1];
  }
  return { lines: { first: part[first[1]]?.line ?? 1, last: part[last[1]]?.line ?? 1 }, share: shared / total, differences };
}
