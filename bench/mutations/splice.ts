/** Replaces `remove` lines from the 0-based line `at` on by `lines`. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly lines: readonly string[];
}

/** A text after splices, and the 1-based line on which the lines of each splice begin in it. */
export interface Spliced {
  readonly text: string;
  readonly landed: readonly number[];
}

/** Applies splices that do not overlap; of two at the same line the first comes first. */
export function splice(text: string, splices: readonly Splice[]): Spliced {
  const lines = text.split("\n");
  const result: string[] = [];
  const landed = splices.map(() => 0);
  const inOrder = splices.map((one, index) => ({ ...one, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  let at = 0;
  for (const one of inOrder) {
    result.push(...lines.slice(at, one.at));
    landed[one.index] = result.length + 1;
    result.push(...one.lines);
    at = Math.max(at, one.at) + one.remove;
  }
  return { text: [...result, ...lines.slice(at)].join("\n"), landed };
}

/** The white space that a line begins with. */
export function indentOf(line: string | undefined): string {
  return /^[ \t]*/.exec(line ?? "")?.[0] ?? "";
}
