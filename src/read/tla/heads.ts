import type { Fixity } from "../../model/spec.js";
import type { Pairs } from "./pairs.js";
import type { Token } from "./tokens.js";

/** What stands before a `==`. All are indices of tokens. */
export interface Head {
  readonly kind: Fixity | "function";
  /** Where the head begins; LOCAL stands before it. */
  readonly start: number;
  readonly name: number;
  /** The bracket that opens the arguments of `F(…)` or `f[…]`. */
  readonly open: number | undefined;
  readonly equals: number;
}

/**
 * The head of the definition whose `==` is at `equals`, read backwards; `undefined` where none stands there.
 * An infix operator has an argument on its right, so `a + b ==` can only define `+`, whatever stands before.
 */
export function headAt(tokens: readonly Token[], pairs: Pairs, equals: number): Head | undefined {
  const kindAt = (at: number): string | undefined => tokens[at]?.kind;
  const last = equals - 1;
  const text = tokens[last]?.text;
  if (text === ")" || text === "]") {
    const open = pairs.opens.get(last);
    const name = (open ?? 0) - 1;
    if (open === undefined || kindAt(name) !== "name") return undefined;
    return { kind: text === ")" ? "nonfix" : "function", start: name, name, open, equals };
  }
  if (kindAt(last) === "postfix" && kindAt(last - 1) === "name")
    return { kind: "postfix", start: last - 1, name: last, open: undefined, equals };
  if (kindAt(last) !== "name") return undefined;
  if (kindAt(last - 1) === "infix" && kindAt(last - 2) === "name")
    return { kind: "infix", start: last - 2, name: last - 1, open: undefined, equals };
  if (kindAt(last - 1) === "prefix" && !/^(?:,|<-|DEFS?)$/.test(tokens[last - 2]?.text ?? ""))
    return { kind: "prefix", start: last - 1, name: last - 1, open: undefined, equals };
  return { kind: "nonfix", start: last, name: last, open: undefined, equals };
}
