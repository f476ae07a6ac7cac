import type { SyntaxShape } from "../../model/syntax.js";
import type { GrammarData, Item, Variants } from "../languages/grammar.js";
import { follow } from "../languages/nodes.js";
import { isPassedOver } from "./siblings.js";

const defaultFields = ["name", "type"];

/** The first of the variants that fits the node. */
export function variantOf<Kind extends { readonly when?: (node: SyntaxShape) => boolean }>(
  node: SyntaxShape,
  variants: Variants<Kind> | undefined,
): Kind | undefined {
  if (variants === undefined) return undefined;
  const all: readonly Kind[] = Array.isArray(variants) ? variants : [variants as Kind];
  return all.find(({ when }) => when === undefined || when(node));
}

/**
 * The names in or at `node`, outermost first: the first identifier, depth first, as `Stack` in `Stack<T>`; of a path its names, as
 * `Log` and `append` in `Log<T>::append`.
 */
export function namesIn(node: SyntaxShape, grammar: GrammarData): readonly SyntaxShape[] {
  if (grammar.identifiers.includes(node.type)) return [node];
  if (grammar.paths?.includes(node.type)) return node.namedChildren.flatMap((child) => namesIn(child, grammar));
  for (const field of grammar.nameFields ?? defaultFields) {
    const name = node.childForFieldName(field);
    if (name !== null) return namesIn(name, grammar);
  }
  for (const child of node.namedChildren) {
    const found = namesIn(child, grammar);
    if (found.length > 0) return found;
  }
  return [];
}

/** What a named item is called. */
export interface ItemNames {
  readonly item: Item;
  /** The node of its own name, or of the first part of it. */
  readonly node: SyntaxShape;
  /** The names of owners that its name spells, then its own: `Log` and `append`. */
  readonly names: readonly string[];
  /** Other names it goes by. */
  readonly aliases: readonly string[];
}

/** What a node is called, if it is a named item; `undefined` for every other node and for items without a name. */
export function namesOfItem(node: SyntaxShape, grammar: GrammarData): ItemNames | undefined {
  const item = variantOf(node, grammar.items[node.type]);
  const holder = item === undefined ? undefined : follow(node, item.name);
  if (item === undefined || holder === undefined) return undefined;
  const around = item.owner === undefined ? undefined : follow(node, item.owner);
  const found = namesIn(holder, grammar);
  const parts = found.length < 2 ? found : found.filter(({ text }) => grammar.unnamed?.includes(text) !== true);
  const own = parts.at(-1) ?? (item.spell === undefined ? undefined : holder);
  if (own === undefined) return undefined;
  const [name, ...aliases] = item.spell?.(node) ?? [own.text];
  if (name === undefined || grammar.blankNames?.includes(name) === true) return undefined;
  const owners = around === undefined ? [] : namesIn(around, grammar).filter(({ text }) => grammar.unnamed?.includes(text) !== true);
  const names = [...[...owners, ...parts.slice(0, -1)].map(({ text }) => text), name];
  return { item, node: own, names, aliases };
}

/** The name of a named item; `undefined` for every other node and for items without a name. */
export function itemName(node: SyntaxShape, grammar: GrammarData): string | undefined {
  return namesOfItem(node, grammar)?.names.at(-1);
}

/** What the only item is called that a node wraps: the function of a decorated definition. */
export function namesOfWrapped(node: SyntaxShape, grammar: GrammarData): ItemNames | undefined {
  if (!grammar.wrappers.includes(node.type)) return undefined;
  const found = node.namedChildren.flatMap((child) =>
    isPassedOver(child, grammar) ? [] : (namesOfItem(child, grammar) ?? namesOfWrapped(child, grammar) ?? []),
  );
  return found.length === 1 ? found[0] : undefined;
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

/** The names that a node gives what stands in it, if it is a named item or the body of one among a macro's tokens; outermost first. */
export function ownNames(node: SyntaxShape, grammar: GrammarData): readonly string[] {
  if (!grammar.tokens.includes(node.type)) return namesOfItem(node, grammar)?.names ?? [];
  const name = tokenItemName(node, grammar);
  return name === undefined ? [] : [name];
}

/** The names of the named items among `surrounding`, which goes outward; outermost first. */
export function ownersOf(surrounding: readonly SyntaxShape[], grammar: GrammarData): readonly string[] {
  return surrounding.toReversed().flatMap((around) => ownNames(around, grammar));
}
