import type { CommentSyntax, StringSyntax } from "./language.js";
import * as literals from "./literals.js";
import { backslash, character, double, longDouble, prime, single, slashStar, tripleDouble } from "./literals.js";

/** C and what only adds words to it. */
export const c: CommentSyntax = { line: ["//"], block: [slashStar], strings: [double, single], code: [literals.digitSeparator] };

/** C++: raw strings with a delimiter of their own. */
export const cpp: CommentSyntax = {
  ...c,
  strings: [{ open: /R"([^()\\\s]{0,16})\(/, close: ')$1"', multiline: true }, { ...single, open: /\bu8'/, close: "'" }, double, single],
};

/** `//` and a block comment that nests. */
export const nestedC: CommentSyntax = { ...c, block: [literals.nestedSlashStar] };

/** Rust and languages after it: single quotes are characters or the names of lifetimes. */
export const rust: CommentSyntax = {
  ...nestedC,
  strings: [{ open: /(?<!\w)[bc]?r(#{0,50})"/, close: '"$1', multiline: true }, longDouble],
  code: [character],
};

/** Java: text blocks. */
export const java: CommentSyntax = { line: ["//"], block: [slashStar], strings: [tripleDouble, double, single] };

/** Go and others whose backtick strings know no backslash. */
export const go: CommentSyntax = { line: ["//"], block: [slashStar], strings: [literals.rawBacktick, double, single] };

/** JavaScript and what adds types to it: template literals and regular expressions. */
export const javascript: CommentSyntax = {
  line: ["//"],
  block: [slashStar],
  strings: [
    literals.slashes("return|typeof|case|do|else|in|instanceof|new|void|delete|throw|yield|await|of"),
    { open: "`", passes: backslash, multiline: true, holes: [literals.dollarBrace] },
    double,
    single,
  ],
};

/** Scala: strings with a prefix have holes, symbols begin with a single quote. */
export const scala: CommentSyntax = {
  line: ["//"],
  block: [literals.nestedSlashStar],
  strings: [
    { ...literals.rawTriple, open: /(?<![\w$])[A-Za-z]\w*"""/, holes: [literals.dollarBrace] },
    { open: /(?<![\w$])[A-Za-z]\w*"(?!"")/, close: '"', passes: backslash, holes: [literals.dollarBrace] },
    literals.rawTriple,
    double,
  ],
  code: [character],
};

/** Kotlin: every string has holes. */
export const kotlin: CommentSyntax = {
  line: ["//"],
  block: [literals.nestedSlashStar],
  strings: [{ ...literals.rawTriple, holes: [literals.dollarBrace] }, { ...double, holes: [literals.dollarBrace] }, single],
};

/** `#` anywhere, and the two common strings. */
export const hash: CommentSyntax = { line: ["#"], block: [], strings: [double, single] };

/**
 * Python. A backslash keeps even a raw string open. Holes count where they end with their line: only there can the same quote
 * stand in one.
 */
export const python: CommentSyntax = {
  ...hash,
  strings: [
    ...['"', "'"].map(
      (quote): StringSyntax => ({
        open: new RegExp(`(?<!\\w)(?:[fFtT][rR]?|[rR][fFtT])${quote}(?!${quote}${quote})`),
        close: quote,
        passes: /\\(?:\r\n|[\s\S])|\{\{/,
        holes: [literals.brace],
      }),
    ),
    tripleDouble,
    literals.tripleSingle,
    double,
    single,
  ],
};

/** Shells: `#` only where a word begins, strings over many lines, here-documents. */
export const shell: CommentSyntax = {
  line: ["#"],
  lineAt: literals.wordHash,
  block: [],
  strings: [
    { ...longDouble, holes: [literals.dollarParen] },
    { open: "$'", close: "'", passes: backslash, multiline: true },
    { open: "'", multiline: true },
  ],
  code: [backslash],
  heredoc: /(?<!<)<<-?(?!<)[ \t]{0,9}\\?["']?([A-Za-z_][\w.-]{0,99})["']?/,
};

/** Ruby and Crystal. Strings are held to one line, so that a quote this table does not know misleads for one line only. */
export const ruby: CommentSyntax = {
  line: ["#"],
  block: [{ open: "=begin", close: "=end", openAt: /^=begin\b/, closeAt: /^=end\b.*/ }],
  strings: [
    literals.slashes("if|unless|and|or|not|when|while|until|return|match|split|sub|gsub|scan"),
    { open: /%[qQwWiIrsx]?\((?<=(?:^|[\s(,=[])%\w?\()/, close: ")", passes: backslash, multiline: true },
    { open: /%[qQwWiIrsx]?\[(?<=(?:^|[\s(,=[])%\w?\[)/, close: "]", passes: backslash, multiline: true },
    { open: /%[qQwWiIrsx]?\{(?<=(?:^|[\s(,=[])%\w?\{)/, close: "}", passes: backslash, multiline: true, holes: [literals.hashBrace] },
    { ...double, holes: [literals.hashBrace] },
    single,
    { open: "`", passes: backslash },
  ],
  code: [/\$['"`]|(?<!\w)\?['"#`](?!\w)/],
  heredoc: /<<[~-]?["'`]?([A-Za-z_]\w{0,99})["'`]?/,
};

/** Haskell: two or more dashes are a comment unless they are part of a longer operator; names may end in primes. */
export const haskell: CommentSyntax = {
  line: ["--"],
  block: [literals.nestedBraceDash],
  strings: [{ open: '"', passes: /\\(?:\s+\\|\S)/ }],
  code: [/(?!--+(?![!#$%&*+./<=>?@\\^|~:-]))[!#$%&*+./<=>?@\\^|~:-]+/, prime, character],
};

/** OCaml: nested comments alone, quoted strings, type variables and primes. */
export const ocaml: CommentSyntax = {
  line: [],
  block: [literals.nestedParenStar],
  strings: [{ open: /\{([a-z_]{0,99})\|/, close: "|$1}", multiline: true }, longDouble],
  code: [prime, character],
};

/** Lisps: `#|…|#` nests, `#\"` is a character, the quote is no string, `#;` leaves out one expression and not a line. */
export const lisp: CommentSyntax = {
  line: [";"],
  block: [{ open: "#|", close: "|#", nests: true }],
  strings: [longDouble],
  code: [/#\\\S|#;/],
};

/** Ada and VHDL: `--`, and single quotes for characters and attributes. */
export const ada: CommentSyntax = { line: ["--"], block: [], strings: [literals.doubledDouble], code: [/(?<=[\w)\]])'/, /'.'/] };

/** TLA+ and the configurations of its model checker. */
export const tla: CommentSyntax = { line: ["\\*"], block: [literals.nestedParenStar], strings: [double] };
