import type { CommentSyntax } from "./language.js";

/**
 * The comment signs that count in a declared file whose name tells no language: the common ones, each where a line or a
 * word begins. Strings are not told from code: which quotes a language has cannot be guessed.
 */
export const anyComment: CommentSyntax = {
  line: ["//", "#", "--", ";", "%"],
  lineAt: /(?<=^[ \t]*|[ \t])(?:\/\/|#|--|;|%)/,
  block: [
    { open: "/*", close: "*/" },
    { open: "(*", close: "*)", nests: true },
    { open: "<!--", close: "-->" },
    { open: "{-", close: "-}", nests: true },
  ],
  strings: [],
};
