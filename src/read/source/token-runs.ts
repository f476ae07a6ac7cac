import type { SyntaxShape } from "../../model/syntax.js";

/** Indices of tokens, `from` inclusive, `to` exclusive. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const isBraced = (node: SyntaxShape | undefined): boolean => node?.text.startsWith("{") === true;

/** True if `node` ends a stretch of macro tokens that belongs together: a comma, a semicolon, a braced body. */
function endsTokens(node: SyntaxShape): boolean {
  return node.type === "," || node.type === ";" || isBraced(node);
}

/** What a comment before the token at `at` marks: the tokens up to the next comma, semicolon or braced body, which is part of it. */
export function runAfter(tokens: readonly SyntaxShape[], at: number): Run {
  const end = tokens.findIndex((token, index) => index >= at && endsTokens(token));
  if (end === -1) return { from: at, to: tokens.length };
  return { from: at, to: isBraced(tokens[end]) ? end + 1 : Math.max(end, at + 1) };
}

/** What a comment behind the token before `at`, which is more than 0, trails: the tokens back to the one that ends those before. */
export function runBefore(tokens: readonly SyntaxShape[], at: number): Run {
  const last = tokens[at - 1];
  const closed = last !== undefined && endsTokens(last) ? at - 1 : at;
  const start = tokens.slice(0, closed).findLastIndex(endsTokens) + 1;
  return closed === 0 || isBraced(last) ? { from: Math.min(start, at - 1), to: at } : { from: start, to: closed };
}
