import type { SyntaxShape } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { isBlank, isComment } from "./siblings.js";

/** The children of a node without comments and blanks. */
export function partsOf(node: SyntaxShape, grammar: GrammarData): readonly SyntaxShape[] {
  return node.children.filter((child) => !isComment(child, grammar) && !isBlank(child, grammar));
}

/** What holds code in a string. */
export function holesIn(string: SyntaxShape, grammar: GrammarData): readonly SyntaxShape[] {
  return string.children.filter(({ type }) => grammar.holes?.includes(type) === true);
}

/** True if the node is a separator after the last member of the list that these are the parts of. */
function isTrailing(parent: SyntaxShape, parts: readonly SyntaxShape[], at: number, grammar: GrammarData): boolean {
  const { separators, closers, tuples, tupleSigns, exact } = grammar.slack;
  if (exact.includes(parent.type)) return false;
  const isSeparator = (part: SyntaxShape | undefined): boolean => part !== undefined && separators.includes(part.type);
  if (!isSeparator(parts[at])) return false;
  const next = parts[at + 1];
  if (next !== undefined && !(at + 2 === parts.length && closers.includes(next.type))) return false;
  const isTuple = grammar.tokens.includes(parent.type) ? tupleSigns.includes(parts[0]?.type ?? "") : tuples.includes(parent.type);
  return !isTuple || parts.filter(isSeparator).length > 1;
}

/** True if the node is a jump with the terminator that it needs nowhere but between statements. */
function isTerminatedJump(parts: readonly SyntaxShape[], grammar: GrammarData): boolean {
  const [jump, terminator, ...more] = parts;
  return (
    more.length === 0 && jump !== undefined && grammar.slack.jumps.includes(jump.type) && terminator?.type === grammar.slack.terminator
  );
}

/** True if the parts of a block are its braces and one expression. */
function isOneExpression(parts: readonly SyntaxShape[], grammar: GrammarData): boolean {
  const [open, only, close, ...more] = parts;
  if (more.length > 0 || open?.type !== "{" || only === undefined || close?.type !== "}") return false;
  const inside = partsOf(only, grammar);
  return inside.at(-1)?.type !== grammar.slack.terminator || isTerminatedJump(inside, grammar);
}

/** The brackets that stand alone inside brackets of the same kind. */
export function doubledIn(node: SyntaxShape, grammar: GrammarData): SyntaxShape | undefined {
  if (!grammar.slack.doubled.includes(node.type)) return undefined;
  const [, only, , ...more] = partsOf(node, grammar);
  if (only === undefined || more.length > 0) return undefined;
  const [wrapped, ...others] = grammar.wrappers.includes(only.type) ? partsOf(only, grammar) : [only];
  return others.length === 0 && wrapped?.type === node.type ? wrapped : undefined;
}

/** True if the node is an empty statement where no value could be lost by it. */
function isIdle(parts: readonly SyntaxShape[], at: number, grammar: GrammarData): boolean {
  const { empty, terminator } = grammar.slack;
  const [part, before] = [parts[at], parts[at - 1]];
  if (part === undefined || before === undefined || !empty.includes(part.type)) return false;
  return before.type === "{" || before.children.at(-1)?.type === terminator;
}

/** True for a statement whose end is that of its line. */
export function lacksTerminator(node: SyntaxShape, parts: readonly SyntaxShape[], { slack }: GrammarData): boolean {
  return slack.terminated?.includes(node.type) === true && parts.at(-1)?.type !== slack.terminator;
}

/** True if the parts are brackets where nothing else could be meant without them. */
function isIdlePair(node: SyntaxShape, parts: readonly SyntaxShape[], grammar: GrammarData): boolean {
  const idle = grammar.slack.idle?.[node.type];
  const { parent } = node;
  if (idle === undefined || parent === null || parts.length < 3 || idle.unless.includes(parts[1]?.type ?? "")) return false;
  const fields = idle.in[parent.type];
  return fields !== undefined && (fields.length === 0 || fields.some((field) => parent.childForFieldName(field) === node));
}

/** True if the parts are brackets around nothing but one node of a type that needs none. */
function isLone(node: SyntaxShape, parts: readonly SyntaxShape[], grammar: GrammarData): boolean {
  const types = grammar.slack.lone?.[node.type];
  if (types === undefined || parts.length !== 3) return false;
  for (let only = parts[1]; only !== undefined; ) {
    if (types.includes(only.type)) return true;
    const [inner, ...more] = partsOf(only, grammar);
    only = more.length === 0 ? inner : undefined;
  }
  return false;
}

/** True if the part is brackets that hold nothing, and say as much. */
function isVacant(node: SyntaxShape, part: SyntaxShape, grammar: GrammarData): boolean {
  return grammar.slack.vacant?.[node.type]?.includes(part.type) === true && partsOf(part, grammar).length === 2;
}

/** True if the node is a body in braces that it could do without: `=> { x }`, `|x| { x }`, among a macro's tokens, too. */
export function hasSpareBraces(
  node: SyntaxShape,
  parts: readonly SyntaxShape[],
  parent: SyntaxShape | undefined,
  before: SyntaxShape | undefined,
  grammar: GrammarData,
  outermost: SyntaxShape,
): boolean {
  const { bodies, blocks, beforeBody, terminator } = grammar.slack;
  if (parent === undefined) return false;
  if (grammar.tokens.includes(node.type)) {
    const isBody = parts[0]?.type === "{" && parts.length > 2 && before !== undefined && beforeBody.includes(before.type);
    return isBody && !parts.some((part) => part.type === terminator);
  }
  const field = bodies[parent.type];
  if (field === undefined || !blocks.includes(node.type)) return false;
  return parent.childForFieldName(field) === outermost && isOneExpression(parts, grammar);
}

/**
 * The parts of a node that count. What a formatter adds and takes away is left out: a separator after the last member, a sign before the
 * first, empty statements, spare braces (`bare`), the terminator of a jump that ends its block (`endsBlock`).
 */
export function partsThatCount(
  node: SyntaxShape,
  parts: readonly SyntaxShape[],
  bare: boolean,
  endsBlock: boolean,
  grammar: GrammarData,
): readonly SyntaxShape[] {
  const last = parts.length - 1;
  const dropsLast = bare || (endsBlock && isTerminatedJump(parts, grammar));
  const leads = parts[0] !== undefined && parts[0].type === grammar.slack.leading[node.type];
  const spare = grammar.slack.spare?.[node.type];
  const counting = parts.filter((part, at) => {
    if ((at === 0 && (bare || leads)) || (at === last && dropsLast)) return false;
    if (spare?.includes(part.type) === true || isVacant(node, part, grammar)) return false;
    return !isTrailing(node, parts, at, grammar) && !isIdle(parts, at, grammar);
  });
  return isLone(node, counting, grammar) || isIdlePair(node, counting, grammar) ? counting.slice(1, -1) : counting;
}

/** The words of a node in which their order says nothing, as if they stood in one; none for other nodes. */
export function wordsInOrder(node: SyntaxShape, parts: readonly SyntaxShape[], { slack }: GrammarData): string[] {
  if (slack.unordered?.includes(node.type) !== true) return [];
  return parts.flatMap(({ isNamed, text }) => (isNamed ? [] : [text])).sort();
}
