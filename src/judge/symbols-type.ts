import type { Span } from "../model/span.js";

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "<": ">", "{": "}" };

/**
 * The type that the code writes behind a name: `name: Type`. `undefined` where it writes none, or before the name, as C does: what
 * cannot be told from the text alone is not compared.
 */
export function typeBehind(text: string, { end }: Span): string | undefined {
  const colon = /^\s*\??\s*:(?!:)\s*/.exec(text.slice(end, end + 40));
  if (colon === null) return undefined;
  const start = end + colon[0].length;
  const open: string[] = [];
  let at = start;
  for (; at < text.length && at - start < 400; at += 1) {
    const sign = text[at] ?? "";
    if (open.length === 0 && /[,;=)}\]|\n{]/.test(sign)) break;
    if (sign in closing) open.push(closing[sign] ?? "");
    else if (sign === open.at(-1) && !(sign === ">" && text[at - 1] === "-")) open.pop();
  }
  const type = text.slice(start, at).trim();
  return type === "" || open.length > 0 ? undefined : type;
}

/** A type's tokens without what says the same by other means: path prefixes, lifetimes, a borrow around all of it. */
function tokensOf(type: string): readonly string[] {
  return (
    type
      .replace(/'[A-Za-z_]\w*\b(?!')/g, "")
      .replace(/^(?:&\s*(?:mut\s+)?|\*\s*(?:const|mut)\s+|mut\s+|const\s+)+/, "")
      .replace(/(?:\b[A-Za-z_]\w*\s*(?:::|\.)\s*)+(?=[A-Za-z_])/g, "")
      .replace(/\b(?:dyn|impl)\s+/g, "")
      .replace(/,\s*(?=[>)\]])/g, "")
      .match(/[A-Za-z_]\w*|\d+|->|[^\s\w]/g) ?? []
  );
}

/** True if the two certainly are different types. What is left out (`…`), and type parameters, may be anything. */
export function isOtherType(written: string, actual: string): boolean {
  if (/…|\.\.\.|\b_\b/.test(written)) return false;
  const [a, b] = [tokensOf(written), tokensOf(actual)];
  if (a.join(" ") === b.join(" ")) return false;
  const parameters = [...a, ...b].filter((token) => /^[A-Z]\d?$/.test(token));
  return parameters.every((token) => a.includes(token) && b.includes(token));
}
