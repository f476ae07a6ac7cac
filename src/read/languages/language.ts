import type { GrammarData } from "./grammar.js";

/** A comment with an end sign of its own. `$1` in `close` stands for what the group of `openAt` matched. */
export interface BlockComment {
  readonly open: string;
  readonly close: string;
  /** True if a comment may stand in a comment. */
  readonly nests?: boolean;
  /** Where and in which form the opening sign counts, if not everywhere as written. */
  readonly openAt?: RegExp;
  /** Where and in which form the closing sign counts, if not everywhere as written. */
  readonly closeAt?: RegExp;
}

/** Code inside a string: `${…}`. The last sign of `open` nests: `{ … { … } … }`. */
export interface Hole {
  readonly open: string;
  readonly close: string;
}

/** A string, or another literal that may hold comment signs without meaning them. It ends with its line unless `multiline`. */
export interface StringSyntax {
  readonly open: string | RegExp;
  /** By default what opens it. `$1` in a text stands for what the group of `open` matched. */
  readonly close?: string | RegExp;
  /** What stands inside without closing the string or opening a hole, whatever signs it holds: an escape, a doubled quote. */
  readonly passes?: RegExp;
  readonly multiline?: boolean;
  readonly holes?: readonly Hole[];
}

/**
 * How to tell comments and strings from code. The patterns are read with the flag `m` alone: `^` and `$` are the ends of
 * lines. None may match nothing, and none may look far: a text of n letters must cost n steps. Where several match at one
 * place, patterns win over `code`, `code` over plain signs, a longer sign over a shorter one.
 */
export interface CommentSyntax {
  /** The signs of comments that end with their line, the usual one first. */
  readonly line: readonly string[];
  /** Where those signs count, if not everywhere. */
  readonly lineAt?: RegExp;
  readonly block: readonly BlockComment[];
  readonly strings: readonly StringSyntax[];
  /** Code that holds such signs without meaning them: `$#`, `x'`, `'"'`, `-->`. */
  readonly code?: readonly RegExp[];
  /** What announces text on the lines below, up to a line that is only the group's word: `<<EOF`. */
  readonly heredoc?: RegExp;
  /** Lines of comments that tell tools something and say nothing: `go:noinline`, `noqa`. Without their signs. */
  readonly directives?: RegExp;
}

/** Files of an extension that are in another language than its name says. */
export interface Guest {
  readonly extension: string;
  /** The id of their language. */
  readonly language: string;
  readonly when: (text: string) => boolean;
}

/** A language: which files are in it, how its comments look, and its grammar if there is one. */
export interface Language {
  readonly id: string;
  readonly name: string;
  /** With the dot, lower case; letter case does not count in paths. */
  readonly extensions: readonly string[];
  /** Whole names of files, lower case. */
  readonly fileNames?: readonly string[];
  readonly comments: CommentSyntax;
  readonly grammar?: GrammarData;
  /** Files that have an extension of this language and say by their text that they are in another. */
  readonly guests?: readonly Guest[];
  /** What of all that the tests hold every language with a grammar to it does not have, and why: by the test's word for it. */
  readonly without?: Readonly<Record<string, string>>;
}
