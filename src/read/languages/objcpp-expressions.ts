import type { Draft } from "./objcpp-draft.js";

/** Words before which a bracket begins an expression. */
const beforeExpression = new Set(["return", "else", "do", "in", "case", "throw", "co_return", "co_await", "co_yield", "and", "or", "not"]);

/** True if an expression can begin at the index: no operand stands before it. A cast's parenthesis counts as none. */
function beginsExpression(draft: Draft, at: number): boolean {
  const before = draft.at(at - 1);
  return draft.isWord(at - 1) ? beforeExpression.has(before) : !/^["'\d\]]/.test(before);
}

/** The index behind the operand that begins at the index: a name, a bracket, a literal, and what is asked of it. */
function behindOperand(draft: Draft, at: number, depth = 0): number {
  let next = at;
  if (draft.at(next) === "@") next += 1;
  const first = draft.tokens[next];
  if (first === undefined) return next;
  if (depth > 9) return next;
  if (/^[*&!~-]$/.test(first.text)) return behindOperand(draft, next + 1, depth + 1);
  next = first.partner > next ? first.partner + 1 : next + 1;
  // What is in parentheses is a cast if behind the operand that follows there is something more.
  const cast = first.text === "(" && (draft.isWord(next) || /^[[(]$/.test(draft.at(next))) ? behindOperand(draft, next, depth + 1) : next;
  if (cast !== next && draft.isWord(cast)) next = cast;
  for (;;) {
    if (/^(?:\.|->|::)$/.test(draft.at(next)) && draft.isWord(next + 1)) next += 2;
    else if (/^[[(]$/.test(draft.at(next)) && (draft.tokens[next]?.partner ?? -1) > next) next = (draft.tokens[next]?.partner ?? next) + 1;
    else return next;
  }
}

/** `[log append:x to:y]` becomes `(log,append,x,to,y)`. */
function message(draft: Draft, open: number): void {
  const { tokens } = draft;
  const [first, close] = [tokens[open], tokens[tokens[open]?.partner ?? -1]];
  if (first === undefined || close === undefined || !beginsExpression(draft, open)) return;
  const end = first.partner;
  const selector = behindOperand(draft, open + 1);
  if (selector >= end || !draft.isWord(selector) || selector === open + 1) return;
  if (selector + 1 !== end && draft.at(selector + 1) !== ":") return;
  draft.put(first.start, "(");
  draft.put(close.start, ")");
  const comma = (at: number): void => {
    const [before, here] = [tokens[at - 1], tokens[at]];
    const gap = before === undefined || here === undefined ? undefined : draft.gap(before.end, here.start);
    if (gap !== undefined) draft.put(gap, ",");
  };
  comma(selector);
  let choices = 0;
  for (let at = selector + 1; at < end; at += 1) {
    const { text, partner, start } = tokens[at] ?? close;
    if (partner > at) at = partner;
    else if (text === "?") choices += 1;
    else if (text === ":" && choices > 0) choices -= 1;
    else if (text === ":") draft.put(start, ",");
    else if (draft.isWord(at) && draft.at(at + 1) === ":" && choices === 0 && !/^[,:=<>|&+*/^-]$/.test(draft.at(at - 1))) comma(at);
  }
}

/** `^(int x) { … }` becomes `[]        { … }`, `void (^f)(int)` becomes `void (*f)(int)`. */
function block(draft: Draft, at: number): void {
  const caret = draft.tokens[at];
  if (caret === undefined) return;
  let next = at + 1;
  if (draft.at(at - 1) === "(" && (draft.isWord(next) || draft.at(next) === ")")) {
    const closing = draft.isWord(next) ? next + 1 : next;
    if (/^[)[]$/.test(draft.at(closing))) {
      draft.put(caret.start, "*");
      return;
    }
  }
  if (!beginsExpression(draft, at) && draft.at(at - 1) !== "]" && draft.at(at - 1) !== ")") return;
  while (draft.isWord(next) || draft.at(next) === "*") next += 1;
  if (draft.at(next) === "<") while (next < at + 20 && draft.at(next) !== "{" && draft.at(next) !== "(") next += 1;
  if (draft.at(next) === "(") next = (draft.tokens[next]?.partner ?? next) + 1;
  const body = draft.tokens[next];
  if (body?.text !== "{") return;
  if (body.start - caret.start >= 2) {
    draft.replace(caret.start, body.start, "[]");
    return;
  }
  if (!/\s/.test(draft.text[caret.start - 1] ?? "")) draft.put(caret.start - 2, draft.unit(caret.start - 1));
  draft.put(caret.start - 1, "[]");
}

const replaced: Readonly<Record<string, string>> = {
  autoreleasepool: "",
  finally: "",
  try: "try",
  catch: "catch",
  throw: "throw",
  synchronized: "if",
  encode: "sizeof",
};

/** `@"…"`, `@[…]`, `@{…}`, `@(…)`, `@selector(…)` and the statements that begin with the sign. */
function atSign(draft: Draft, at: number): void {
  const [sign, next] = [draft.tokens[at], draft.tokens[at + 1]];
  if (sign === undefined || next === undefined || next.start !== sign.end) return;
  const end = draft.tokens[next.partner];
  const word = replaced[next.text];
  if (word !== undefined) draft.replace(sign.start, next.end, word);
  else if (/^(?:selector|protocol|available)$/.test(next.text) && draft.at(at + 2) === "(") {
    draft.put(sign.start, "_");
    const [open, close] = [draft.tokens[at + 2], draft.tokens[draft.tokens[at + 2]?.partner ?? -1]];
    if (open === undefined || close === undefined) return;
    if (next.text === "available") draft.blank(open.end, close.start);
    else for (let from = open.end; from < close.start; from += 1) if (draft.text[from] === ":") draft.put(from, "_");
  } else if (next.text === "(") draft.put(sign.start, "_");
  else if (/^[[{]$/.test(next.text) && end !== undefined) {
    draft.put(sign.start, "_{");
    draft.put(end.start, "}");
    if (next.text === "[") return;
    let choices = 0;
    for (let inside = at + 2; inside < next.partner; inside += 1) {
      const token = draft.tokens[inside];
      if (token === undefined) return;
      if (token.partner > inside) inside = token.partner;
      else if (token.text === "?") choices += 1;
      else if (token.text === ":" && choices > 0) choices -= 1;
      else if (token.text === ":") draft.put(token.start, "|");
    }
  } else if (next.text.startsWith('"')) draft.put(sign.start, "L");
  else if (/^(?:\d|YES|NO|true|false)/.test(next.text)) draft.put(sign.start, "+");
}

const qualifiers =
  /^(?:__bridge(?:_transfer|_retained)?|__block|__weak|__strong|__unsafe_unretained|__autoreleasing|__kindof|_Nonnull|_Nullable|nonnull|nullable)$/;

/** `for (id x in list)` becomes `for (id x :  list)`. */
function enumeration(draft: Draft, at: number): void {
  const open = draft.tokens[at + 1];
  if (draft.at(at) !== "for" || open?.text !== "(") return;
  for (let inside = at + 2; inside < open.partner; inside += 1) {
    const token = draft.tokens[inside];
    if (token === undefined || token.text === ";") return;
    if (token.partner > inside) inside = token.partner;
    else if (token.text === "in" && draft.isWord(inside - 1)) draft.replace(token.start, token.end, ":");
  }
}

/** Writes the expressions and statements of Objective-C as those of C++ that they look most like. */
export function mendExpressions(draft: Draft): void {
  for (const [at, { text, start, end }] of draft.tokens.entries()) {
    if (draft.isSealed(at)) continue;
    if (text === "[" && draft.at(at - 1) !== "@") message(draft, at);
    else if (text === "@") atSign(draft, at);
    else if (text === "for") enumeration(draft, at);
    else if (qualifiers.test(text)) draft.blank(start, end);
  }
  for (const [at, { text }] of draft.tokens.entries()) if (text === "^" && !draft.isSealed(at)) block(draft, at);
}
