import * as families from "./families.js";
import type { CommentSyntax } from "./language.js";
import * as literals from "./literals.js";
import { backslash, character, double, doubledSingle, longDouble, prime, single, slashStar, tripleDouble } from "./literals.js";

/** The comment syntaxes of one or a few scripting and configuration languages. */
export const script = {
  awk: { ...families.hash, strings: [literals.slashes("return|in"), { open: /\/(?<=^[ \t]*\/)/, close: "/", passes: backslash }, double] },
  batch: {
    line: ["REM", "rem", "::"],
    lineAt: /(?:::|[Rr][Ee][Mm]\b)(?<=(?:^[ \t]*@?|&[ \t]*)(?:::|[Rr][Ee][Mm]))/,
    block: [],
    strings: [],
  },
  cmake: {
    line: ["#"],
    block: [
      { open: "#[[", close: "]]" },
      { open: "#[=[", close: "]$1]", openAt: /#\[(={1,200})\[/ },
    ],
    strings: [longDouble, { open: /\[(={0,200})\[/, close: "]$1]", multiline: true }],
    code: [backslash],
  },
  config: { line: ["#", ";"], lineAt: /[#;](?<=^[ \t]*[#;])|#(?<=\s#)/, block: [], strings: [] },
  docker: { line: ["#"], lineAt: literals.lineHash, block: [], strings: [] },
  elixir: {
    line: ["#"],
    block: [],
    strings: [
      { open: /~[a-zA-Z]{1,20}("""|''')/, close: "$1", passes: backslash, multiline: true },
      { open: /~[a-zA-Z]{1,20}([/|"'])/, close: "$1", passes: backslash },
      { open: /~[a-zA-Z]{1,20}\(/, close: ")", passes: backslash },
      { open: /~[a-zA-Z]{1,20}\[/, close: "]", passes: backslash },
      { open: /~[a-zA-Z]{1,20}\{/, close: "}", passes: backslash },
      { ...tripleDouble, holes: [literals.hashBrace] },
      { ...literals.tripleSingle, holes: [literals.hashBrace] },
      { ...double, holes: [literals.hashBrace] },
      { ...single, holes: [literals.hashBrace] },
    ],
    code: [/(?<![\w)])\?(?:\\.|\S)/],
  },
  graphql: { line: ["#"], block: [], strings: [tripleDouble, double] },
  hcl: {
    line: ["#", "//"],
    block: [slashStar],
    strings: [{ ...double, holes: [literals.dollarBrace] }],
    heredoc: /<<-?([A-Za-z_][\w-]{0,99})/,
  },
  ini: { line: [";", "#"], lineAt: /[;#](?<=(?:^|\s)[;#])/, block: [], strings: [] },
  julia: {
    line: ["#"],
    block: [{ open: "#=", close: "=#", nests: true }],
    strings: [
      { ...tripleDouble, holes: [literals.dollarParen] },
      { ...longDouble, holes: [literals.dollarParen] },
    ],
    code: [/(?<=[\w)\]}.\u0080-\uffff])'+/, character],
  },
  make: { line: ["#"], block: [], strings: [], code: [/\\\S|\$#/] },
  nim: {
    line: ["#"],
    block: [{ open: "#[", close: "]#", nests: true }],
    strings: [literals.rawTriple, { open: /(?<!\w)[A-Za-z_]\w{0,99}"(?!"")/, close: '"', passes: /""/ }, double],
    code: [prime, character],
  },
  nix: {
    line: ["#"],
    block: [slashStar],
    strings: [
      { open: "''", passes: /'''|''\$|''\\[\s\S]/, multiline: true, holes: [literals.dollarBrace] },
      { ...longDouble, holes: [literals.dollarBrace] },
    ],
    code: [prime],
  },
  perl: {
    line: ["#"],
    block: [{ open: "=pod", close: "=cut", openAt: /^=[a-zA-Z]\w*/, closeAt: /^=cut\b.*/ }],
    strings: [literals.slashes("if|unless|and|or|not|when|while|until|return|split|grep"), double, single],
    code: [/[$@%&]#|\$['"`&]|(?<![\w$@%&-])(?:s|m|qr|qw?|qq|tr|y)#|\\\S/],
    heredoc: /<<~?["']?([A-Za-z_]\w{0,99})["']?/,
  },
  powershell: {
    line: ["#"],
    lineAt: literals.wordHash,
    block: [{ open: "<#", close: "#>" }],
    strings: [
      { open: /@'(?=[ \t]{0,99}$)/, close: /^'@/, multiline: true },
      { open: /@"(?=[ \t]{0,99}$)/, close: /^"@/, multiline: true },
      { open: '"', passes: /`(?:\r\n|[\s\S])|""/, holes: [literals.dollarParen] },
      doubledSingle,
    ],
    code: [/`\S/],
  },
  r: {
    ...families.hash,
    strings: [{ open: /(?<!\w)[rR]"(-{0,50})\(/, close: ')$1"', multiline: true }, longDouble, { ...single, multiline: true }],
  },
  tcl: { line: ["#"], lineAt: /#(?<=(?:^|[;{])[ \t]*#)/, block: [], strings: [double], code: [backslash] },
  toml: { line: ["#"], block: [], strings: [tripleDouble, { open: "'''", multiline: true }, double, { open: "'" }] },
  vim: { line: ['"'], block: [], strings: [{ open: /"(?<=\S[ \t]*")(?=[^"\r\n]*")/, close: '"', passes: backslash }, doubledSingle] },
  yaml: {
    line: ["#"],
    lineAt: literals.spacedHash,
    block: [],
    strings: [
      { open: /"(?<=(?:^|[\s[{,:(])")/, close: '"', passes: backslash },
      { open: /'(?<=(?:^|[\s[{,:(])')/, close: "'", passes: /''/ },
    ],
  },
} satisfies Readonly<Record<string, CommentSyntax>>;
