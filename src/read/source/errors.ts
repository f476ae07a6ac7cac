import type { SyntaxNode } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { isList } from "./siblings.js";

/** True for a list of statements or members, each of which stands for itself: in braces, or without brackets. */
function isBlock(node: SyntaxNode, grammar: GrammarData): boolean {
  return (
    isList(node, grammar) && (node.children[0]?.type === "{" || grammar.loose?.includes(node.type) === true || hasNoBracket(node, grammar))
  );
}

function hasNoBracket(node: SyntaxNode, grammar: GrammarData): boolean {
  return grammar.regions?.includes(node.type) === true || grammar.bodies.includes(node.type);
}

/** True if the text opens as many braces as it closes. */
function isBalanced(text: string): boolean {
  return (text.match(/\{/g)?.length ?? 0) === (text.match(/\}/g)?.length ?? 0);
}

/**
 * True if a syntax error touches the node itself: not if it stands in one of the statements or members in it, unless it could make the node
 * end elsewhere.
 */
export function isBroken(node: SyntaxNode, grammar: GrammarData): boolean {
  if (!node.hasError) return false;
  if (node.isError || node.isMissing) return true;
  const isOfMembers = isBlock(node, grammar);
  return node.children.some((child) => {
    if (child.isMissing) return true;
    if (child.isError) return !isOfMembers || !isBalanced(child.text);
    return !isOfMembers && isBroken(child, grammar);
  });
}

/** True if the node, which an error holds, is code by itself: it ends as statements and bodies do. */
export function isWhole(node: SyntaxNode): boolean {
  const last = node.children.at(-1)?.type;
  return !node.hasError && (last === ";" || last === "}");
}
