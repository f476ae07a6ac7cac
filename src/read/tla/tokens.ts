import type { Span } from "../../model/span.js";
import type { SpecFault } from "../../model/spec.js";
import * as vocabulary from "./vocabulary.js";

/**
 * `name`: an identifier. `keyword`: a reserved word. `value`: a number, a string, TRUE. `sign`: punctuation, quantifiers. `rule`: `----`.
 * `end`: `====`. `step`: `<1>2.`. `unknown`: nothing that TLA+ knows.
 */
export type TokenKind = "name" | "keyword" | "value" | "infix" | "prefix" | "postfix" | "sign" | "rule" | "end" | "step" | "unknown";

/** A word or sign. `text` is its ASCII form where a letter stands for one of the signs. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly span: Span;
}

/** A text cut into words. Comments hold their signs. */
export interface Lexed {
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
  readonly faults: readonly SpecFault[];
  /** Where the words end: after the module, or with the text. */
  readonly end: number;
}

const { infixSigns, infixWords, plainSigns, postfixSigns, prefixKeywords, prefixSigns, prefixWords, quantifiers } = vocabulary;

const kinds: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ...[...infixSigns, ...infixWords].map((text) => [text, "infix"] as const),
  ...postfixSigns.map((text) => [text, "postfix"] as const),
  ...[...prefixSigns, ...prefixWords].map((text) => [text, "prefix"] as const),
  ...[...plainSigns, ...quantifiers].map((text) => [text, "sign"] as const),
  ...vocabulary.letterKinds,
]);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
const words = [...infixWords, ...prefixWords, ...quantifiers].map(escaped);
const signs = [...infixSigns, ...plainSigns, ...postfixSigns, ...prefixSigns].sort((a, b) => b.length - a.length).map(escaped);

type Group = "comment" | "string" | "word" | "value" | "end" | "rule" | "step" | "sign";

/** One group each, in the order in which they are tried. */
const forms: readonly (readonly [Group, string])[] = [
  ["comment", String.raw`\\\*|\(\*`],
  ["string", String.raw`"(?:\\[^\r\n]|[^"\\\r\n])*"?`],
  ["value", String.raw`\d+(?!\w)(?:\.\d+)?`],
  ["word", String.raw`\w+|[ℕℤℝ]`],
  ["end", "={4,}"],
  ["rule", "-{4,}"],
  ["step", String.raw`<(?:\d+|[+*])>\w*\.*`],
  ["sign", `(?:${words.join("|")})(?![A-Za-z])`],
  ["value", String.raw`\\[bBoOhH][0-9a-fA-F]+`],
  ["sign", `${signs.join("|")}|[\u00ac\u00d7\u00f7\u2000-\u2bff\u3008\u3009]`],
];
const pattern = forms.map(([, form]) => `(${form})`).join("|");

/** Where the block comment that opens at `start` ends; `undefined` if it does not. Comments nest. */
function blockEnd(text: string, start: number): number | undefined {
  const bounds = /\(\*|\*\)/g;
  bounds.lastIndex = start;
  let depth = 0;
  for (let bound = bounds.exec(text); bound !== null; bound = bounds.exec(text)) {
    depth += bound[0] === "(*" ? 1 : -1;
    if (depth === 0) return bounds.lastIndex;
  }
  return undefined;
}

function lineEnd(text: string, start: number): number {
  const rest = /[^\r\n]*/y;
  rest.lastIndex = start;
  rest.test(text);
  return rest.lastIndex;
}

function groupOf(match: RegExpExecArray | null): Group | undefined {
  const index = match === null ? -1 : forms.findIndex((_, form) => match[form + 1] !== undefined);
  return forms[index]?.[0];
}

function kindOf(group: Group | undefined, text: string): TokenKind {
  switch (group) {
    case "word":
      if (text === "_") return "sign";
      if (/^[\d_]+$/.test(text)) return "unknown";
      if (vocabulary.builtIn.has(text)) return "value";
      return prefixKeywords.has(text) ? "prefix" : vocabulary.reserved.has(text) ? "keyword" : "name";
    case "sign":
      return kinds.get(text) ?? "infix";
    case "string":
      return "value";
    case "comment":
    case undefined:
      return "unknown";
    default:
      return group;
  }
}

/**
 * The words and comments of a text from `from` on: to the end of the module that begins there, or of the text where none does.
 *
 * ```text
 * Inv == /\ x' # <<1>> \* not yet
 * name sign infix name postfix infix sign value sign   and a comment
 * ```
 *
 * Linear in the text's length. Never throws.
 */
export function lex(text: string, from = 0): Lexed {
  const tokens: Token[] = [];
  const comments: Span[] = [];
  const faults: SpecFault[] = [];
  const blanks = /[\s\ufeff]*/y;
  const form = new RegExp(pattern, "y");
  let depth = 0;
  for (let at = from; ; ) {
    blanks.lastIndex = at;
    blanks.test(text);
    const start = blanks.lastIndex;
    if (start >= text.length) break;
    form.lastIndex = start;
    const match = form.exec(text);
    const group = groupOf(match);
    const found = match?.[0] ?? String.fromCodePoint(text.codePointAt(start) ?? 0);
    at = start + found.length;
    const span = { start, end: at };
    if (group === "comment") {
      const close = found === "(*" ? blockEnd(text, start) : lineEnd(text, at);
      if (close === undefined) faults.push({ span, message: "this comment is never closed" });
      at = close ?? text.length;
      comments.push({ start, end: at });
      continue;
    }
    if (group === "string" && !/^"(?:\\.|[^"\\])*"$/.test(found)) faults.push({ span, message: "this string is never closed" });
    const written = vocabulary.standsFor.get(found) ?? found;
    const before = tokens.at(-1);
    // The field of a record may be called as it likes.
    const isField = before?.text === "." && before.span.end === start;
    const kind = isField && group === "word" ? "name" : kindOf(group, written);
    if (kind === "unknown") faults.push({ span, message: `\`${found}\` is nothing that TLA+ knows` });
    if (written === "MODULE" && tokens.at(-1)?.kind === "rule") depth += 1;
    tokens.push({ kind, text: written, span });
    if (kind === "end") depth -= 1;
    if (kind === "end" && depth === 0) return { tokens, comments, faults, end: at };
  }
  return { tokens, comments, faults, end: text.length };
}
