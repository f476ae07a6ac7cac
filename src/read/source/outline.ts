import { eachToken, type Outline, type OutlineItem } from "../../model/outline.js";
import type { Span } from "../../model/span.js";
import { type SyntaxNode, type SyntaxTree, spanOf } from "../../model/syntax.js";
import type { Gate, GrammarData } from "../languages/grammar.js";
import type { CommentSyntax } from "../languages/language.js";
import { deadIn } from "./dead-code.js";
import { namesOfItem } from "./owner.js";
import { segments } from "./segments.js";
import { membersOf } from "./siblings.js";

interface Item extends OutlineItem {
  readonly node: SyntaxNode;
}

/** The items that production builds hold, and the spans of those that only tests hold or nothing. */
function itemsOf(root: SyntaxNode, grammar: GrammarData): { readonly items: readonly Item[]; readonly dead: readonly Span[] } {
  const items: Item[] = [];
  const dead: Span[] = [];
  const around: number[] = [];
  const { starts, spans } = deadIn(root, grammar);
  if (starts === "everything") return { items: [], dead: [{ start: 0, end: root.endIndex }] };
  const nodes = root.descendantsOfType(Object.keys(grammar.items)).map((node) => ({ node, span: spanOf(node) }));
  let next = 0;
  for (const { node, span } of nodes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    for (let other = spans[next]; other !== undefined && other.start <= span.start; other = spans[++next])
      if (other.end > (dead.at(-1)?.end ?? 0)) dead.push(other);
    if (span.start < (dead.at(-1)?.end ?? 0)) continue;
    if (starts.has(span.start)) {
      dead.push(span);
      continue;
    }
    while (around.length > 0 && (items[around.at(-1) ?? 0]?.span.end ?? 0) <= span.start) around.pop();
    const named = namesOfItem(node, grammar);
    const name = named?.names.at(-1);
    if (named === undefined || name === undefined) continue;
    items.push({ name, callable: named.item.callable === true, span, within: around.at(-1), node });
    around.push(items.length - 1);
  }
  for (const other of spans.slice(next)) if (other.end > (dead.at(-1)?.end ?? 0)) dead.push(other);
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

/** The regions of a list that are lists like it. */
function regionsIn(list: SyntaxNode, grammar: GrammarData): readonly SyntaxNode[] {
  if (grammar.regions === undefined) return [];
  const own = list.namedChildren.filter(({ type }) => grammar.regions?.includes(type));
  return own.flatMap((region) => [region, ...regionsIn(region, grammar)]);
}

/** The members of all lists below the node that stand in no item inside it, and the item itself. */
function placesBelow(node: SyntaxNode, own: Span | undefined, inner: readonly Span[], grammar: GrammarData): readonly Span[] {
  const lists = [...grammar.lists, ...grammar.bodies];
  const holders = own === undefined ? [node, ...regionsIn(node, grammar)] : node.descendantsOfType(lists);
  const spans = holders.flatMap((list) => membersOf(list, grammar).map(spanOf));
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
  file?: Gate,
): Outline {
  const { items, dead } = file === undefined ? itemsOf(root, grammar) : { items: [], dead: [{ start: 0, end: root.endIndex }] };
  const plain = plainItems(items);
  const places = placesAround(anchored, root, items, dead, grammar);
  return { ...tokensIn(text, syntax, dead), items: plain, placesIn: placesFinder(places, plain, dead, grammar, again) };
}
