import type { SymbolFact, Symbols } from "../../model/source.js";
import { type SyntaxNode, spanOf } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { itemName, ownersOf } from "./owner.js";
import { ancestry } from "./siblings.js";

function* identifiersIn(pattern: SyntaxNode, grammar: GrammarData): Generator<SyntaxNode> {
  if (grammar.identifiers.includes(pattern.type)) yield pattern;
  else for (const child of pattern.namedChildren) yield* identifiersIn(child, grammar);
}

function* definitionsAt(node: SyntaxNode, grammar: GrammarData): Generator<SymbolFact> {
  const item = grammar.items[node.type];
  const name = itemName(node, grammar);
  if (item !== undefined && name !== undefined)
    yield { name, owner: ownersOf(ancestry(node).slice(1), grammar), kind: item.kind, span: spanOf(node) };
  const binding = grammar.bindings[node.type];
  const pattern = binding === undefined ? null : node.childForFieldName(binding.pattern);
  if (binding === undefined || pattern === null) return;
  for (const bound of identifiersIn(pattern, grammar)) {
    yield { name: bound.text, owner: ownersOf(ancestry(node).slice(1), grammar), kind: binding.kind, span: spanOf(bound) };
  }
}

/** The names that a tree's code defines and uses. Walks the whole tree: only for files whose symbols someone asks for. */
export function symbolsOf(root: SyntaxNode, grammar: GrammarData): Symbols {
  const defined: SymbolFact[] = [];
  const used = new Set<string>();
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (grammar.identifiers.includes(node.type)) used.add(node.text);
    defined.push(...definitionsAt(node, grammar));
    open.push(...node.namedChildren.toReversed());
  }
  return { defined, used };
}
