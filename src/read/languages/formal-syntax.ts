import * as families from "./families.js";
import type { CommentSyntax } from "./language.js";
import * as literals from "./literals.js";
import { backslash, character, double, longDouble, prime, single, slashStar, tripleDouble } from "./literals.js";

/** The comment syntaxes of one or a few functional languages, provers and specification languages. */
export const formal = {
  agda: { ...families.haskell, lineAt: /--(?<=(?:^|[\s(){};.@"])--)/, strings: [double], code: [prime, character] },
  alloy: { line: ["//", "--"], block: [slashStar], strings: [double] },
  clojure: { line: [";"], block: [], strings: [longDouble], code: [/\\\S/] },
  dafny: { ...families.nestedC, strings: [{ open: '@"', close: '"', passes: /""/, multiline: true }, double], code: [prime, character] },
  elisp: { line: [";"], block: [], strings: [longDouble], code: [/(?<![\w-])\?(?:\\.|\S)/] },
  elm: { line: ["--"], block: [literals.nestedBraceDash], strings: [tripleDouble, double], code: [character] },
  erlang: { line: ["%"], block: [], strings: [tripleDouble, double, single], code: [/\$(?:\\.|\S)/] },
  fsharp: {
    line: ["//"],
    block: [literals.nestedParenStar],
    strings: [tripleDouble, { open: '@"', close: '"', passes: /""/, multiline: true }, double],
    code: [/\(\*\)/, prime, character],
  },
  fstar: { line: ["//"], block: [literals.nestedParenStar], strings: [double], code: [prime, character] },
  isabelle: { line: [], block: [literals.nestedParenStar], strings: [longDouble] },
  lean: { line: ["--"], block: [{ open: "/-", close: "-/", nests: true }], strings: [longDouble], code: [prime, character] },
  percent: { line: ["%"], block: [], strings: [double] },
  prolog: { line: ["%"], block: [slashStar], strings: [double, single], code: [/(?<!\w)0'(?:\\.|''|\S)/] },
  purescript: {
    ...families.haskell,
    block: [{ open: "{-", close: "-}" }],
    strings: [literals.rawTriple, double],
  },
  reason: {
    ...families.nestedC,
    strings: [{ open: /\{([a-z_]{0,99})\|/, close: "|$1}", multiline: true }, longDouble],
    code: [prime, character],
  },
  rescript: { ...families.nestedC, strings: [{ open: "`", passes: backslash, multiline: true }, longDouble], code: [prime, character] },
  sml: { line: [], block: [literals.nestedParenStar], strings: [{ open: '"', passes: /\\(?:\s+\\|\S)/ }] },
  smt: { line: [";"], block: [], strings: [{ ...literals.doubledDouble, multiline: true }, { open: "|" }] },
  smv: { line: ["--"], block: [{ open: "/--", close: "--/" }], strings: [double] },
} satisfies Readonly<Record<string, CommentSyntax>>;
