import type { BlockComment, Hole, StringSyntax } from "./language.js";

/** A backslash and what it escapes; an escaped line end keeps a string open. */
export const backslash = /\\(?:\r\n|[\s\S])/;

/** `"…"` with backslashes, on one line. */
export const double: StringSyntax = { open: '"', passes: backslash };
/** `'…'` with backslashes, on one line. */
export const single: StringSyntax = { open: "'", passes: backslash };
/** `"…"` with backslashes, over any number of lines. */
export const longDouble: StringSyntax = { ...double, multiline: true };
/** `"…"` in which a doubled quote is a quote and a backslash nothing. */
export const doubledDouble: StringSyntax = { open: '"', passes: /""/ };
/** `'…'` in which a doubled quote is a quote and a backslash nothing. */
export const doubledSingle: StringSyntax = { open: "'", passes: /''/ };
/** `"""…"""` with backslashes. */
export const tripleDouble: StringSyntax = { open: '"""', passes: backslash, multiline: true };
/** `'''…'''` with backslashes. */
export const tripleSingle: StringSyntax = { open: "'''", passes: backslash, multiline: true };
/** `` `…` `` without escapes, over any number of lines. */
export const rawBacktick: StringSyntax = { open: "`", multiline: true };
/** `"""…"""` without escapes; quotes right before its end belong to it. */
export const rawTriple: StringSyntax = { open: '"""', close: /"{3,50}/, multiline: true };

/** `${…}` */
export const dollarBrace: Hole = { open: "${", close: "}" };
/** `$(…)` */
export const dollarParen: Hole = { open: "$(", close: ")" };
/** `#{…}` */
export const hashBrace: Hole = { open: "#{", close: "}" };
/** `{…}` */
export const brace: Hole = { open: "{", close: "}" };

/** C's block comment, which ends at the first end sign. */
export const slashStar: BlockComment = { open: "/*", close: "*/" };
/** A block comment with C's signs, which may hold another. */
export const nestedSlashStar: BlockComment = { ...slashStar, nests: true };
/** `(* … *)`, which may hold another. */
export const nestedParenStar: BlockComment = { open: "(*", close: "*)", nests: true };
/** `{- … -}`, which may hold another. */
export const nestedBraceDash: BlockComment = { open: "{-", close: "-}", nests: true };
/** `<!-- … -->` */
export const markupComment: BlockComment = { open: "<!--", close: "-->" };

/** A character in single quotes, where single quotes mean other things too; it opens nothing. */
export const character = /'(?:\\.[^'\r\n]{0,10}|[\ud800-\udbff][\udc00-\udfff]|[^\\'\r\n])'/;
/** Single quotes that end a name: `x'`. */
export const prime = /(?<=[\w\u0080-\uffff])'+/;
/** A single quote between digits: `1'000`. */
export const digitSeparator = /'(?=\w)(?<=(?<![\w.'])\d[\w.']{0,40}')/;

/** A number sign where a word begins. */
export const wordHash = /#(?<=(?:^|[\s;&|()`])#)/;
/** A number sign after nothing but blanks. */
export const lineHash = /#(?<=^[ \t]*#)/;
/** A number sign at the beginning of a line or after white space. */
export const spacedHash = /#(?<=(?:^|\s)#)/;

/**
 * A regular expression between slashes: a slash where no division can be, and another one on its line. `before` matches
 * the words after which no division can be.
 */
export function slashes(before: string): StringSyntax {
  const operand = `(?<=(?:[=(,:;!&|?{[+*%~^-]|=>|(?<![\\s\\S])|\\b(?:${before}))\\s*\\/)`;
  return { open: new RegExp(`\\/(?![*/])${operand}(?=[^\\r\\n/]*\\/)`), close: "/", passes: /\\.|\[(?:[^\]\\\r\n]|\\.){0,200}\]/ };
}
