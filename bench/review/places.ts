import type { SyntaxNode } from "../../src/model/syntax.js";
import type { GrammarData } from "../../src/read/languages/grammar.js";

/** A place before which an anchor can be put, and what tells how near it is to another. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Where the list begins that it is a member of. */
  readonly list: number;
  readonly text: string;
}

/** Every member of every list of a tree, in the order of the text: found without what the lock is made of, so that the two cannot err alike. */
export function placesIn(root: SyntaxNode, text: string, grammar: GrammarData): readonly Place[] {
  const places: Place[] = [];
  for (const list of root.descendantsOfType([...grammar.lists, ...grammar.bodies])) {
    for (const member of list.namedChildren) {
      if (grammar.comments.includes(member.type) || grammar.attributes.includes(member.type)) continue;
      const { startIndex: start, endIndex: end } = member;
      places.push({ start, end, list: list.startIndex, text: text.slice(start, end) });
    }
  }
  return places.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The spans of comments, outermost ones only. */
export function commentsIn(root: SyntaxNode, grammar: GrammarData): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const node of root.descendantsOfType([...grammar.comments])) {
    const { startIndex: start, endIndex: end } = node;
    const last = found.at(-1);
    if (last === undefined || start >= last.end) found.push({ start, end });
  }
  return found;
}
