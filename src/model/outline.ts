import type { Span } from "./span.js";

/** A named item: a function, a type, a module. */
export interface OutlineItem {
  readonly name: string;
  /** True for what is called: functions and methods. */
  readonly callable: boolean;
  readonly span: Span;
  /** Index of the innermost item around it; `undefined` at the top. */
  readonly within: number | undefined;
}

/**
 * What one source file's code consists of, in document order and without the code of tests: all that a judgement of its anchors compares.
 * Lines are lines that hold tokens, 0-based: blank lines, comments and lone brackets do not count.
 */
export interface Outline {
  /** The tokens that can tell one place from another: words, numbers, strings and operators. */
  readonly tokens: readonly string[];
  /** Where each of them begins. */
  readonly starts: readonly number[];
  /** The line each of them stands on. */
  readonly lines: readonly number[];
  /** Items in document order, outer ones before those inside them. */
  readonly items: readonly OutlineItem[];
  /**
   * The places where an anchor could stand in an item (statements, arms, fields, arguments), not those in items inside it, and the item
   * itself; `undefined` asks for the top of the file. In document order, outer ones first.
   */
  readonly placesIn: (item: number | undefined) => readonly Span[];
}

/**
 * Words, numbers (with their suffix), strings, and signs of one or several characters; brackets, separators and the like are left out,
 * since they stand everywhere.
 */
const token =
  /#?[A-Za-z_\u00c0-\u1fff\u2c00-\ud7ff][\w\u00c0-\u1fff\u2c00-\ud7ff]*|\d(?:[\w.]*\w)?|"(?:\\.|[^"\\])*"|<<=|>>=|\.\.=|\.\.\.|===|!==|[-+*/%&|^=!<>]=|&&|\|\||<<|>>|->|=>|\.\.|:=|<-|[^\s,;.(){}[\]&:?'`$@\\"]/g;

/** Words that stand before nearly every name. */
const silent = new Set(["self", "this", "mut", "let"]);

/** The sign that code uses for what formulas write otherwise. */
const plain = new Map([
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "!="],
  ["=", "=="],
  [":=", "=="],
  ["===", "=="],
  ["!==", "!="],
  ["∧", "&&"],
  ["∨", "||"],
]);

/** A text with the signs of formulas as code writes them. */
export function withPlainSigns(text: string): string {
  return text.replace(/[≤≥≠∧∨]/g, (sign) => plain.get(sign) ?? sign);
}

/** The tokens of a stretch of text that holds no comment, with their offsets in the text. Assignment and equality are one token: formulas write both alike. */
export function eachToken(text: string, from: number, to: number, found: (token: string, start: number) => void): void {
  // Cut first: no token, least of all a string that a lone quote seems to open, goes on past the end.
  const code = text.slice(from, to);
  token.lastIndex = 0;
  for (let match = token.exec(code); match !== null; match = token.exec(code)) {
    const [written] = match;
    if (!silent.has(written)) found(plain.get(written) ?? written, from + match.index);
  }
}

/** The tokens of code that holds no comment. */
export function tokensOf(code: string): readonly string[] {
  const tokens: string[] = [];
  eachToken(code, 0, code.length, (text) => tokens.push(text));
  return tokens;
}
