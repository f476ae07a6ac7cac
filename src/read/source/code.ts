import type { Code, Stretch } from "../../model/code.js";
import type { Span } from "../../model/span.js";
import { lowerBound } from "../../model/span.js";
import { type SyntaxNode, type SyntaxShape, spanOf } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { itemNameNode, ownName } from "./owner.js";
import { doubledIn, hasSpareBraces, partsOf, partsThatCount } from "./slack.js";
import { type Run, runAfter, runBefore } from "./token-runs.js";
import { copyOf } from "./tree-copy.js";
import { ownerOf, wantedIn } from "./wanted-code.js";

/** Where a node stands: what is around it, what comes before it, whether a block ends behind it, and the named items around it. */
interface Standing {
  readonly parent: SyntaxShape | undefined;
  readonly before: SyntaxShape | undefined;
  readonly endsBlock: boolean;
  readonly owners: readonly string[];
  /** The first of the doubled brackets that it is the last of. */
  readonly outermost?: SyntaxShape;
}

/** What the grammar has no node for among a node's children: the separator of a macro's repetition. */
function gapsIn({ children }: SyntaxShape): readonly Span[] {
  return children.slice(1).map((child, at) => ({ start: children[at]?.endIndex ?? child.startIndex, end: child.startIndex }));
}

/**
 * The tokens that count in the code of the owners, and everything in it that a comment could mark. Types of nodes never get into the
 * tokens, and strings are one token each, so that a newer grammar finds the same ones.
 */
export function codeOf(text: string, root: SyntaxNode, grammar: GrammarData, wanted: ReadonlySet<string>): Code {
  const tokens: string[] = [];
  const starts: number[] = [];
  const stretches: Stretch[] = [];

  const addToken = (start: number, end: number): void => {
    // Line ends inside a string are those of the checkout.
    const written = text.slice(start, end).replaceAll("\r\n", "\n").trim();
    if (written === "") return;
    tokens.push(written);
    starts.push(start + text.slice(start, end).search(/\S/));
  };

  /** What a comment among a macro's tokens could mark; `bounds` are the first token of each part, and the one behind the last. */
  const addRuns = (parts: readonly SyntaxShape[], bounds: readonly number[], owner: string): void => {
    const inside = parts.slice(1, -1);
    const add = (run: Run): void => {
      const [from, to] = [bounds[run.from + 1], bounds[run.to + 1]];
      const [first, last] = [inside[run.from], inside[run.to - 1]];
      if (from === undefined || to === undefined || first === undefined || last === undefined || from === to) return;
      stretches.push({ from, to, owner, nameAt: undefined, span: { start: first.startIndex, end: last.endIndex } });
    };
    for (const at of inside.keys()) {
      add(runAfter(inside, at));
      add(runBefore(inside, at + 1));
    }
  };

  const visit = (node: SyntaxShape, standing: Standing): void => {
    const { parent, before, endsBlock, owners, outermost = node } = standing;
    const inner = doubledIn(node, grammar);
    if (inner !== undefined) {
      visit(inner, { ...standing, outermost });
      return;
    }
    const from = tokens.length;
    const own = ownName(node, grammar);
    const inside = own === undefined ? owners : [...owners, own];
    const isTokens = grammar.tokens.includes(node.type);
    const parts = grammar.strings.includes(node.type) ? [] : partsOf(node, grammar);
    if (parts.length === 0) addToken(node.startIndex, node.endIndex);
    else {
      const bare = hasSpareBraces(node, parts, parent, before, grammar, outermost);
      const counting = new Set(partsThatCount(node, parts, bare, endsBlock, grammar));
      const gaps = isTokens ? gapsIn(node).values() : [].values();
      let gap = gaps.next();
      const bounds = parts.map((part, at) => {
        for (; !gap.done && gap.value.end <= part.startIndex; gap = gaps.next()) addToken(gap.value.start, gap.value.end);
        const bound = tokens.length;
        const endsHere = parts[at + 1]?.type === "}" && at + 2 === parts.length;
        if (counting.has(part)) visit(part, { parent: node, before: parts[at - 1], endsBlock: endsHere, owners: inside });
        return bound;
      });
      if (isTokens) addRuns(parts, [...bounds, tokens.length], ownerOf(inside));
    }
    const isMacroToken = parent !== undefined && grammar.tokens.includes(parent.type);
    if (!node.isNamed || grammar.attributes.includes(node.type) || isMacroToken || tokens.length === from) return;
    const name = isTokens ? undefined : itemNameNode(node, grammar);
    const nameAt = name === undefined ? undefined : lowerBound(starts, name.startIndex);
    stretches.push({ from, to: tokens.length, owner: ownerOf(isTokens ? owners : inside), nameAt, span: spanOf(node) });
  };

  for (const { node, owners } of wantedIn(text, root, grammar, wanted))
    visit(copyOf(node, text), { parent: undefined, before: undefined, endsBlock: false, owners });
  return { tokens, starts, stretches };
}
