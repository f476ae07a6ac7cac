import { eachToken, type Outline, type OutlineItem } from "../../model/outline.js";
import type { Span } from "../../model/span.js";
import { type SyntaxNode, type SyntaxTree, spanOf } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import type { CommentSyntax } from "../languages/language.js";
import { itemName } from "./owner.js";
import { segments } from "./segments.js";
import { holderOf, isPassedOver, nextCode } from "./siblings.js";

interface Item extends OutlineItem {
  readonly node: SyntaxNode;
}

/**
 * Where the items begin that an attribute keeps out of production builds, or that one keeps out the whole file. Attributes are asked what they stand on, not items what stands on them:
 * they are fewer, and a node is dear to ask what is around it.
 */
function gatedStarts(root: SyntaxNode, grammar: GrammarData): ReadonlySet<number> | "everything" {
  const starts = new Set<number>();
  for (const attribute of root.descendantsOfType([...grammar.attributes])) {
    if (grammar.gate(attribute, attribute) === undefined) continue;
    const body = attribute.parent;
    const inner = grammar.innerAttributes.includes(attribute.type);
    if (inner && (body === null || body.parent === null)) return "everything";
    const held = inner && body !== null ? holderOf(body, grammar) : nextCode(attribute, grammar);
    if (held !== undefined) starts.add(held.startIndex);
  }
  return starts;
}

/** The items that production builds hold, and the spans of those that only tests hold or nothing. */
function itemsOf(root: SyntaxNode, grammar: GrammarData): { readonly items: readonly Item[]; readonly dead: readonly Span[] } {
  const nodes = root.descendantsOfType(Object.keys(grammar.items)).map((node) => ({ node, span: spanOf(node) }));
  const items: Item[] = [];
  const dead: Span[] = [];
  const around: number[] = [];
  const gated = gatedStarts(root, grammar);
  if (gated === "everything") return { items: [], dead: [{ start: 0, end: root.endIndex }] };
  for (const { node, span } of nodes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (span.start < (dead.at(-1)?.end ?? 0)) continue;
    if (gated.has(span.start)) {
      dead.push(span);
      continue;
    }
    while (around.length > 0 && (items[around.at(-1) ?? 0]?.span.end ?? 0) <= span.start) around.pop();
    const name = itemName(node, grammar);
    if (name === undefined) continue;
    items.push({ name, callable: grammar.callables.includes(node.type), span, within: around.at(-1), node });
    around.push(items.length - 1);
  }
  return { items, dead };
}

/** The tokens outside comments and outside the spans that do not count. */
function tokensIn(text: string, syntax: CommentSyntax, dead: readonly Span[]): Pick<Outline, "tokens" | "starts" | "lines"> {
  const tokens: string[] = [];
  const starts: number[] = [];
  const lines: number[] = [];
  let line = -1;
  let lineEnd = -1;
  const read = (from: number, to: number): void => {
    eachToken(text, from, to, (token, at) => {
      if (at > lineEnd) {
        line += 1;
        const next = text.indexOf("\n", at);
        lineEnd = next === -1 ? text.length : next;
      }
      tokens.push(token);
      starts.push(at);
      lines.push(line);
    });
  };
  const comments = segments(text, syntax).flatMap(({ kind, span }) => (kind === "string" ? [] : [span]));
  let at = 0;
  for (const span of [...comments, ...dead].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    read(at, span.start);
    at = span.end;
  }
  read(at, text.length);
  return { tokens, starts, lines };
}

/** The members of all lists below the node that stand in no item inside it, and the item itself. */
function placesBelow(node: SyntaxNode, own: Span | undefined, inner: readonly Span[], grammar: GrammarData): readonly Span[] {
  const lists = [...grammar.lists, ...grammar.bodies];
  const holders = own === undefined ? [node] : node.descendantsOfType(lists);
  const spans = holders.flatMap((list) => list.namedChildren.filter((member) => !isPassedOver(member, grammar)).map(spanOf));
  // A list inside an inner item holds that item's places; a list that holds the inner item holds it as none of its own.
  const outside = spans.filter((span) => !inner.some(({ start, end }) => start <= span.start && span.end <= end));
  const all = own === undefined ? outside : [own, ...outside.filter(({ start, end }) => start > own.start || end < own.end)];
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What holds no node of a tree: nodes keep their whole tree alive. */
function plainItems(items: readonly Item[]): readonly OutlineItem[] {
  return items.map(({ name, callable, span, within }) => ({ name, callable, span, within }));
}

/** What is inside of an item but not its own: the items in it, and dead code. */
function innerSpans(items: readonly OutlineItem[], dead: readonly Span[], item: number | undefined): readonly Span[] {
  return [...items.filter(({ within }) => within === item).map(({ span }) => span), ...dead];
}

/** The places in the items around the offsets, and in the top of the file if it holds one of them directly. */
function placesAround(
  anchored: readonly number[],
  root: SyntaxNode,
  items: readonly Item[],
  dead: readonly Span[],
  grammar: GrammarData,
): Map<number | undefined, readonly Span[]> {
  const holding = (offset: number): number | undefined => {
    const found = items.findLastIndex(({ span }) => span.start <= offset && offset < span.end);
    return found === -1 ? undefined : found;
  };
  const places = new Map<number | undefined, readonly Span[]>();
  for (const at of new Set(anchored.map(holding))) {
    const item = at === undefined ? undefined : items[at];
    places.set(at, placesBelow(item?.node ?? root, item?.span, innerSpans(items, dead, at), grammar));
  }
  return places;
}

/** Looks the places of further items up in a new tree, once each. */
function placesFinder(
  places: Map<number | undefined, readonly Span[]>,
  items: readonly OutlineItem[],
  dead: readonly Span[],
  grammar: GrammarData,
  again: () => SyntaxTree | undefined,
): Outline["placesIn"] {
  const find = (root: SyntaxNode, item: number | undefined): readonly Span[] => {
    const span = item === undefined ? undefined : items[item]?.span;
    const isItem = (node: SyntaxNode): boolean => node.startIndex === span?.start && node.endIndex === span.end;
    const node = span === undefined ? root : root.descendantsOfType(Object.keys(grammar.items)).find(isItem);
    return node === undefined ? [] : placesBelow(node, span, innerSpans(items, dead, item), grammar);
  };
  return (item) => {
    const known = places.get(item);
    if (known !== undefined) return known;
    const tree = again();
    try {
      const found = tree === undefined ? [] : find(tree.root, item);
      places.set(item, found);
      return found;
    } finally {
      tree?.free();
    }
  };
}

/**
 * What a file's code consists of. The places in the items around the `anchored` offsets are read at once, while the tree is alive;
 * others are read from a new tree that `again` parses, since few are ever asked for.
 */
export function outlineOf(
  text: string,
  root: SyntaxNode,
  grammar: GrammarData,
  syntax: CommentSyntax,
  anchored: readonly number[],
  again: () => SyntaxTree | undefined,
): Outline {
  const { items, dead } = itemsOf(root, grammar);
  const plain = plainItems(items);
  const places = placesAround(anchored, root, items, dead, grammar);
  return { ...tokensIn(text, syntax, dead), items: plain, placesIn: placesFinder(places, plain, dead, grammar, again) };
}
