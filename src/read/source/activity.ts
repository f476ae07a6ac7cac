import type { Activity } from "../../model/source.js";
import type { SyntaxNode } from "../../model/syntax.js";
import type { Gate, GrammarData } from "../languages/grammar.js";
import { isList, isPassedOver, namedChildrenOf } from "./siblings.js";

/** The attributes that stand before `node`, and those that it begins with, as match arms and modules do. */
function* attributesOf(node: SyntaxNode, grammar: GrammarData): Generator<SyntaxNode> {
  let before = node.previousNamedSibling;
  while (before !== null && isPassedOver(before, grammar)) {
    if (grammar.attributes.includes(before.type) && !grammar.innerAttributes.includes(before.type)) yield before;
    before = before.previousNamedSibling;
  }
  for (const child of namedChildrenOf(node)) {
    if (grammar.comments.includes(child.type)) continue;
    if (!grammar.attributes.includes(child.type)) break;
    // In a list, an outer attribute that comes first is its first member's.
    if (!isList(node, grammar) || grammar.innerAttributes.includes(child.type)) yield child;
  }
}

/**
 * The attributes among the tokens before a token tree, where the tree is a body that a macro was given.
 *
 * ```text
 * proptest! { #[test] fn holds(x in 0..9) { … } }
 *             ^ ^^^^^^ back to the end of the tokens before
 * ```
 */
function* tokenAttributesOf(tree: SyntaxNode): Generator<SyntaxNode> {
  let before = tree.previousSibling;
  while (before !== null && before.type !== ";" && before.type !== "," && !(before.text.startsWith("{") && before.text.endsWith("}"))) {
    if (before.text.startsWith("[") && before.previousSibling?.type === "#") yield before;
    before = before.previousSibling;
  }
}

const kept = new WeakMap<SyntaxNode, readonly Gate[]>();

/** The gates that a node and its own attributes set. Kept, since the items around one anchor are around the next one, too. */
function ownGates(node: SyntaxNode, grammar: GrammarData): readonly Gate[] {
  const known = kept.get(node);
  if (known !== undefined) return known;
  const attributes = grammar.tokens.includes(node.type) ? tokenAttributesOf(node) : attributesOf(node, grammar);
  const own = grammar.gated?.includes(node.type) === true ? grammar.gate(node, node) : undefined;
  const gates = [...(own === undefined ? [] : [own]), ...[...attributes].flatMap((attribute) => grammar.gate(attribute, node) ?? [])];
  kept.set(node, gates);
  return gates;
}

/** Every gate on a way from a construct to the root, innermost first. */
function* gatesOn(way: readonly SyntaxNode[], grammar: GrammarData): Generator<Gate> {
  for (const [at, node] of way.entries()) {
    yield* ownGates(node, grammar);
    const inside = way[at - 1];
    if (inside !== undefined) {
      const gate = grammar.gate(node, inside);
      if (gate !== undefined) yield gate;
    }
  }
}

/**
 * Whether any build runs a construct; `way` leads from it to the root, `file` lies on all of the file. Code that no build holds outweighs code that only test builds hold.
 */
export function activityOf(way: readonly SyntaxNode[], grammar: GrammarData, file?: Gate): Activity {
  if (way.some((node) => grammar.imports.includes(node.type) || grammar.isImport?.(node) === true)) return { kind: "import" };
  let test: Gate | undefined;
  for (const gate of [...gatesOn(way, grammar), ...(file === undefined ? [] : [file])]) {
    if (gate.builds === "never") return { kind: "compiled-out", because: gate.because, span: gate.span };
    test ??= gate;
  }
  return test === undefined ? { kind: "active" } : { kind: "test", because: test.because, span: test.span };
}
