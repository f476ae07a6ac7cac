import { type SyntaxNode, spanOf } from "../../model/syntax.js";
import type { Gate } from "./grammar.js";

/** What asks a node for its gate, as `GrammarData.gate` does. */
export type GateOf = (node: SyntaxNode, inside: SyntaxNode) => Gate | undefined;

/** The first line of what says it, as written. */
function said(node: SyntaxNode): string {
  return (node.text.split(/\r?\n/, 1)[0] ?? "").trim();
}

/** A gate that a node sets. */
export function gateBy(node: SyntaxNode, builds: Gate["builds"], because = said(node)): Gate {
  return { builds, because, span: spanOf(node) };
}

/** The first gate that one of them sets. */
export function anyGate(...gates: readonly GateOf[]): GateOf {
  return (node, inside) => {
    for (const gate of gates) {
      const found = gate(node, inside);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** What a condition's text is for certain, whatever the build: `undefined` for most. */
export type Certain = (condition: string) => boolean | undefined;

/** What a condition is for certain where `true` and `false` are words: `false`, `(!true)`, `false && x`. */
export const certainBoolean: Certain = (condition) => {
  const text = condition.replace(/[()\s]/g, "");
  if (/^(?:false|!true)(?:&&.*)?$/.test(text) && !text.includes("||")) return false;
  return /^(?:true|!false)(?:\|\|.*)?$/.test(text) && !text.includes("&&") ? true : undefined;
};

/**
 * The gates of `if` and its like: the branch of a condition that never holds, and what stands for when one that always holds does not.
 * Without `branch`, the branch is all that is not the alternative. `word` is how the condition is shown: `if`, `#if`.
 */
export function conditionGate(types: readonly string[], certain: Certain, word: string, branch?: string): GateOf {
  return (node, inside) => {
    if (!types.includes(node.type) || node.id === inside.id) return undefined;
    const condition = node.childForFieldName("condition");
    const holds = condition === null ? undefined : certain(condition.text);
    if (condition === null || holds === undefined || condition.id === inside.id) return undefined;
    const isAlternative = node.childForFieldName("alternative")?.id === inside.id;
    const isBranch = branch === undefined ? !isAlternative : node.childForFieldName(branch)?.id === inside.id;
    if (holds ? !isAlternative : !isBranch) return undefined;
    return gateBy(condition, "never", holds ? `else of ${word} ${condition.text}` : `${word} ${condition.text}`);
  };
}

/** The gate of annotations and decorators that make what they stand on a test. `types` are theirs, or those of a list that holds them. */
export function annotationGate(types: readonly string[], test: RegExp): GateOf {
  return (node) => (types.includes(node.type) && test.test(node.text) ? gateBy(node, "test", test.exec(node.text)?.[0].trim()) : undefined);
}
