import type { SymbolFact, Symbols } from "../../model/source.js";
import { type SyntaxNode, type SyntaxShape, spanOf } from "../../model/syntax.js";
import type { Binding, GrammarData } from "../languages/grammar.js";
import { follow } from "../languages/nodes.js";
import { namesIn, namesOfItem, ownNames, variantOf } from "./owner.js";
import { type Copy, copyOf } from "./tree-copy.js";

function* identifiersIn(pattern: SyntaxShape, grammar: GrammarData): Generator<SyntaxShape> {
  if (grammar.unbound?.includes(pattern.type) === true) return;
  const only = grammar.boundIn?.[pattern.type];
  const bound = only === undefined ? null : pattern.childForFieldName(only);
  if (bound !== null) yield* identifiersIn(bound, grammar);
  else if (grammar.identifiers.includes(pattern.type)) yield pattern;
  else for (const child of pattern.namedChildren) yield* identifiersIn(child, grammar);
}

function patternsOf(node: Copy, path: Binding["pattern"]): readonly SyntaxShape[] {
  if (path === undefined) return [node];
  if (typeof path === "string") return node.childrenForFieldName(path);
  const pattern = follow(node, path);
  return pattern === undefined ? [] : [pattern];
}

/** The names that a node binds. */
function boundBy(node: Copy, binding: Binding, grammar: GrammarData): readonly SyntaxShape[] {
  const patterns = patternsOf(node, binding.pattern);
  const names = patterns.flatMap((pattern) =>
    binding.single === true ? namesIn(pattern, grammar).slice(-1) : [...identifiersIn(pattern, grammar)],
  );
  return grammar.blankNames === undefined ? names : names.filter(({ text }) => grammar.blankNames?.includes(text) !== true);
}

/** The owner without the items between the node and the nearest that holds its names. */
function ownerOfBound(node: Copy, owner: readonly string[], { heldBy }: Binding, grammar: GrammarData): readonly string[] {
  if (heldBy === undefined) return owner;
  let between = 0;
  for (let around = node.parent; around !== null; around = around.parent) {
    if (heldBy.includes(around.type)) return owner.slice(0, owner.length - between);
    between += ownNames(around, grammar).length;
  }
  return owner;
}

/** The names that a tree's code defines and uses. Walks the whole tree: only for files whose symbols someone asks for. */
export function symbolsOf(root: SyntaxNode, grammar: GrammarData): Symbols {
  // The root begins at the first code.
  const text = " ".repeat(root.startIndex) + root.text;
  const defined: SymbolFact[] = [];
  const used = new Set<string>();
  const open: { readonly node: Copy; readonly owner: readonly string[] }[] = [{ node: copyOf(root, text), owner: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, owner } = next;
    if (grammar.identifiers.includes(node.type)) used.add(node.text);
    const named = namesOfItem(node, grammar);
    if (named !== undefined) {
      const around = [...owner, ...named.names.slice(0, -1)];
      for (const name of [...named.names.slice(-1), ...named.aliases]) {
        defined.push({ name, owner: around, kind: named.item.kind, span: spanOf(node) });
        used.add(name);
      }
    }
    const binding = variantOf(node, grammar.bindings[node.type]);
    if (binding !== undefined)
      for (const bound of boundBy(node, binding, grammar))
        if (bound.text !== named?.names.at(-1))
          defined.push({ name: bound.text, owner: ownerOfBound(node, owner, binding, grammar), kind: binding.kind, span: spanOf(bound) });
    const own = ownNames(node, grammar);
    const inside = own.length === 0 ? owner : [...owner, ...own];
    open.push(...node.namedChildren.map((child) => ({ node: child, owner: inside })).reverse());
  }
  return { defined, used };
}
