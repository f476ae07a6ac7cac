import type { SyntaxNode } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";

/** The first identifier in or at `node`, depth first: `Stack` of `Stack<T>`, `c` of `a::b::c` is its last. */
function nameIn(node: SyntaxNode, grammar: GrammarData): string | undefined {
  if (grammar.identifiers.includes(node.type)) return node.text;
  const name = node.childForFieldName("name") ?? node.childForFieldName("type");
  if (name !== null) return nameIn(name, grammar);
  for (const child of node.namedChildren) {
    const found = nameIn(child, grammar);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name of a named item; `undefined` for every other node and for items without a name. */
export function itemName(node: SyntaxNode, grammar: GrammarData): string | undefined {
  const item = grammar.items[node.type];
  const field = item === undefined ? null : node.childForFieldName(item.name);
  return field === null ? undefined : nameIn(field, grammar);
}

/** The name that a macro's tokens give the body `tree`: `holds` in `fn holds(x in 0..9) { … }`. */
function tokenItemName(tree: SyntaxNode, grammar: GrammarData): string | undefined {
  let before = tree.previousSibling;
  while (before !== null && before.type !== ";" && !(before.text.startsWith("{") && before.text.endsWith("}"))) {
    const keyword = before.previousSibling;
    if (grammar.identifiers.includes(before.type) && keyword !== null && /^(?:fn|mod|struct|enum|trait|impl)$/.test(keyword.text))
      return before.text;
    before = before.previousSibling;
  }
  return undefined;
}

/** The names of the named items among `surrounding`, which goes outward; outermost first. */
export function ownersOf(surrounding: readonly SyntaxNode[], grammar: GrammarData): readonly string[] {
  const names: string[] = [];
  for (const around of surrounding) {
    const name = grammar.tokens.includes(around.type) ? tokenItemName(around, grammar) : itemName(around, grammar);
    if (name !== undefined) names.unshift(name);
  }
  return names;
}
