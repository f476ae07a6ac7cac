import type { Draft } from "./objcpp-draft.js";

/** The index behind the name, category, superclass and protocols of a class. */
function behindHeader(draft: Draft, name: number): number {
  let at = name + 1;
  for (;;) {
    const token = draft.tokens[at];
    if (token === undefined) return at;
    if (token.text === "(" && token.partner > at) at = token.partner + 1;
    else if (token.text === ":") at += 2;
    else if (token.text === "<") {
      while (at < draft.tokens.length && draft.at(at) !== ">") at += 1;
      at += 1;
    } else return at;
  }
}

/**
 * `@implementation Log (Category)` becomes `class           Log{          `; the braces of its variables become the class's own. Where nothing
 * follows the name on its line, the name makes room. Gives the index of the first member.
 */
function header(draft: Draft, at: number): number {
  const [sign, name] = [draft.tokens[at], draft.tokens[at + 2]];
  if (sign === undefined || name === undefined || !draft.isWord(at + 2)) return at + 2;
  const next = behindHeader(draft, at + 2);
  const last = draft.tokens[next - 1] ?? name;
  draft.replace(sign.start, name.start, "class");
  draft.blank(name.end, last.end);
  const member = draft.tokens[next];
  const closing = draft.tokens[member?.partner ?? -1];
  if (member?.text === "{" && closing !== undefined) {
    draft.put(closing.start, " ");
    return member.partner + 1;
  }
  if (/[^\r\n]/.test(draft.text[name.end] ?? "\n")) draft.put(name.end, "{");
  else draft.put(name.start - 1, `${name.text}{`);
  return next;
}

/** The types that methods are written with, and those of test cases. */
export const methodType = "___";
export const testType = "__t";

/**
 * `- (void)append:(int)x to:(id)y {` becomes `___     append(_     ,to      ) {`: the parts of the selector are what its parameters are
 * called, and `_` is the first.
 */
function method(draft: Draft, at: number, type: string): number {
  const { tokens } = draft;
  const dash = tokens[at];
  const word = draft.at(at + 1) === "(" ? Math.max(tokens[at + 1]?.partner ?? 0, at) + 1 : at + 1;
  const name = tokens[word];
  let end = word;
  while (end < tokens.length && draft.at(end) !== ";" && draft.at(end) !== "{")
    end = (tokens[end]?.partner ?? -1) > end ? (tokens[end]?.partner ?? end) + 1 : end + 1;
  const stop = tokens[end];
  if (dash === undefined || name === undefined || stop === undefined || !draft.isWord(word)) return at + 1;
  draft.blank(dash.start, name.start);
  draft.put(dash.start, type.slice(0, name.start - dash.start - 1));
  draft.blank(name.end, stop.start);
  draft.seal(at, end);
  if (draft.at(word + 1) !== ":") return end;
  let first = name.end + 1;
  while (/\s/.test(draft.text[first] ?? "x")) first += 1;
  draft.put(name.end, "(");
  draft.put(first, "_");
  for (let part = word + 2; part < end; part += 1) {
    const token = tokens[part];
    if (token === undefined) break;
    if (token.partner > part) part = token.partner;
    else if (draft.isWord(part) && draft.at(part + 1) === ":") draft.put(token.start - 1, `,${token.text}`);
  }
  let last = stop.start - 1;
  while (/[\r\n]/.test(draft.text[last] ?? "")) last -= 1;
  draft.put(last, ")");
  return end;
}

/** Blanks from an index up to the end of its statement. */
function blankStatement(draft: Draft, at: number): number {
  let end = at;
  while (end < draft.tokens.length && draft.at(end) !== ";") end += 1;
  draft.blank(draft.tokens[at]?.start ?? 0, draft.tokens[end]?.end ?? 0);
  return end;
}

/** Writes the classes of Objective-C as classes of C++. */
export function mendClasses(draft: Draft): void {
  const tests = new Set([...draft.text.matchAll(/@interface\s+(\w+)\s*:\s*\w*TestCase\b/g)].map(([, name]) => name));
  let inClass = false;
  let type = methodType;
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const [token, next] = [draft.tokens[at], draft.tokens[at + 1]];
    if (token === undefined) return;
    if (token.text === "@" && next !== undefined && next.start === token.end) {
      const word = next.text;
      const isForward = word === "protocol" && /^[;,(]$/.test(draft.at(at + (draft.at(at + 2) === "(" ? 2 : 3)));
      if (word === "class") {
        const end = blankStatement(draft, at + 3);
        draft.replace(token.start, next.end, "using");
        draft.put(draft.tokens[end]?.start ?? token.start, ";");
        at = end;
      } else if ((isForward && draft.at(at + 2) !== "(") || word === "synthesize" || word === "dynamic" || word === "compatibility_alias")
        at = blankStatement(draft, at);
      else if (word === "interface" || word === "implementation" || (word === "protocol" && !isForward)) {
        inClass = true;
        type = tests.has(draft.at(at + 2)) ? testType : methodType;
        at = header(draft, at) - 1;
        continue;
      } else if (word === "end") {
        inClass = false;
        draft.replace(token.start, next.end, "};");
        at += 1;
      } else if (word === "property") {
        const open = draft.tokens[at + 2];
        const closing = open?.text === "(" && open.partner > at ? open.partner : at + 1;
        const end = draft.tokens[closing]?.end ?? next.end;
        // As an attribute, where it stands on one line.
        if (draft.text.slice(token.start, end).includes("\n")) draft.blank(token.start, end);
        else draft.put(token.start, `[[${"p".repeat(end - token.start - 4)}]]`);
        at = closing;
      } else if (/^(?:optional|required|public|private|protected|package)$/.test(word)) {
        draft.blank(token.start, next.end);
        at += 1;
      } else if (word === "import") {
        draft.replace(token.start, next.end, "using");
        for (at += 2; at < draft.tokens.length && draft.at(at) !== ";"; at += 1)
          if (draft.at(at) === ".") draft.put(draft.tokens[at]?.start ?? 0, "_");
      }
    } else if (inClass && (token.text === "-" || token.text === "+")) at = method(draft, at, type) - 1;
    // What is in braces is no member.
    if (inClass && draft.at(at) === "{") at = Math.max(at, draft.tokens[at]?.partner ?? at);
  }
}
