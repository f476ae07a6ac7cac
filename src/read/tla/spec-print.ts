import type { Span } from "../../model/span.js";
import { lex } from "./tokens.js";

/** The texts of the tokens of a stretch of a module: what it says without comments, white space and the choice between a sign and its letter. */
export function specTokens(text: string, span: Span): readonly string[] {
  return lex(text.slice(0, span.end), span.start).tokens.map((token) => token.text);
}
