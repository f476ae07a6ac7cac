import type { Code, Stretch } from "../../model/code.js";
import type { Span } from "../../model/span.js";
import { lowerBound } from "../../model/span.js";
import type { SyntaxNode, SyntaxShape } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { namesOfItem, namesOfWrapped, ownNames } from "./owner.js";
import { codeSpanOf } from "./siblings.js";
import { doubledIn, hasSpareBraces, holesIn, lacksTerminator, partsOf, partsThatCount, wordsInOrder } from "./slack.js";
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

  /** What a grammar was not given as it is written stands between its nodes. */
  const addWritten = (start: number, end: number): void => {
    const written = text.slice(start, end);
    if (written.trim() === "") return;
    for (const match of written.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*|(\w+|[^\s\w])/g))
      if (match[1] !== undefined) addToken(start + match.index, start + match.index + match[0].length);
  };

  const addToken = (start: number, end: number): void => {
    // Line ends inside a string are those of the checkout.
    const written = text.slice(start, end).replaceAll("\r\n", "\n").trim();
    if (written === "") return;
    tokens.push(written);
    starts.push(start + text.slice(start, end).search(/\S/));
  };

  const addWord = ({ startIndex }: Pick<SyntaxShape, "startIndex">, word: string): void => {
    tokens.push(word);
    starts.push(startIndex);
  };

  const addLeaf = (leaf: SyntaxShape): void => {
    const { type, startIndex, endIndex } = leaf;
    const written = text.slice(startIndex, endIndex);
    const alike = grammar.slack.alike?.[type];
    if (alike !== undefined) {
      addWord(leaf, alike(written, leaf));
      return;
    }
    const isProse = grammar.prose?.includes(type) === true;
    if (!isProse && !(grammar.strings.includes(type) && written.trim() !== written)) {
      addToken(startIndex, endIndex);
      return;
    }
    // A piece of a string has its blanks, prose has its words.
    tokens.push(isProse ? written.trim().replace(/\s+/g, " ") : written.replaceAll("\r\n", "\n"));
    starts.push(startIndex + (isProse ? written.search(/\S/) : 0));
  };

  /** A piece of a string that has holes. */
  const addPiece = (node: SyntaxShape, startIndex: number, endIndex: number): void => {
    if (startIndex === endIndex) return;
    const written = text.slice(startIndex, endIndex).replaceAll("\r\n", "\n");
    addWord({ startIndex }, grammar.slack.alike?.[node.type]?.(written, node) ?? written);
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
    const own = ownNames(node, grammar);
    const inside = own.length === 0 ? owners : [...owners, ...own];
    const isTokens = grammar.tokens.includes(node.type);
    const isString = grammar.strings.includes(node.type);
    const parts = isString ? holesIn(node, grammar) : partsOf(node, grammar);
    if (grammar.raw?.includes(node.type) === true) addWritten(node.startIndex, node.endIndex);
    else if (parts.length === 0) addLeaf(node);
    else if (isString) {
      const ends = parts.map((hole, at) => {
        addPiece(node, parts[at - 1]?.endIndex ?? node.startIndex, hole.startIndex);
        visit(hole, { parent: node, before: undefined, endsBlock: false, owners: inside });
        return hole.endIndex;
      });
      addPiece(node, ends.at(-1) ?? node.startIndex, node.endIndex);
    } else {
      const bare = hasSpareBraces(node, parts, parent, before, grammar, outermost);
      const counting = new Set(partsThatCount(node, parts, bare, endsBlock, grammar));
      const prepared = grammar.prepare !== undefined;
      const gaps = isTokens || prepared ? gapsIn(node).values() : [].values();
      let gap = gaps.next();
      const words = wordsInOrder(node, parts, grammar);
      const bounds = parts.map((part, at) => {
        for (; !gap.done && gap.value.end <= part.startIndex; gap = gaps.next())
          (prepared ? addWritten : addToken)(gap.value.start, gap.value.end);
        const bound = tokens.length;
        const endsHere = parts[at + 1]?.type === "}" && at + 2 === parts.length;
        if (!part.isNamed && words.length > 0) addWord(part, words.shift() ?? "");
        else if (counting.has(part)) visit(part, { parent: node, before: parts[at - 1], endsBlock: endsHere, owners: inside });
        return bound;
      });
      if (isTokens) addRuns(parts, [...bounds, tokens.length], ownerOf(inside));
      if (lacksTerminator(node, parts, grammar)) {
        tokens.push(grammar.slack.terminator);
        starts.push(node.endIndex - 1);
      }
    }
    const isMacroToken = parent !== undefined && grammar.tokens.includes(parent.type);
    if (!node.isNamed || grammar.attributes.includes(node.type) || isMacroToken || tokens.length === from) return;
    const wrapped = isTokens || own.length > 0 ? undefined : namesOfWrapped(node, grammar);
    const name = isTokens ? undefined : (wrapped ?? namesOfItem(node, grammar))?.node;
    const nameAt = name === undefined ? undefined : lowerBound(starts, name.startIndex);
    const owner = ownerOf(isTokens ? owners : [...inside, ...(wrapped?.names ?? [])]);
    stretches.push({ from, to: tokens.length, owner, nameAt, span: codeSpanOf(node, grammar) });
  };

  for (const { node, owners } of wantedIn(text, root, grammar, wanted))
    visit(copyOf(node, text), { parent: undefined, before: undefined, endsBlock: false, owners });
  return { tokens, starts, stretches };
}
