import type { SyntaxNode } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { isHead, isList, membersOf, nextCode, previousCode, previousToken } from "./siblings.js";

/** Where a comment stands among code, as a reader sees it. */
export interface Spot {
  /** What holds it: a list, or a node whose parts it stands between. */
  readonly parent: SyntaxNode;
  readonly next: SyntaxNode | undefined;
  readonly previous: SyntaxNode | undefined;
}

function isLoose(node: SyntaxNode | undefined, grammar: GrammarData): node is SyntaxNode {
  return node !== undefined && grammar.loose?.includes(node.type) === true && node.children[0]?.type !== "{";
}

/** True if the comment is indented as what stands in the list, and not as what stands beside it. */
function isIndentedInto(comment: SyntaxNode, list: SyntaxNode, first: SyntaxNode | undefined): boolean {
  const { column } = comment.startPosition;
  // A list that begins with its keyword, on whose line its first member stands, tells no indentation but its own.
  const ownLine = first !== undefined && (first.startPosition.row > list.startPosition.row || first.startIndex === list.startIndex);
  return ownLine ? column >= first.startPosition.column : column > list.startPosition.column;
}

/** True for a list that is all there is in brackets: where they end, it ends, whatever the columns say. */
function isClosed(list: SyntaxNode, grammar: GrammarData): boolean {
  const around = list.parent;
  if (around === null || grammar.heads?.[list.type] !== undefined || !isList(around, grammar)) return false;
  return /^[)\]}]$/.test(around.children.at(-1)?.type ?? "") && membersOf(around, grammar).length === 1;
}

/** Into the lists without brackets that end right before the comment, as far as it is indented like their members. */
function enter(spot: Spot, comment: SyntaxNode, grammar: GrammarData): Spot {
  let at = spot;
  // A word in between begins something else: `else`, `yield`.
  if (previousToken(comment, grammar)?.id !== spot.previous?.id) return spot;
  for (let list = spot.previous; isLoose(list, grammar); list = at.previous) {
    const members = membersOf(list, grammar);
    if (!isIndentedInto(comment, list, members[0]) && !isClosed(list, grammar)) break;
    at = { parent: list, next: undefined, previous: members.at(-1) };
  }
  return at;
}

/** Out of the lists without brackets at whose end it stands, as long as it is indented less than their members. */
function leave(spot: Spot, comment: SyntaxNode, grammar: GrammarData): Spot {
  let at = spot;
  while (at.next === undefined && isLoose(at.parent, grammar)) {
    const [first] = membersOf(at.parent, grammar);
    if (first === undefined || isIndentedInto(comment, at.parent, first) || isClosed(at.parent, grammar)) break;
    let member = at.parent;
    while (member.parent !== null && !isList(member.parent, grammar)) member = member.parent;
    if (member.parent === null) break;
    at = { parent: member.parent, next: nextCode(member, grammar), previous: member };
  }
  return at;
}

/**
 * Where a comment stands. Grammars put one at the border of a list without brackets where it suits them: the comment before a function's
 * first statement before the list of statements, the one after a `case`'s last statement before the next `case`.
 */
export function spotOf(comment: SyntaxNode, parent: SyntaxNode, grammar: GrammarData): Spot {
  const before = previousCode(comment, grammar);
  const previous = before !== undefined && isHead(before, parent, grammar) ? undefined : before;
  const after = nextCode(comment, grammar);
  // A head that comes behind members ends the list: a closing tag, an `#else`.
  let next = before !== undefined && after !== undefined && isHead(after, parent, grammar) ? undefined : after;
  if (grammar.loose === undefined) return { parent, next, previous };
  const inside = enter({ parent, next, previous }, comment, grammar);
  if (inside.parent !== parent) return inside;
  let list = parent;
  while (isLoose(next, grammar)) {
    const [first] = membersOf(next, grammar);
    if (first === undefined || first.startIndex !== next.startIndex) break;
    list = next;
    next = first;
  }
  return list === parent ? leave(inside, comment, grammar) : { parent: list, next, previous: undefined };
}
