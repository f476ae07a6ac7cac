import type { LineRange } from "../../model/citing.js";
import type { CitedCode } from "./cited-code.js";

/** Which lines a definition takes up. */
export interface Extent {
  /** With the comments and attributes right above it. */
  readonly whole: LineRange;
  /** From its first attribute to its end. */
  readonly code: LineRange;
  /** The line that has its name. */
  readonly named: number;
}

const attribute = /^\s*(?:#!?\[|@\w|\[\[|template\s*<|__attribute__)/;

/** More lines of comment than these do not belong to one definition. */
const longestComment = 200;

/** The lines of a definition: `lines` are those of its code. */
export function extentOf(code: CitedCode, lines: LineRange, named: number): Extent {
  let first = lines.first;
  let whole = lines.first;
  for (let line = lines.first - 1; line >= 1 && lines.first - line <= longestComment; line -= 1) {
    const text = code.lineText(line);
    if (text.trim() === "") break;
    const start = (code.starts[line - 1] ?? 0) + text.length - text.trimStart().length;
    const isComment = code.kindAt(start) === "comment";
    if (!isComment && !attribute.test(text)) break;
    if (!isComment && first === line + 1) first = line;
    whole = line;
  }
  return { whole: { first: whole, last: lines.last }, code: { first, last: lines.last }, named };
}

const keywords =
  /^\s*(?:(?:@\[[^\]]*\]|export|local|private|protected|public|noncomputable|partial|unsafe|override|static|async|LOCAL|theorem|lemma|def|defn|abbrev|structure|inductive|instance|class|axiom|function|func|fun|fn|sub|proc|macro|module|rule|task|type|let|val|var|const|CREATE|TABLE|VIEW)\s+)+(?:\([^()\n]*\)\s*)?$/;
const defines = /^\s*(?:\([^()\n]*\))?\s*(?:==(?!=)|:=|=(?!=)|\{|:(?!:)|\(\)\s*\{)/;
const closers = /^\s*(?:[\])}]+[;,]?|fi|done|esac|end|endif|endforeach|endfunction)\s*;?\s*$/;

const indentOf = (text: string): number => text.length - text.trimStart().length;

/**
 * The lines of what is defined at an offset of a text that nothing parses: from its line through those that are indented more, and the line
 * that closes them; `undefined` where nothing seems to be defined.
 */
export function blockAt(code: CitedCode, offset: number, word: string): LineRange | undefined {
  const first = code.lineAt(offset);
  const text = code.lineText(first);
  const column = offset - (code.starts[first - 1] ?? 0);
  const [before, after] = [text.slice(0, column), text.slice(column + word.length)];
  if (!keywords.test(before) && !(before.trim() === "" && defines.test(after))) return undefined;
  const indent = indentOf(text);
  let last = first;
  for (let line = first + 1; line <= code.lineCount; line += 1) {
    const next = code.lineText(line);
    if (next.trim() === "") continue;
    if (indentOf(next) > indent) last = line;
    else {
      if (closers.test(next) && indentOf(next) === indent) last = line;
      break;
    }
  }
  return { first, last };
}
