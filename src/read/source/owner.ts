import type { SyntaxShape } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";

/** The first identifier in or at `node`, depth first: `Stack` of `Stack<T>`, `c` of `a::b::c` is its last. */
function nameIn(node: SyntaxShape, grammar: GrammarData): SyntaxShape | undefined {
  if (grammar.identifiers.includes(node.type)) return node;
  const name = node.childForFieldName("name") ?? node.childForFieldName("type");
  if (name !== null) return nameIn(name, grammar);
  for (const child of node.namedChildren) {
    const found = nameIn(child, grammar);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The node that names a named item; `undefined` for every other node and for items without a name. */
export function itemNameNode(node: SyntaxShape, grammar: GrammarData): SyntaxShape | undefined {
  const item = grammar.items[node.type];
  const field = item === undefined ? null : node.childForFieldName(item.name);
  return field === null ? undefined : nameIn(field, grammar);
}

/** The name of a named item; `undefined` for every other node and for items without a name. */
export function itemName(node: SyntaxShape, grammar: GrammarData): string | undefined {
  return itemNameNode(node, grammar)?.text;
}

/** The name that a macro's tokens give the body `tree`: `holds` in `fn holds(x in 0..9) { … }`. */
function tokenItemName(tree: SyntaxShape, grammar: GrammarData): string | undefined {
  let before = tree.previousSibling;
  while (before !== null && before.type !== ";" && !(before.text.startsWith("{") && before.text.endsWith("}"))) {
    const keyword = before.previousSibling;
    if (grammar.identifiers.includes(before.type) && keyword !== null && /^(?:fn|mod|struct|enum|trait|impl)$/.test(keyword.text))
      return before.text;
    before = before.previousSibling;
  }
  return undefined;
}

/** The name that a node gives what stands in it, if it is a named item or the body of one among a macro's tokens. */
export function ownName(node: SyntaxShape, grammar: GrammarData): string | undefined {
  return grammar.tokens.includes(node.type) ? tokenItemName(node, grammar) : itemName(node, grammar);
}

/** The names of the named items among `surrounding`, which goes outward; outermost first. */
export function ownersOf(surrounding: readonly SyntaxShape[], grammar: GrammarData): readonly string[] {
  const names: string[] = [];
  for (const around of surrounding) {
    const name = ownName(around, grammar);
    if (name !== undefined) names.unshift(name);
  }
  return names;
}
