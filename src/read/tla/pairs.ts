import type { SpecFault } from "../../model/spec.js";
import { isBreak, isSelector } from "./endings.js";
import type { Token } from "./tokens.js";

/** Which token closes what another one opens. */
export interface Pairs {
  /** By the index of the token that opens: the one that closes. */
  readonly closes: ReadonlyMap<number, number>;
  /** By the index of the token that closes: the one that opens. */
  readonly opens: ReadonlyMap<number, number>;
  readonly faults: readonly SpecFault[];
}

const closing: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<<", ">>"],
  ["LET", "IN"],
]);
const closers: ReadonlySet<string> = new Set(closing.values());

/** Pairs brackets, and LET with IN. A fault stays where it is: the next module, ruler or theorem begins anew. */
export function pairsOf(tokens: readonly Token[]): Pairs {
  const closes = new Map<number, number>();
  const opens = new Map<number, number>();
  const faults: SpecFault[] = [];
  const open: number[] = [];
  const giveUp = (): void => {
    for (const at of open.splice(0)) {
      const token = tokens[at];
      if (token === undefined) continue;
      const message = token.text === "LET" ? "this LET has no IN" : `this \`${token.text}\` is never closed`;
      faults.push({ span: token.span, message });
    }
  };
  tokens.forEach((token, at) => {
    const { kind, text, span } = token;
    if (isBreak(token)) giveUp();
    if ((kind !== "sign" && kind !== "keyword") || isSelector(tokens, at)) return;
    if (closing.has(text)) open.push(at);
    else if (closers.has(text)) {
      const last = open.at(-1);
      if (last !== undefined && closing.get(tokens[last]?.text ?? "") === text) {
        open.pop();
        closes.set(last, at);
        opens.set(at, last);
      } else faults.push({ span, message: text === "IN" ? "this IN has no LET" : `nothing opens this \`${text}\`` });
    }
  });
  giveUp();
  return { closes, opens, faults };
}
