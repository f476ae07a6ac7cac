import type { Span } from "../../model/span.js";
import { type SyntaxNode, spanOf } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { holderOf, isComment, nextCode } from "./siblings.js";

/** The code of a file that production builds do not hold. */
export interface Dead {
  /** Where the items begin that an attribute keeps out, or that the file's own keeps out all. */
  readonly starts: ReadonlySet<number> | "everything";
  /** What conditions, frameworks and names keep out, in order. */
  readonly spans: readonly Span[];
}

/** Attributes are asked what they stand on, not items what stands on them: they are fewer, and a node is dear to ask what is around it. */
function gatedStarts(root: SyntaxNode, grammar: GrammarData): Dead["starts"] {
  const starts = new Set<number>();
  for (const attribute of root.descendantsOfType([...grammar.attributes])) {
    if (grammar.gate(attribute, attribute) === undefined) continue;
    const body = attribute.parent;
    const inner = grammar.innerAttributes.includes(attribute.type);
    if (inner && (body === null || body.parent === null)) return "everything";
    const held = inner && body !== null ? holderOf(body, grammar) : nextCode(attribute, grammar);
    if (held !== undefined) starts.add(held.startIndex);
    // One that is part of the item it stands on begins with it.
    if (!inner && body !== null && grammar.items[body.type] !== undefined) starts.add(body.startIndex);
  }
  return starts;
}

/** What the gates of other nodes than attributes keep out, outermost first. */
function gatedSpans(root: SyntaxNode, grammar: GrammarData): readonly Span[] {
  if (grammar.gated === undefined) return [];
  const spans: Span[] = [];
  for (const node of root.descendantsOfType([...grammar.gated])) {
    if (node.startIndex < (spans.at(-1)?.end ?? 0) && node.endIndex <= (spans.at(-1)?.end ?? 0)) continue;
    if (grammar.gate(node, node) !== undefined) spans.push(spanOf(node));
    else
      for (const child of node.namedChildren)
        if (!isComment(child, grammar) && grammar.gate(node, child) !== undefined) spans.push(spanOf(child));
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The code that production builds do not hold. */
export function deadIn(root: SyntaxNode, grammar: GrammarData): Dead {
  const starts = gatedStarts(root, grammar);
  return { starts, spans: starts === "everything" ? [] : gatedSpans(root, grammar) };
}
