import type { Code } from "../../model/code.js";
import type { Mark, ReadMark, SourceFacts, Surroundings } from "../../model/source.js";
import type { Parse } from "../../model/syntax.js";
import { anyComment } from "../languages/any-comment.js";
import type { GrammarData } from "../languages/grammar.js";
import type { CommentSyntax, Language } from "../languages/language.js";
import { codeOf } from "./code.js";
import { type Comment, commentLineAt, inFence, linesFrom, standing } from "./comment-lines.js";
import type { Form } from "./form-expressions.js";
import { type Lens, type Sight, segmentLens, treeLens } from "./lens.js";
import { directiveWord, findMarks } from "./marks.js";
import { outlineOf } from "./outline.js";
import { parsed } from "./parsed.js";
import { ownerOfConstruct } from "./print.js";
import { suppressionsIn } from "./suppressions.js";
import { symbolsOf } from "./symbols.js";

/** What is to be read of a source file. */
export interface SourceRequest {
  readonly path: string;
  readonly text: string;
  /** `undefined` where the file's name tells none: every common comment sign counts. */
  readonly language: Language | undefined;
  /** The marker's word without its colon. */
  readonly marker: string;
  /** The forms that anchors may have beside the marker's. */
  readonly forms?: readonly Form[];
  readonly symbols: boolean;
  readonly outline: boolean;
  /** The owners whose code a lock asks for, beside those of the marks' constructs; `undefined` where there is no lock. */
  readonly code?: ReadonlySet<string> | undefined;
}

/** Finds the marks of a text. */
type Marks = (text: string) => readonly Mark[];

/** The text of the comment's lines after the mark's own, up to the next mark or directive. */
function textAfter(text: string, comment: Comment, mark: Mark, marks: Marks, syntax: CommentSyntax): string {
  const parts: string[] = [];
  for (const further of linesFrom(text, comment, mark.wordStart, 1)) {
    if (marks(further.text).some(({ fits }) => fits !== false) || further.text.includes(directiveWord)) break;
    if (syntax.directives?.test(further.text) !== true) parts.push(further.text);
  }
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

/** What follows the marker up to the line's end, or the comment's. */
function saidBy(text: string, mark: Mark, sight: Sight): string {
  const start = mark.span.start + mark.marker.length;
  if (sight.kind === "comment") return text.slice(start, commentLineAt(text, sight.comment, mark.span.start).span.end);
  return (/^.*/.exec(text.slice(start))?.[0] ?? "").trimEnd();
}

function surroundings(text: string, mark: Mark, sight: Sight, syntax: CommentSyntax, marks: Marks): Surroundings {
  if (sight.kind === "string") return { kind: "dead", what: "string", span: sight.span };
  if (sight.kind === "code") return { kind: "code" };
  const { comment } = sight;
  const line = commentLineAt(text, comment, mark.span.start);
  const stands = standing(line, mark.span.start, [...syntax.line, ...syntax.block.map((block) => block.open)]);
  if (inFence(text, comment, mark.span.start)) return { kind: "dead", what: "doc-test", span: comment.span };
  if (stands === "disabled") return { kind: "dead", what: "disabled-block", span: comment.span };
  if (stands === "inside" && mark.form?.anywhere !== true) return { kind: "inside-comment", comment: comment.span };
  const further = textAfter(text, comment, mark, marks, syntax);
  return { kind: "comment", comment: comment.span, further, placement: sight.placement() };
}

/**
 * Reads one source file: its marks with their surroundings, its suppressions and, if asked for, its symbols.
 * Without `parse`, or where the parser gives up, the file is searched by its comment syntax alone.
 */
export function readSource(request: SourceRequest, parse: Parse | undefined): SourceFacts {
  const { path, text, language, marker, forms = [] } = request;
  const marksOf: Marks = (part) => findMarks(part, marker, forms);
  const syntax = language?.comments ?? anyComment;
  const grammar = language?.grammar;
  const tree = grammar === undefined || parse === undefined ? undefined : parsed(text, grammar, parse);
  const file = grammar?.file?.(path, text);
  try {
    const lens =
      tree === undefined || grammar === undefined ? segmentLens(text, syntax) : treeLens(text, tree.root, { grammar, file }, syntax);
    const signs = [...syntax.line, ...syntax.block.map((block) => block.open)];
    const marks = marksOf(text).map((mark): ReadMark => {
      const sight = lens(mark.span.start);
      return { mark, said: saidBy(text, mark, sight), around: surroundings(text, mark, sight, syntax, marksOf) };
    });
    return {
      path,
      language: language?.id,
      judged: tree !== undefined,
      marks,
      symbols: !request.symbols
        ? undefined
        : tree === undefined || grammar === undefined
          ? wordsOf(text, lens)
          : symbolsOf(tree.root, grammar),
      outline:
        request.outline && tree !== undefined && grammar !== undefined && parse !== undefined
          ? outlineOf(text, tree.root, grammar, syntax, marks.flatMap(constructStart), () => parsed(text, grammar, parse), file)
          : undefined,
      code:
        request.code === undefined || tree === undefined || grammar === undefined
          ? undefined
          : codeOf(text, tree.root, grammar, new Set([...request.code, ...marks.flatMap(ownerOfMarked)])),
      wholeCode: request.code === undefined || grammar === undefined ? undefined : wholeCode(text, grammar, parse),
      suppressions: suppressionsIn(text, lens, signs),
    };
  } finally {
    tree?.free();
  }
}

/** Reads the code of all owners when it is first asked for: it takes another parse, and few checks need it. */
function wholeCode(text: string, grammar: GrammarData, parse: Parse | undefined): () => Code | undefined {
  let read: { readonly code: Code | undefined } | undefined;
  return () => {
    if (read !== undefined) return read.code;
    const tree = parse === undefined ? undefined : parsed(text, grammar, parse);
    read = { code: tree === undefined ? undefined : codeOf(text, tree.root, grammar, new Set([""])) };
    tree?.free();
    return read.code;
  };
}

/** Where the construct of a mark begins. */
function constructStart({ around }: ReadMark): readonly number[] {
  return around.kind === "comment" && around.placement.kind === "construct" ? [around.placement.construct.span.start] : [];
}

/** The owner of what a mark marks, its own name included. */
function ownerOfMarked({ around }: ReadMark): readonly string[] {
  if (around.kind !== "comment" || around.placement.kind !== "construct") return [];
  return [ownerOfConstruct(around.placement.construct)];
}

/** Every word outside comments and strings, where no grammar tells identifiers. */
function wordsOf(text: string, lens: Lens): SourceFacts["symbols"] {
  const used = new Set<string>();
  for (const word of text.matchAll(/[A-Za-z_]\w*/g)) if (!used.has(word[0]) && lens(word.index).kind === "code") used.add(word[0]);
  return { defined: [], used };
}
