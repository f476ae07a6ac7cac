import type { Code, Print, Stretch } from "../../model/code.js";
import type { Construct } from "../../model/source.js";
import { type SyntaxNode, type SyntaxShape, spanOf } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { itemName, itemNameNode, ownName } from "./owner.js";
import { hasSpareBraces, partsOf, partsThatCount } from "./slack.js";
import { type Run, runAfter, runBefore } from "./token-runs.js";
import { copyOf } from "./tree-copy.js";

/** Where a node stands: what is around it, what comes before it, whether a block ends behind it, and the named items around it. */
interface Standing {
  readonly parent: SyntaxShape | undefined;
  readonly before: SyntaxShape | undefined;
  readonly endsBlock: boolean;
  readonly owners: readonly string[];
}

/** A subtree whose code is wanted, and the named items around it. */
interface Wanted {
  readonly node: SyntaxNode;
  readonly owners: readonly string[];
}

const separator = "::";

/** The owner of what stands in items, as one text. */
function ownerOf(names: readonly string[]): string {
  return names.join(separator);
}

/** The index of the first token that begins at the offset or after it. */
function tokenAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that hold all that has one of the owners, outermost ones only; the whole tree where no item has the owner's first name. */
function wantedIn(root: SyntaxNode, grammar: GrammarData, owners: ReadonlySet<string>): readonly Wanted[] {
  const items: (Wanted & { readonly chain: string })[] = [];
  const around: { readonly end: number; readonly name: string }[] = [];
  const nodes = root.descendantsOfType(Object.keys(grammar.items)).map((node) => ({ node, ...spanOf(node) }));
  for (const { node, start, end } of nodes.sort((a, b) => a.start - b.start || b.end - a.end)) {
    while ((around.at(-1)?.end ?? end) < end || (around.at(-1)?.end ?? start + 1) <= start) around.pop();
    const name = itemName(node, grammar);
    if (name === undefined) continue;
    const names = around.map((other) => other.name);
    items.push({ node, owners: names, chain: ownerOf([...names, name]) });
    around.push({ end, name });
  }
  const chains = new Set(items.map(({ chain }) => chain));
  const wanted = new Set<string>();
  for (const owner of owners) {
    // What a macro's tokens name has no item of its own: the nearest one around it holds it.
    let chain = owner;
    while (chain !== "" && !chains.has(chain)) chain = chain.slice(0, Math.max(0, chain.lastIndexOf(separator)));
    if (chain === "") return [{ node: root, owners: [] }];
    wanted.add(chain);
  }
  let end = -1;
  return items.filter(({ node, chain }) => {
    if (!wanted.has(chain) || node.startIndex < end) return false;
    end = node.endIndex;
    return true;
  });
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
    const written = text.slice(start, end).replaceAll("\r\n", "\n");
    if (written.trim() === "") return;
    tokens.push(written);
    starts.push(start);
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

  const visit = (node: SyntaxShape, { parent, before, endsBlock, owners }: Standing): void => {
    const from = tokens.length;
    const own = ownName(node, grammar);
    const inside = own === undefined ? owners : [...owners, own];
    const isTokens = grammar.tokens.includes(node.type);
    const parts = grammar.strings.includes(node.type) ? [] : partsOf(node, grammar);
    if (parts.length === 0) addToken(node.startIndex, node.endIndex);
    else {
      const bare = hasSpareBraces(node, parts, parent, before, grammar);
      const counting = new Set(partsThatCount(node, parts, bare, endsBlock, grammar));
      const bounds = parts.map((part, at) => {
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
    const nameAt = name === undefined ? undefined : tokenAt(starts, name.startIndex);
    stretches.push({ from, to: tokens.length, owner: ownerOf(isTokens ? owners : inside), nameAt, span: spanOf(node) });
  };

  for (const { node, owners } of wantedIn(root, grammar, wanted))
    visit(copyOf(node, text), { parent: undefined, before: undefined, endsBlock: false, owners });
  return { tokens, starts, stretches };
}

const sizeOf = ({ from, to, nameAt }: Stretch): number => to - from - (nameAt === undefined ? 0 : 1);
const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, at) => text === b[at]);

/** The texts of a stretch's tokens without its own name, by which renaming it is told from changing it. */
export function tokensOf(code: Code, { from, to, nameAt }: Stretch): readonly string[] {
  const texts = code.tokens.slice(from, to);
  return nameAt === undefined ? texts : texts.toSpliced(nameAt - from, 1);
}

/** The owner of a construct, its own name included. */
export function ownerOfConstruct({ owner, name }: Construct): string {
  return ownerOf(name === undefined ? owner : [...owner, name]);
}

/** What tells a construct of the file from every other. */
export function printOf(code: Code, construct: Construct): Print {
  const owner = ownerOfConstruct(construct);
  const from = tokenAt(code.starts, construct.span.start);
  const to = tokenAt(code.starts, construct.span.end);
  const siblings = code.stretches.filter((other) => other.owner === owner);
  const same = siblings.filter((other) => other.from === from && other.to === to);
  const own = same.find(({ nameAt }) => nameAt !== undefined) ?? same[0] ?? { from, to, owner, nameAt: undefined, span: construct.span };
  const tokens = tokensOf(code, own);
  const before = siblings.filter((other) => other.from < from && sizeOf(other) === tokens.length && isSame(tokensOf(code, other), tokens));
  return { owner, tokens, twin: new Set(before.map((other) => other.from)).size };
}
