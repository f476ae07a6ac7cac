import type { SyntaxNode } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { holderOf, isBlank, isComment, isHead, isList, memberOf, membersOf, previousCode, previousToken } from "./siblings.js";

/** The arm of which the node is all that stands behind its head, if both are in one line: `case 0 => call()`. */
function armOf(member: SyntaxNode, grammar: GrammarData): SyntaxNode {
  const arm = member.parent;
  if (arm === null || grammar.heads?.[arm.type] === undefined || grammar.loose?.includes(arm.type) !== true) return member;
  return arm.startPosition.row === member.startPosition.row && membersOf(arm, grammar).length === 1 ? arm : member;
}

/** The node that code before the comment on its own line belongs to, as long as no code follows it there. */
export function trailedBy(comment: SyntaxNode, grammar: GrammarData): SyntaxNode | undefined {
  const before = previousToken(comment, grammar);
  const row = comment.startPosition.row;
  if (
    before === undefined ||
    before.endPosition.row !== row ||
    (before.endPosition.column === 0 && before.endPosition.row > before.startPosition.row)
  ) {
    return undefined;
  }
  const sibling = comment.nextSibling;
  const after = sibling !== null && isBlank(sibling, grammar) ? sibling.nextSibling : sibling;
  if (after !== null && !isComment(after, grammar) && after.startPosition.row === row && comment.endPosition.row === row && after.isNamed)
    return undefined;
  const code = previousCode(comment, grammar);
  const parent = comment.parent;
  const isOfHead = code !== undefined && parent !== null && isHead(code, parent, grammar);
  if (code !== undefined && code.endPosition.row === row && !isOfHead) return armOf(memberOf(code, grammar), grammar);
  // A list that begins with the end of what is before it: the declarations behind an enum's constants.
  const ahead = parent !== null && before.type === grammar.slack.terminator ? previousCode(parent, grammar) : undefined;
  if (code === undefined && ahead !== undefined && ahead.endPosition.row === row) return memberOf(ahead, grammar);
  // The comment follows an opening bracket, or the head of a list: it is about what is opened.
  return parent === null ? undefined : isList(parent, grammar) ? holderOf(parent, grammar) : memberOf(parent, grammar);
}
