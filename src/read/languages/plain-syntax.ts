import * as families from "./families.js";
import type { CommentSyntax } from "./language.js";
import * as literals from "./literals.js";
import { double, doubledDouble, doubledSingle, longDouble, single, slashStar, tripleDouble } from "./literals.js";

/** The comment syntaxes of one or a few programming and markup languages. */
export const plain = {
  assembly: {
    line: ["#", "//", "@"],
    lineAt: /#(?=[ \t#]|$)|\/\/|@(?=[ \t])/,
    block: [slashStar],
    strings: [double],
    code: [/'(?:\\.|.)'?/],
  },
  cobol: { line: ["*>", "*"], lineAt: /\*>|\*(?<=^.{6}\*)/, block: [], strings: [doubledDouble, doubledSingle] },
  csharp: {
    line: ["//"],
    block: [slashStar],
    strings: [
      { open: /\$"(?!"")/, close: '"', passes: /\\(?:\r\n|[\s\S])|\{\{/, holes: [literals.brace] },
      { open: /(?:\$@|@\$)"/, close: '"', passes: /""|\{\{/, multiline: true, holes: [literals.brace] },
      { open: '@"', close: '"', passes: /""/, multiline: true },
      { open: /("{3,50})/, close: "$1", multiline: true },
      double,
      single,
    ],
  },
  component: {
    line: ["//"],
    // A `//` after a colon is an address.
    lineAt: /\/\/(?<=(?:^|[\s;{}(),])\/\/)/,
    block: [literals.markupComment, slashStar],
    strings: [],
  },
  css: { line: [], block: [slashStar], strings: [double, single] },
  d: {
    line: ["//"],
    block: [slashStar, { open: "/+", close: "+/", nests: true }],
    strings: [literals.rawBacktick, { open: /(?<!\w)r"/, close: '"', multiline: true }, longDouble, single],
  },
  dart: {
    line: ["//"],
    block: [literals.nestedSlashStar],
    strings: [
      { open: /(?<!\w)r"(?!"")/, close: '"' },
      { open: /(?<!\w)r'(?!'')/, close: "'" },
      { ...tripleDouble, holes: [literals.dollarBrace] },
      { ...literals.tripleSingle, holes: [literals.dollarBrace] },
      { ...double, holes: [literals.dollarBrace] },
      { ...single, holes: [literals.dollarBrace] },
    ],
  },
  fixedFortran: { line: ["C", "c", "*", "!"], lineAt: /^[Cc*]|!/, block: [], strings: [doubledDouble, doubledSingle] },
  fortran: { line: ["!"], block: [], strings: [doubledDouble, doubledSingle] },
  groovy: {
    ...families.java,
    strings: [
      literals.slashes("return|in|case"),
      { ...tripleDouble, holes: [literals.dollarBrace] },
      literals.tripleSingle,
      { ...double, holes: [literals.dollarBrace] },
      single,
    ],
  },
  jsonnet: { line: ["//", "#"], block: [slashStar], strings: [longDouble, { ...single, multiline: true }] },
  latex: {
    line: ["%"],
    block: [{ open: "\\begin{comment}", close: "\\end{comment}", openAt: /\\begin\{comment\}/ }],
    strings: [],
    code: [/\\\S/],
  },
  lua: {
    line: ["--"],
    block: [
      { open: "--[[", close: "]]" },
      { open: "--[=[", close: "]$1]", openAt: /--\[(={1,200})\[/ },
    ],
    strings: [{ open: /\[(={0,200})\[/, close: "]$1]", multiline: true }, double, single],
  },
  markup: { line: [], block: [literals.markupComment], strings: [] },
  pascal: {
    line: ["//"],
    block: [
      { open: "{", close: "}" },
      { open: "(*", close: "*)" },
    ],
    strings: [doubledSingle],
    code: [/\{\$/],
  },
  php: {
    line: ["//", "#"],
    lineAt: /\/\/|#(?!\[)/,
    block: [slashStar],
    strings: [double, single],
    heredoc: /<<<[ \t]?["']?([A-Za-z_]\w{0,99})["']?/,
  },
  sass: { ...families.c, lineAt: /\/\/(?<!:\/\/)/ },
  sql: { line: ["--"], block: [slashStar], strings: [doubledSingle, doubledDouble] },
  swift: {
    line: ["//"],
    block: [literals.nestedSlashStar],
    strings: [
      { open: /(?<!#)(#{1,50})"""/, close: '"""$1', multiline: true },
      { open: /(?<!#)(#{1,50})"/, close: '"$1' },
      { ...tripleDouble, passes: /\\(?!\()\S/, holes: [{ open: "\\(", close: ")" }] },
      { ...double, passes: /\\(?!\()\S/, holes: [{ open: "\\(", close: ")" }] },
    ],
  },
  systemVerilog: { line: ["//"], block: [slashStar], strings: [double] },
  thrift: { line: ["//", "#"], block: [slashStar], strings: [double, single] },
  verilog: {
    line: ["//"],
    lineAt: /\/\/(?![=.;)\]])/,
    block: [slashStar, literals.nestedParenStar],
    strings: [double],
    code: [/\(\*\)/],
  },
  vhdl: { ...families.ada, block: [slashStar] },
  visualBasic: { line: ["'"], block: [], strings: [doubledDouble] },
  webAssembly: { line: [";;"], block: [{ open: "(;", close: ";)", nests: true }], strings: [double] },
  zig: { line: ["//"], block: [], strings: [{ open: "\\\\", close: /(?!)/ }, double, single] },
} satisfies Readonly<Record<string, CommentSyntax>>;
