import type { Span } from "../../model/span.js";
import { type SyntaxNode, type SyntaxShape, spanOf } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";

/** True for comments, and for nodes that are nothing but their brackets. */
export function isComment(node: SyntaxShape, grammar: GrammarData): boolean {
  return grammar.comments.includes(node.type) || (grammar.shells?.includes(node.type) === true && isShell(node, grammar));
}

function isShell(node: SyntaxShape, grammar: GrammarData): boolean {
  const held = node.namedChildren;
  return held.length > 0 && held.every(({ type }) => grammar.comments.includes(type));
}

/** The span of a node without the blanks and comments that belong to it in name alone: those behind what no bracket closes. */
export function codeSpanOf(node: SyntaxShape, grammar: GrammarData): Span {
  if (grammar.loose?.includes(node.type) === true) {
    const last = node.children.findLast((child) => !isComment(child, grammar));
    return { start: node.startIndex, end: last?.endIndex ?? node.endIndex };
  }
  if (grammar.prose?.includes(node.type) !== true) return spanOf(node);
  const { text } = node;
  return { start: node.startIndex + text.length - text.trimStart().length, end: node.startIndex + text.trimEnd().length };
}

/** True for text that is nothing but blanks, and for nodes that say as much. */
export function isBlank(node: SyntaxShape, grammar: GrammarData): boolean {
  const blank = grammar.blanks?.[node.type];
  if (blank !== undefined) return blank.test(node.text);
  return grammar.prose?.includes(node.type) === true && node.text.trim() === "";
}

/** True for what may stand between a comment and its code: comments, attributes and blanks. */
export function isPassedOver(node: SyntaxShape, grammar: GrammarData): boolean {
  return isComment(node, grammar) || grammar.attributes.includes(node.type) || isBlank(node, grammar);
}

/** The named children in order, one at a time: most questions are answered by the first, and a long list is dear to fetch. */
export function* namedChildrenOf(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstNamedChild; child !== null; child = child.nextNamedSibling) yield child;
}

/** The node and all that is around it, innermost first. Asking a node for its parent is dear: the parser looks for it from the root. */
export function ancestry(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let around: SyntaxNode | null = node; around !== null; around = around.parent) found.push(around);
  return found;
}

/** The nearest following sibling that is named code; punctuation, comments and attributes are passed over. */
export function nextCode(node: SyntaxNode, grammar: GrammarData): SyntaxNode | undefined {
  let next = node.nextNamedSibling;
  while (next !== null && isPassedOver(next, grammar)) next = next.nextNamedSibling;
  return next ?? undefined;
}

/** The nearest preceding sibling that is named code. */
export function previousCode(node: SyntaxNode, grammar: GrammarData): SyntaxNode | undefined {
  let previous = node.previousNamedSibling;
  while (previous !== null && isPassedOver(previous, grammar)) previous = previous.previousNamedSibling;
  return previous ?? undefined;
}

/** The nearest preceding sibling that is no comment, punctuation included. */
export function previousToken(node: SyntaxNode, grammar: GrammarData): SyntaxNode | undefined {
  let previous = node.previousSibling;
  while (previous !== null && (isComment(previous, grammar) || isBlank(previous, grammar))) previous = previous.previousSibling;
  return previous ?? undefined;
}

/** True if constructs stand in the node one after another. */
export function isList(node: SyntaxNode, grammar: GrammarData): boolean {
  return grammar.lists.includes(node.type) || grammar.bodies.includes(node.type);
}

/** True if a comment at the end of the list marks nothing. */
export function isBody(list: SyntaxNode, grammar: GrammarData): boolean {
  if (grammar.bodies.includes(list.type)) return true;
  const around = list.parent;
  if (around === null) return false;
  if (grammar.bodiesOf?.includes(around.type) === true) return true;
  return grammar.regions?.includes(list.type) === true && isBody(around, grammar);
}

/** True if the node stands in the list without being a member: the value of a `case`. */
export function isHead(node: SyntaxNode, list: SyntaxNode, grammar: GrammarData): boolean {
  const heads = grammar.heads?.[list.type];
  return heads?.some((head) => head === node.type || list.childForFieldName(head)?.id === node.id) === true;
}

/** What stands in a list one after another. */
export function membersOf(list: SyntaxNode, grammar: GrammarData): readonly SyntaxNode[] {
  return list.namedChildren.filter((child) => !isPassedOver(child, grammar) && !isHead(child, list, grammar));
}

/** The innermost node around `node`, itself included, that stands in a list: a statement, an arm, a field, an argument. */
export function memberOf(node: SyntaxNode, grammar: GrammarData): SyntaxNode {
  let member = node;
  while (member.parent !== null && (!isList(member.parent, grammar) || isHead(member, member.parent, grammar))) member = member.parent;
  return member;
}

/** The node that a list is the list of: the `if` or the `else` of a block, the `impl` of a body, the arm of a match. A list with a head is its own. */
export function holderOf(list: SyntaxNode, grammar: GrammarData): SyntaxNode {
  const parent = list.parent;
  if (parent === null || grammar.heads?.[list.type] !== undefined) return list;
  // The braces that a `case` has around its statements, as far as it has them on its own line.
  const isArm = grammar.loose?.includes(parent.type) === true && parent.startPosition.row === list.startPosition.row;
  return isList(parent, grammar) && !(isArm && parent.startIndex < list.startIndex) ? list : parent;
}

/** True for a list that no bracket closes: one in brackets is another place than its only member. */
function isOnlyMembers(list: SyntaxNode): boolean {
  return !/^[)\]}]$/.test(list.children.at(-1)?.type ?? "");
}

/** The outermost node that is the same place as `node`: past what only wraps it. */
export function unwrapped(node: SyntaxNode, grammar: GrammarData): SyntaxNode {
  const isOf = (list: SyntaxNode): boolean => isOnlyMembers(list) && membersOf(list, grammar).length === 1;
  const wraps = (around: SyntaxNode | null): around is SyntaxNode =>
    around !== null && grammar.wrappers.includes(around.type) && (!isList(around, grammar) || isOf(around));
  let place = node;
  for (let around = node.parent; wraps(around); around = around.parent) place = around;
  return place;
}
