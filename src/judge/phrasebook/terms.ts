import { partsOf } from "../evidence/words.js";

/** Words, and the signs that prose writes as code does. */
const said = /[A-Za-z_\u00c0-\u1fff\u2c00-\ud7ff][\w\u00c0-\u1fff\u2c00-\ud7ff]*|<=|>=|==|!=|[<>+*%]/g;

/** Numbers that mean something of themselves; the others are one term. */
const plainNumbers = /^[012]$/;

/** The terms of a token of code: the stems of an identifier's words; any other token is one. */
export function termsOfToken(token: string): readonly string[] {
  if (/^["'`]/.test(token)) return ["string"];
  if (/^\d/.test(token)) return [plainNumbers.test(token) ? token : "number"];
  return /^#?[A-Za-z_\u00c0-\u1fff\u2c00-\ud7ff]/.test(token) ? partsOf(token).map(({ stem }) => stem) : [token];
}

/** The terms of a sentence: the stems of its words, small ones too (`only`, `before`), and signs. */
export function termsOfProse(text: string): readonly string[] {
  return (text.match(said) ?? []).flatMap((one) => (/^[<>=!+*%]/.test(one) ? [one] : partsOf(one).map(({ stem }) => stem)));
}
