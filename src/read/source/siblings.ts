import type { SyntaxNode, SyntaxShape } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";

/** True for comments. */
export function isComment(node: SyntaxShape, grammar: GrammarData): boolean {
  return grammar.comments.includes(node.type);
}

/** True for what may stand between a comment and its code: comments and attributes. */
export function isPassedOver(node: SyntaxNode, grammar: GrammarData): boolean {
  return isComment(node, grammar) || grammar.attributes.includes(node.type);
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
  while (previous !== null && isComment(previous, grammar)) previous = previous.previousSibling;
  return previous ?? undefined;
}

/** True if constructs stand in the node one after another. */
export function isList(node: SyntaxNode, grammar: GrammarData): boolean {
  return grammar.lists.includes(node.type) || grammar.bodies.includes(node.type);
}

/** The innermost node around `node`, itself included, that stands in a list: a statement, an arm, a field, an argument. */
export function memberOf(node: SyntaxNode, grammar: GrammarData): SyntaxNode {
  let member = node;
  while (member.parent !== null && !isList(member.parent, grammar)) member = member.parent;
  return member;
}

/** The node that a list is the list of: the `if` or the `else` of a block, the `impl` of a body, the arm of a match. */
export function holderOf(list: SyntaxNode, grammar: GrammarData): SyntaxNode {
  const parent = list.parent;
  return parent === null || isList(parent, grammar) ? list : parent;
}
