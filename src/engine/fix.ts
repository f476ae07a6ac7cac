import type { ReportEdit, ReportFix } from "../model/report.js";
import { lineStarts, overlap, type Span } from "../model/span.js";

/** What one pass of repairs made of the texts. */
export interface FixedTexts {
  /** The new texts of the files that changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many of the fixes were made. */
  readonly fixed: number;
}

/** An edit as offsets of its file's text. */
interface Cut extends Span {
  readonly text: string;
}

/** A file that fixes want to change, and the cuts that are settled. */
interface Draft {
  readonly text: string;
  readonly starts: readonly number[];
  readonly lineEnd: "\n" | "\r\n" | undefined;
  readonly cuts: Cut[];
}

/** The line end of a text that has one kind only. */
function lineEndOf(text: string): Draft["lineEnd"] {
  const all = text.split("\n").length - 1;
  const carried = text.split("\r\n").length - 1;
  if (all === 0 || (carried > 0 && carried < all)) return undefined;
  return carried === 0 ? "\n" : "\r\n";
}

function draftOf(text: string): Draft {
  return { text, starts: lineStarts(text), lineEnd: lineEndOf(text), cuts: [] };
}

/** The offset of a line and column. A place that the text does not have is a rule's bug: nothing may be written for it. */
function offsetOf({ text, starts }: Draft, path: string, line: number, column: number): number {
  const start = starts[line - 1];
  const offset = (start ?? 0) + column - 1;
  if (start === undefined || column < 1 || offset > (starts[line] ?? text.length))
    throw new Error(`a fix edits ${path}:${line}:${column}, which is no place of the file`);
  return offset;
}

function cutOf(draft: Draft, edit: ReportEdit): Cut {
  const start = offsetOf(draft, edit.path, edit.line, edit.column);
  const end = offsetOf(draft, edit.path, edit.endLine, edit.endColumn);
  if (end < start) throw new Error(`a fix edits ${edit.path}:${edit.line}:${edit.column} and ends before it begins`);
  return { start, end, text: draft.lineEnd === undefined ? edit.text : edit.text.replace(/\r?\n/g, draft.lineEnd) };
}

/** True if the order of the two cuts would matter: they share text, or one inserts where the other begins or ends. */
function interfere(a: Span, b: Span): boolean {
  const inserts = a.start === a.end || b.start === b.end;
  return inserts ? a.start <= b.end && b.start <= a.end : overlap(a, b);
}

/** The text with the cuts made. Of cuts that begin at one place, insertions come first, in their own order. */
function cutText({ text, cuts }: Draft): string {
  let result = "";
  let at = 0;
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, cut.start) + cut.text;
    at = cut.end;
  }
  return result + text.slice(at);
}

/** The cuts of a fix, each with the draft that it is for. */
function cutsOf(fix: ReportFix, draftAt: (path: string) => Draft): readonly { readonly draft: Draft; readonly cut: Cut }[] {
  const cuts = fix.edits.map((edit) => ({ draft: draftAt(edit.path), cut: cutOf(draftAt(edit.path), edit) }));
  const first = cuts.findIndex(({ draft, cut }, at) => cuts.slice(0, at).some((other) => other.draft === draft && overlap(other.cut, cut)));
  if (first !== -1) throw new Error(`two edits of the fix "${fix.title}" overlap in ${fix.edits[first]?.path}`);
  return cuts;
}

/**
 * Makes the fixes that can be made at once, in their order, each as a whole or not at all. One that interferes with an earlier one
 * is left for the next pass; one that repeats an earlier one is made with it. Inserted text takes the line ends of its file.
 */
export function applyFixes(fixes: readonly ReportFix[], textOf: (path: string) => string | undefined): FixedTexts {
  const drafts = new Map<string, Draft>();
  const draftAt = (path: string): Draft => {
    const known = drafts.get(path);
    if (known !== undefined) return known;
    const text = textOf(path);
    if (text === undefined) throw new Error(`a fix edits ${path}, which was not read`);
    const draft = draftOf(text);
    drafts.set(path, draft);
    return draft;
  };
  const made = new Set<string>();
  let fixed = 0;
  for (const fix of fixes) {
    const edits = JSON.stringify(fix.edits);
    if (made.has(edits)) {
      fixed += 1;
      continue;
    }
    const cuts = cutsOf(fix, draftAt);
    const changes = cuts.some(({ draft, cut }) => draft.text.slice(cut.start, cut.end) !== cut.text);
    if (!changes || cuts.some(({ draft, cut }) => draft.cuts.some((other) => interfere(other, cut)))) continue;
    for (const { draft, cut } of cuts) draft.cuts.push(cut);
    made.add(edits);
    fixed += 1;
  }
  const texts = [...drafts].map(([path, draft]) => [path, draft.text, cutText(draft)] as const);
  return { texts: new Map(texts.flatMap(([path, before, after]) => (before === after ? [] : [[path, after] as const]))), fixed };
}
