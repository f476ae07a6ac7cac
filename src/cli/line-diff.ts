import { commonLines } from "./common-lines.js";

/** A line of a difference: in both texts, in the old one or in the new one only. */
export interface DiffLine {
  readonly kind: "same" | "old" | "new";
  readonly text: string;
}

/** Above so many comparisons the texts are taken apart first: comparing each line with each would take too long. */
const most = 4_000_000;

/** How long the longest common subsequence of the lines from each index on is. */
function lengthsOf(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [row, next] = [lengths[i], lengths[i + 1]];
      if (row !== undefined && next !== undefined)
        row[j] = before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

const linesAs = (kind: DiffLine["kind"], lines: readonly string[]): readonly DiffLine[] => lines.map((text) => ({ kind, text }));

/** The lines of two texts side by side, old ones before new ones where both changed. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  return before.length * after.length > most ? diffApart(before, after) : diffWhole(before, after);
}

/** How many lines both texts have in common from one end on. `at` is the nth line from that end. */
function alike(
  before: readonly string[],
  after: readonly string[],
  at: (lines: readonly string[], n: number) => string | undefined,
): number {
  const shorter = Math.min(before.length, after.length);
  let count = 0;
  while (count < shorter && at(before, count) === at(after, count)) count += 1;
  return count;
}

/** Sets apart what both texts begin and end with, then compares what is between the lines that stand once in both. */
function diffApart(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const head = alike(before, after, (lines, n) => lines[n]);
  const [oldRest, newRest] = [before.slice(head), after.slice(head)];
  const tail = alike(oldRest, newRest, (lines, n) => lines.at(-1 - n));
  const [old, fresh] = [oldRest.slice(0, oldRest.length - tail), newRest.slice(0, newRest.length - tail)];
  return [...linesAs("same", before.slice(0, head)), ...diffCore(old, fresh), ...linesAs("same", before.slice(before.length - tail))];
}

/** Without a line that stands once in both, all lines count as changed: nobody reads a difference of that size line by line. */
function diffCore(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  if (before.length * after.length <= most) return diffWhole(before, after);
  const common = commonLines(before, after);
  if (common.length === 0) return [...linesAs("old", before), ...linesAs("new", after)];
  const ends = [...common, { before: before.length, after: after.length }];
  return ends.flatMap((end, at) => {
    const start = common[at - 1] ?? { before: -1, after: -1 };
    const between = diffLines(before.slice(start.before + 1, end.before), after.slice(start.after + 1, end.after));
    return [...between, ...linesAs("same", before.slice(end.before, end.before + 1))];
  });
}

function diffWhole(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const lengths = lengthsOf(before, after);
  const lines: DiffLine[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      lines.push({ kind: "same", text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      lines.push({ kind: "old", text: old });
      i += 1;
    } else {
      lines.push({ kind: "new", text: fresh ?? "" });
      j += 1;
    }
  }
  return lines;
}
