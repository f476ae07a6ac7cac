import type { Span } from "../../model/span.js";
import type { CommentSyntax } from "../languages/language.js";
import { firstMode, type Mode } from "../languages/modes.js";

/** A stretch of a text that is not code. A string's span holds its quotes, a comment's its signs; no line comment holds its line end. */
export interface Segment {
  readonly kind: "line-comment" | "block-comment" | "string";
  readonly span: Span;
}

/** Longer lines never end announced text: what is looked at of each line stays bounded. */
const longestTag = 200;

/**
 * Where the lines stand that could end announced text: by the line's text without blanks around and `;`, `,`, `)` after
 * it, their starts with the first one last.
 */
function linesByText(text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (let end = text.length; end >= 0; ) {
    const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    if (end - start <= longestTag) {
      const key = text
        .slice(start, end)
        .trim()
        .replace(/[;,)]{1,9}$/, "");
      const starts = lines.get(key);
      if (starts) starts.push(start);
      else lines.set(key, [start]);
    }
    end = start - 1;
  }
  return lines;
}

/** Finds the line that ends text announced with `tag`; offsets asked for must not fall. */
function tagFinder(text: string): (tag: string, after: number) => number | undefined {
  let lines: Map<string, number[]> | undefined;
  return (tag, after) => {
    lines ??= linesByText(text);
    const starts = lines.get(tag);
    while (starts?.length && (starts.at(-1) ?? 0) < after) starts.pop();
    return starts?.at(-1);
  };
}

/**
 * The comments and strings of a text, in order and disjoint. Code inside a string, and a comment inside that, belong to the
 * string; an unclosed string ends with its line, or with the text if its kind may span lines, as an unclosed block comment does.
 *
 * ```text
 * let s = "a // b"; // SPEC: Name      f(`x ${g("y")}`) /* one
 *         ^^^^^^^^  ^^^^^^^^^^^^^         ^^^^^^^^^^^^^  ^^^^^^
 *         string    line-comment         string         block-comment, to its end sign
 * ```
 *
 * Linear in the text's length, whatever it holds. Never throws.
 */
export function segments(text: string, syntax: CommentSyntax): readonly Segment[] {
  const found: Segment[] = [];
  const base = firstMode(syntax);
  const stack: Mode[] = [base];
  const findTag = tagFinder(text);
  let announced: string[] = [];
  let start = 0;
  let at = 0;

  const emit = (kind: Mode["reads"] | undefined, end: number): void => {
    if (kind !== undefined && kind !== "code" && end > start) found.push({ kind, span: { start, end } });
  };
  const leaveTo = (depth: number, end: number): void => {
    const outermost = stack[1]?.reads;
    stack.length = depth;
    if (depth === 1) emit(outermost, end);
  };

  for (;;) {
    const mode = stack.at(-1) ?? base;
    mode.pattern.lastIndex = at;
    const token = mode.pattern.exec(text);
    if (token === null) break;
    const end = token.index + token[0].length;
    let group = 1;
    while (token[group] === undefined) group += 1;
    const step = mode.steps.get(group);
    at = end;
    if (step?.kind === "enter") {
      if (stack.length === 1) start = token.index;
      stack.push(step.mode(token[group + 1] ?? ""));
    } else if (step?.kind === "leave") {
      leaveTo(stack.length - 1, end);
    } else if (step?.kind === "heredoc") {
      announced.push(token[group + 1] ?? "");
    } else if (step?.kind === "line-end" && mode.bounded) {
      let depth = stack.length;
      while (depth > 1 && stack[depth - 1]?.bounded) depth -= 1;
      leaveTo(depth, token.index);
      at = token.index;
    } else if (step?.kind === "line-end") {
      let body = at;
      for (const tag of announced) {
        const close = findTag(tag, body);
        if (close === undefined) continue;
        if (stack.length === 1) {
          start = body;
          emit("string", close);
        }
        at = close;
        body = text.indexOf("\n", close) + 1 || text.length;
      }
      announced = [];
    }
  }
  if (stack.length > 1) leaveTo(1, text.length);
  return found;
}
