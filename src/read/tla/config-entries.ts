import type { Span } from "../../model/span.js";
import type { ConfigRole, SpecFault, WrittenName } from "../../model/spec.js";
import type { Pairs } from "./pairs.js";
import type { Token } from "./tokens.js";

/** What a keyword of a `.cfg` file begins. `single`: one name follows, no list. */
export type Section =
  | { readonly kind: "names"; readonly role: ConfigRole; readonly single: boolean }
  | { readonly kind: "constants" | "deadlock" };

const list = (role: ConfigRole): Section => ({ kind: "names", role, single: false });
const one = (role: ConfigRole): Section => ({ kind: "names", role, single: true });

/** The keywords of a `.cfg` file. They are no names anywhere in it. */
export const sections: ReadonlyMap<string, Section> = new Map<string, Section>([
  ["SPECIFICATION", one("specification")],
  ["INIT", one("init")],
  ["NEXT", one("next")],
  ["INVARIANT", list("invariant")],
  ["INVARIANTS", list("invariant")],
  ["PROPERTY", list("property")],
  ["PROPERTIES", list("property")],
  ["CONSTRAINT", list("constraint")],
  ["CONSTRAINTS", list("constraint")],
  ["ACTION_CONSTRAINT", list("action-constraint")],
  ["ACTION_CONSTRAINTS", list("action-constraint")],
  ["SYMMETRY", one("symmetry")],
  ["VIEW", one("view")],
  ["ALIAS", one("alias")],
  ["POSTCONDITION", one("postcondition")],
  ["POSTCONDITIONS", list("postcondition")],
  ["_POSSIBLE", list("postcondition")],
  ["_PERIODIC", one("postcondition")],
  ["_RL_REWARD", one("postcondition")],
  ["CONSTANT", { kind: "constants" }],
  ["CONSTANTS", { kind: "constants" }],
  ["CHECK_DEADLOCK", { kind: "deadlock" }],
]);

/** A name in a list. */
export interface NameEntry extends WrittenName {
  readonly kind: "name";
  readonly whole: Span;
}

interface AssignmentBase {
  readonly name: string;
  readonly nameSpan: Span;
  readonly whole: Span;
  readonly module: WrittenName | undefined;
}

/** One constant and what it is given. */
export type AssignmentEntry =
  | (AssignmentBase & { readonly kind: "value"; readonly value: Span })
  | (AssignmentBase & { readonly kind: "replacement"; readonly by: WrittenName });

/** What was read at a place, if anything, and the index of the token after it. */
interface Step<T> {
  readonly found: T | undefined;
  readonly next: number;
}

const covering = (first: Token, last: Token): Span => ({ start: first.span.start, end: last.span.end });

/** Reads `Inv` or `M!Inv`. */
export function nameAt(tokens: readonly Token[], at: number, to: number): Step<WrittenName> {
  const first = tokens[at];
  if (first?.kind !== "name" || at >= to) return { found: undefined, next: at };
  let last = first;
  let next = at + 1;
  for (let part = tokens[next + 1]; tokens[next]?.text === "!" && part?.kind === "name" && next + 1 < to; part = tokens[next + 1]) {
    last = part;
    next += 2;
  }
  const name = tokens
    .slice(at, next)
    .map(({ text }) => text)
    .join("");
  return { found: { name, span: covering(first, last) }, next };
}

/** The tokens of a configuration, and which bracket closes which. */
export interface Words {
  readonly tokens: readonly Token[];
  readonly closes: Pairs["closes"];
}

/** The index after the value at `at`: a name, number or string, a negative number, or all that a bracket holds. `at` where there is none. */
function afterValue({ tokens, closes }: Words, at: number, to: number): number {
  const token = tokens[at];
  const close = closes.get(at);
  if (token === undefined || at >= to) return at;
  if (close !== undefined && close < to) return close + 1;
  if (token.text === "-" && at + 1 < to && tokens[at + 1]?.kind === "value") return at + 2;
  return token.kind === "name" || token.kind === "value" ? at + 1 : at;
}

const isOperator = ({ kind }: Token): boolean => kind === "infix" || kind === "prefix" || kind === "postfix";

/**
 * Reads `Name = value` or `Name <- Other`, both also with `[Module]` before what is given; nothing where none of them stands at `at`. A sign may stand on either
 * side of `<-`. One that is given is passed over: it comes with the tools, or its definition has no name.
 */
export function assignmentAt(words: Words, at: number, to: number, faults: SpecFault[]): Step<AssignmentEntry> {
  const { tokens } = words;
  const name = tokens[at];
  const applied = tokens[at + 1]?.text === "(" ? afterValue(words, at + 1, to) : at + 1;
  const sign = tokens[applied];
  if (name === undefined || applied >= to || (sign?.text !== "=" && sign?.text !== "<-")) return { found: undefined, next: at };
  if (name.kind !== "name" && !(isOperator(name) && sign.text === "<-")) return { found: undefined, next: at };
  const within = tokens[applied + 1]?.text === "[" && tokens[applied + 3]?.text === "]" ? tokens[applied + 2] : undefined;
  const begin = within === undefined ? applied + 1 : applied + 4;
  const given = tokens[begin];
  if (sign.text === "<-" && given !== undefined && begin < to && isOperator(given)) return { found: undefined, next: begin + 1 };
  const by = nameAt(tokens, begin, to);
  const next = sign.text === "=" ? afterValue(words, begin, to) : by.next;
  const [first, last] = [tokens[begin], tokens[next - 1]];
  if (next <= begin || first === undefined || last === undefined) {
    faults.push({ span: covering(name, sign), message: `nothing that \`${name.text}\` could be given follows this \`${sign.text}\`` });
    return { found: undefined, next: applied + 1 };
  }
  const module = within === undefined ? undefined : { name: within.text, span: within.span };
  const common = { name: name.text, nameSpan: name.span, whole: covering(name, last), module };
  if (sign.text === "=") return { found: { kind: "value", ...common, value: covering(first, last) }, next };
  return { found: by.found && { kind: "replacement", ...common, by: by.found }, next };
}
