import type { Mark } from "../../model/source.js";
import { type Form, longest } from "./form-expressions.js";

/** The longest comment line that is looked through behind a name. */
const longestLine = 1000;

/** Where a name stands in a text. `fits`: it is what the form calls a name. `after`: where the text goes on. */
export interface Slot {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly after: number;
  readonly fits: boolean;
}

/** What may stand between two names of one anchor. */
const between = /[ \t]*(?:,[ \t]*and\b|[,/&]|\band\b)[ \t]*/y;

/** What a sticky expression matches at the offset. */
function at(expression: RegExp, text: string, offset: number): RegExpExecArray | null {
  expression.lastIndex = offset;
  return expression.exec(text);
}

/** The word at the offset, up to what the form closes with, as far as it may be a misspelt name. */
function wordAt(near: string, { closer }: Form): string {
  const word = /^[^\s`"']*/.exec(near)?.[0] ?? "";
  const cut = closer === "" ? -1 : word.indexOf(closer);
  return (cut === -1 ? word : word.slice(0, cut)).replace(/[,.;:()[\]—–]+$/, "");
}

/** The name at the offset, between backticks or not; else the word there. */
export function slotAt(text: string, offset: number, form: Form): Slot | undefined {
  const tick = text[offset] === "`" && !form.anchor.open.endsWith("`");
  const start = offset + (tick ? 1 : 0);
  const around = text.slice(start, start + longest);
  const lineEnd = around.search(/[\r\n]/);
  const near = lineEnd === -1 ? around : around.slice(0, lineEnd);
  const found = at(form.name, near, 0)?.[0];
  const word = found ?? wordAt(near, form);
  if (word === "") return undefined;
  const end = start + word.length;
  const name = word.normalize("NFC");
  const after = end + (tick && text[end] === "`" ? 1 : 0);
  return { name, start, end, after, fits: found !== undefined || form.whole.test(name) };
}

/** The names of an anchor of the form, from behind what it opens with, and what stands around them. */
export interface FormLine {
  readonly names: readonly Slot[];
  readonly claimed: { readonly written: string; readonly start: number; readonly end: number } | undefined;
  /** Where the form ends; `undefined` where what follows the names is not what the form says. */
  readonly after: number | undefined;
}

/** Reads a line from behind what a form opens with: names, what closes them, the construct that they claim. */
export function readForm(line: string, form: Form): FormLine | undefined {
  const first = slotAt(line, 0, form);
  if (first === undefined) return undefined;
  const names = [first];
  for (let last = first; last.fits; ) {
    const separator = at(between, line, last.after);
    const next = separator === null ? undefined : slotAt(line, last.after + separator[0].length, form);
    if (next?.fits !== true) break;
    names.push(next);
    last = next;
  }
  const behind = names.at(-1)?.after ?? first.after;
  const closed = at(form.close, line, behind);
  if (closed === null) return { names, claimed: undefined, after: undefined };
  let after = behind + closed[0].length;
  const claim = form.claim === undefined ? null : at(form.claim, line, after);
  if (claim === null && form.anchor.claim?.optional === false) return { names, claimed: undefined, after: undefined };
  const written = claim?.[1];
  const start = claim === null || written === undefined ? 0 : claim.index + claim[0].indexOf(written, form.anchor.claim?.before.length);
  after += claim?.[0].length ?? 0;
  const ended = at(form.end, line, after);
  const claimed = written === undefined ? undefined : { written, start, end: start + written.length };
  return { names, claimed, after: ended === null ? undefined : after + ended[0].length };
}

/** Every place of the text where the form stands or seems to stand, in order. */
export function findFormMarks(text: string, form: Form): readonly Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(form.begin)) {
    const seeming = match[1] ?? "";
    const start = match.index + match[0].length - seeming.length;
    const exact = at(form.open, text, start);
    const marker = exact?.[0] ?? seeming;
    const from = start + marker.length;
    const first = slotAt(text, from, form);
    // Without a word before it, a plain word is nothing that a name of the form was misspelt to.
    if (first === undefined) continue;
    if (!form.worded && !first.fits && (/^\p{L}*$/u.test(first.name) || !text.startsWith(form.closer, first.after))) continue;
    const rest = /^.*/.exec(text.slice(from, from + longestLine))?.[0].trimEnd() ?? "";
    const isWhole = readForm(rest, form)?.after !== undefined;
    if (!isWhole && !form.worded && !first.fits) continue;
    marks.push({
      span: { start, end: first.end },
      wordStart: first.start,
      marker,
      exact: exact !== null && isWhole,
      word: first.name,
      form: form.anchor,
      fits: first.fits,
    });
  }
  return marks;
}
