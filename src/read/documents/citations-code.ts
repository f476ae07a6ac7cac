import type { Citation, CitationClaim } from "../../model/citation.js";
import type { CodeBlock } from "../../model/document.js";
import { claimOfCode } from "./citations-claims.js";
import { type FenceLine, isSilent, linesOfBlock, showsCode } from "./citations-fence.js";
import { flatStretch } from "./citations-flat.js";
import type { Scope, ScopeFile } from "./citations-scope.js";
import { citationsOfUnit, readUnit, type Unit } from "./citations-unit.js";

/** A comment that is all of its line, or one line of it. */
const whole = /^\s*(?:\/\/+!?|\/\*+!?|\*(?=\s)|#(?=\s)|--+\s?\[?|;+|%+|\(\*+|"""|<!--)\s*(.*?)\s*(?:\*\/|\*\)|-->)?\s*$/d;
/** A comment that goes on below its line, or one that goes on from above. */
const goesOn = /^\s*(?:\*\s|(?:\/\*|\(\*|<!--)(?!.*(?:\*\/|\*\)|-->))|"""(?!.*"""))/;
/** A comment behind code. */
const trailing = /^(\s*\S.*?)\s+(?:\/\/|#|--|;)\s+(.*)$/d;
/** A call in a drawing of calls: `└── f(x) [a.rs:12]`. */
const called = /(?<![\w:.>-])([A-Za-z_][\w:.>-]*\([^()]*\))\s+\[([^[\]]+)\]/d;

interface Comment {
  readonly unit: Unit;
  readonly line: number;
  /** True where the next line is part of the comment too. */
  readonly goesOn: boolean;
  /** The code before it on its line. */
  readonly code: { readonly text: string; readonly start: number } | undefined;
}

/** No line of code that cites is longer. */
const longest = 1000;

function commentOf(line: FenceLine, index: number, isDrawing: boolean): Comment | undefined {
  // Cheap first: what cites has digits or a path.
  if (line.text.length > longest || !/[\d.]/.test(line.text)) return undefined;
  const unitOf = ([from, to]: readonly [number, number]): Unit => readUnit(flatStretch(line.text.slice(from, to), line.start + from));
  const alone = whole.exec(line.text);
  if (alone?.indices?.[1] !== undefined)
    return { unit: unitOf(alone.indices[1]), line: index, code: undefined, goesOn: goesOn.test(line.text) };
  const behind = (isDrawing ? called : trailing).exec(line.text);
  const [code, said] = [behind?.indices?.[1], behind?.indices?.[2]];
  if (code === undefined || said === undefined) return undefined;
  const text = line.text.slice(...code);
  const from = code[0] + text.length - text.trimStart().length;
  return { unit: unitOf(said), line: index, code: { text: text.trim(), start: line.start + from }, goesOn: false };
}

/** True if a comment cites: it names a path with lines, begins or ends with lines, or is a path alone at the top. */
function cites({ unit, line, code }: Comment): boolean {
  const { found, text } = unit.references;
  const [first] = found;
  if (first === undefined) return false;
  const before = text.slice(0, first.from);
  if (first.lines.length === 0)
    return line === 0 && code === undefined && found.length === 1 && first.to - first.from >= text.trim().length - 1;
  if (first.form !== undefined && first.form !== "word") return false;
  const opens = /^\W*(?:\w+\s)?$/.test(before);
  return opens || (code === undefined && (first.path !== undefined || /(?:\bat\s|-\s|\()$/.test(before)));
}

/** The citations in the comments of a block of code, and the code below each as what it claims. */
export function citationsOfCode(source: string, block: CodeBlock, scope: Scope): readonly Citation[] {
  if (isSilent(block)) return [];
  const lines = linesOfBlock(source, block);
  const comments = lines.flatMap((line, index) => commentOf(line, index, block.language === undefined) ?? []).filter(cites);
  // Without a language, only its first line and drawings of calls are surely about code.
  const read = block.language === undefined ? comments.filter(({ line, code }) => line === 0 || code !== undefined) : comments;
  const alone = read.filter(({ code }) => code === undefined);
  const ends = new Map(alone.map((comment, index) => [comment, alone[index + 1]?.line]));
  let before: ScopeFile | undefined;
  return read.flatMap((comment) => {
    const file = (): ScopeFile | undefined => before ?? scope.file();
    const all = citationsOfUnit(comment.unit, { container: { kind: "code" }, file, rowClaims: [] });
    const found = all.filter(({ proposal }) => !proposal);
    const path = found.find((citation) => citation.path?.from === "own")?.path;
    if (path !== undefined) before = { path: { ...path, from: "before" }, label: false };
    const below = (): readonly CitationClaim[] => codeBelow(lines, comment.line + 1, ends.get(comment) ?? lines.length, block);
    return found.map((citation, index) => {
      // A path alone heads drafts of new files as often as code that is there.
      if (citation.lines.length === 0) return { ...citation, proposal: true };
      if (index > 0 || comment.goesOn || !showsCode(block, citation.path?.written)) return citation;
      return { ...citation, claims: [...citation.claims, ...(comment.code === undefined ? below() : codeBefore(comment.code))] };
    });
  });
}

/** What stands before a comment that cites: a name, a call, or any other code. */
function codeBefore({ text, start }: { readonly text: string; readonly start: number }): readonly CitationClaim[] {
  const base = { written: text, span: { start, end: start + text.length }, stands: "beside" } as const;
  const claim = claimOfCode(text);
  if (claim === undefined || claim.kind === "snippet") return [{ kind: "snippet", ...base }];
  return [
    claim.kind === "call"
      ? { kind: "call", ...base, names: claim.names }
      : { kind: "symbol", ...base, names: claim.names, says: claim.says },
  ];
}

function codeBelow(lines: readonly FenceLine[], from: number, to: number, block: CodeBlock): readonly CitationClaim[] {
  let [first, last] = [from, to - 1];
  while (first <= last && lines[first]?.text.trim() === "") first += 1;
  while (last >= first && lines[last]?.text.trim() === "") last -= 1;
  const [opening, closing] = [lines[first], lines[last]];
  if (first > last || opening === undefined || closing === undefined) return [];
  const written = lines
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join("\n");
  const span = { start: opening.start, end: closing.start + closing.text.length };
  return [{ kind: "block", written, span, stands: "below", language: block.language }];
}

/** What a block of code claims for the citation that introduces it; a first comment that cites is left out. */
export function blockClaim(source: string, block: CodeBlock): readonly CitationClaim[] {
  const lines = linesOfBlock(source, block);
  const first = lines[0] === undefined ? undefined : commentOf(lines[0], 0, false);
  return codeBelow(lines, first !== undefined && first.code === undefined && cites(first) ? 1 : 0, lines.length, block);
}
