import { claimsOfText, distinct } from "../../src/judge/evidence/claims.js";
import { occurrencesIn } from "../../src/judge/evidence/occurrences.js";
import type { Span } from "../../src/model/span.js";
import { type Parse, type SyntaxNode, spanOf } from "../../src/model/syntax.js";
import type { GrammarData } from "../../src/read/languages/grammar.js";
import type { CommentSyntax } from "../../src/read/languages/language.js";
import { outlineOf } from "../../src/read/source/outline.js";
import { type Draw, shuffled } from "./chance.js";
import type { Said } from "./example.js";
import { type Remark, remarksIn } from "./remarks.js";

/** A comment, and what it is about. */
export interface Commented extends Said {
  /** Index of the place among those of the item; `undefined` where the comment documents the item as a whole. */
  readonly place: number | undefined;
}

/** How a language is read. */
export interface Reader {
  readonly syntax: CommentSyntax;
  readonly grammar: GrammarData;
  readonly parse: Parse;
}

/** Files with fewer items leave too little to choose from; likewise functions with fewer places. */
const fewestItems = 8;
const fewestPlaces = 4;

/** So many comments of one file are taken at most: no file's manner shall outweigh the rest. */
const mostOfFile = 14;

/** Shorter ones say nothing, longer ones tell stories. In words. */
const length = { least: 4, most: 45 } as const;

/** What speaks of other things than the code below it. */
const aside = /copyright|license|todo|fixme|safety|example|```/i;

function isTelling({ text, said }: Remark): boolean {
  const words = said.split(" ").length;
  return words >= length.least && words <= length.most && !aside.test(text);
}

/** Where the code begins that a comment stands before: blanks and attributes are passed over. */
function codeAfter(text: string, offset: number, attributes: ReadonlyMap<number, Span>): number {
  let at = offset;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at += 1;
    const attribute = attributes.get(at);
    if (attribute === undefined) return at;
    at = attribute.end;
  }
}

function attributesOf(root: SyntaxNode, { attributes, innerAttributes }: GrammarData): ReadonlyMap<number, Span> {
  const types = attributes.filter((type) => !innerAttributes.includes(type));
  return new Map(types.length === 0 ? [] : root.descendantsOfType(types).map((node) => [node.startIndex, spanOf(node)]));
}

/** The telling comments of a file that stand right before a function or, inside of one, before a statement or the like. */
export function commentsIn(text: string, { syntax, grammar, parse }: Reader, draw: Draw): readonly Commented[] {
  const tree = parse(text);
  if (tree === undefined) return [];
  try {
    const remarks = remarksIn(text, syntax, grammar);
    const attributes = attributesOf(tree.root, grammar);
    const targets = new Map(remarks.map((remark) => [remark, codeAfter(text, remark.end, attributes)]));
    const outline = outlineOf(text, tree.root, grammar, syntax, [...targets.values()], () => parse(text));
    const { items } = outline;
    if (items.length < fewestItems) return [];
    const code = occurrencesIn(outline);
    const commented = shuffled(remarks, draw).flatMap((remark): readonly Commented[] => {
      const at = targets.get(remark) ?? 0;
      const item = items.findLastIndex(({ span }) => (remark.documents ? span.start === at : span.start < at && at < span.end));
      if (!isTelling(remark) || items[item]?.callable !== true) return [];
      const said = { claims: distinct(claimsOfText(remark.said, "row")), code, item };
      if (remark.documents) return [{ ...said, place: undefined }];
      const places = outline.placesIn(item);
      const place = places.findIndex(({ start }) => start === at);
      return place === -1 || places.length < fewestPlaces ? [] : [{ ...said, place }];
    });
    return commented.slice(0, mostOfFile);
  } finally {
    tree.free();
  }
}
