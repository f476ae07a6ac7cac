import { lineIndexAt, lineStarts, type Span } from "../../model/span.js";
import type { Remark, Remarks } from "../../model/spec.js";

/** The text of a comment without its signs and frames: `(***…***)` is empty. */
function said(written: string): string {
  const isFrame = (letter: string | undefined): boolean => letter !== undefined && /[*\s]/.test(letter);
  const bare = written.replace(/^\\\*|^\(\*|\*\)$/g, "").replace(/\*\)\s*\(\*/g, " ");
  let [start, end] = [0, bare.length];
  while (isFrame(bare[start])) start += 1;
  while (end > start && isFrame(bare[end - 1])) end -= 1;
  return bare.slice(start, end).replace(/\s+/g, " ");
}

/** The comments as remarks, in order. */
export function remarksOf(text: string, comments: readonly Span[]): readonly Remark[] {
  return comments.map((span) => ({ span, text: said(text.slice(span.start, span.end)) }));
}

/** The comments in blocks: those between which nothing stands and no line is blank. */
export function blocksOf(text: string, remarks: readonly Remark[]): readonly (readonly Remark[])[] {
  const blocks: Remark[][] = [];
  for (const remark of remarks) {
    const last = blocks.at(-1);
    const gap = text.slice(last?.at(-1)?.span.end ?? 0, remark.span.start);
    if (last !== undefined && /^[ \t]*(?:\r\n?|\n)?[ \t]*$/.test(gap)) last.push(remark);
    else blocks.push([remark]);
  }
  return blocks;
}

/**
 * Shares the comments out among things that stand in order: by each thing's place in the list, what is said of it. A comment that
 * stands apart, between blank lines, is said of none.
 *
 * ```text
 * \* before A            INVARIANTS
 * INVARIANT A \* after A     A
 *   \* after A                 \* after A: indented more than A and B
 * \* before B                B
 * INVARIANT B
 * ```
 */
export function shareRemarks(text: string, remarks: readonly Remark[], things: readonly Span[]): readonly Remarks[] {
  const lines = lineStarts(text);
  const lineAt = (offset: number): number => lineIndexAt(lines, offset);
  const indentAt = (offset: number): number => {
    const blanks = /[ \t]*/y;
    blanks.lastIndex = lines[lineAt(offset)] ?? 0;
    return blanks.exec(text)?.[0].length ?? 0;
  };
  const shared = things.map(() => ({ before: [] as Remark[], after: [] as Remark[] }));
  let next = 0;

  /** Shares out the comments between two things, either of which may be missing. */
  const share = (between: readonly Remark[], at: number): void => {
    const [last, following] = [things[at - 1], things[at]];
    let line = last === undefined ? -1 : lineAt(last.end - 1);
    const isUnder = (offset: number): boolean =>
      [last, following].every((thing) => thing === undefined || indentAt(offset) > indentAt(thing.start));
    let taken = 0;
    for (const remark of last === undefined ? [] : between) {
      const begins = lineAt(remark.span.start);
      const goesOn = begins === line || (begins === line + 1 && isUnder(remark.span.start));
      if (!goesOn) break;
      shared[at - 1]?.after.push(remark);
      line = lineAt(remark.span.end - 1);
      taken += 1;
    }
    line = following === undefined ? -1 : lineAt(following.start);
    for (const remark of following === undefined ? [] : between.slice(taken).reverse()) {
      if (lineAt(remark.span.end - 1) < line - 1) break;
      shared[at]?.before.unshift(remark);
      line = lineAt(remark.span.start);
    }
  };

  for (let at = 0; at <= things.length; at += 1) {
    const [thing, last] = [things[at], things[at - 1]];
    const between: Remark[] = [];
    for (let remark = remarks[next]; remark !== undefined; remark = remarks[next]) {
      if (thing !== undefined && remark.span.start >= thing.start) break;
      if (last !== undefined && remark.span.start < last.end) shared[at - 1]?.after.push(remark);
      else between.push(remark);
      next += 1;
    }
    share(between, at);
  }
  return shared;
}
