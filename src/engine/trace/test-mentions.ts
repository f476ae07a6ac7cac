import type { SyntaxNode } from "../../model/syntax.js";
import type { TracedTest } from "../../model/trace.js";
import { ownNames } from "../../read/source/owner.js";
import { ancestry, isComment, nextCode } from "../../read/source/siblings.js";
import { isPlainWord, type NameFinder } from "./name-finder.js";
import { type TestFunction, type TestGround, testAround } from "./test-functions.js";

/** A name that a test says, and where. */
export interface TestMention {
  readonly name: string;
  readonly by: TracedTest["by"];
  readonly test: TestFunction;
}

/** The test that follows a comment or an attribute with no blank line between. */
function testBelow(text: string, node: SyntaxNode, ground: TestGround): TestFunction | undefined {
  const next = nextCode(node, ground.grammar);
  if (next === undefined || /\n[ \t]*\r?\n/.test(text.slice(node.endIndex - 1, next.startIndex))) return undefined;
  const test = testAround(ancestry(next), ground);
  return test !== undefined && test.node.startIndex >= next.startIndex && test.node.endIndex <= next.endIndex ? test : undefined;
}

/** The body that follows the name of a function among a macro's tokens: `{ … }` of `fn holds(x in 0..9) { … }`. */
function bodyAmongTokens(node: SyntaxNode, { grammar }: TestGround): SyntaxNode | undefined {
  if (node.parent === null || !grammar.tokens.includes(node.parent.type)) return undefined;
  for (let next = node.nextSibling; next !== null && next.type !== ";"; next = next.nextSibling)
    if (grammar.tokens.includes(next.type) && next.text.startsWith("{"))
      return ownNames(next, grammar).at(-1) === node.text ? next : undefined;
  return undefined;
}

/** Where a word stands: in a comment or an attribute, then the outermost node of that; else in code. */
function standing(way: readonly SyntaxNode[], { grammar }: TestGround): { readonly by: TracedTest["by"]; readonly at: number } {
  const comment = way.findLastIndex((node) => isComment(node, grammar));
  if (comment !== -1) return { by: "comment", at: comment };
  const attribute = way.findLastIndex((node) => grammar.attributes.includes(node.type));
  return attribute === -1 ? { by: "name", at: 0 } : { by: "attribute", at: attribute };
}

/** The names that a word of a file says of a test; `start` is where the word stands. */
export function mentionsAt(
  text: string,
  word: string,
  start: number,
  root: SyntaxNode,
  finder: NameFinder,
  ground: TestGround,
): readonly TestMention[] {
  const way = ancestry(root.descendantForIndex(start, start + 1));
  const { by, at } = standing(way, ground);
  const node = way[at];
  if (node === undefined) return [];
  if (by !== "name") {
    // A word of plain language means the name only where it is quoted.
    if (!finder.isName(word) || (isPlainWord(word) && text[start - 1] !== "`")) return [];
    const test = testAround(way.slice(at + 1), ground) ?? testBelow(text, node, ground);
    return test === undefined ? [] : [{ name: word, by, test }];
  }
  const body = bodyAmongTokens(node, ground);
  const test = testAround(body === undefined ? way : ancestry(body), ground);
  const isOwn =
    body === undefined
      ? test?.nameSpan !== undefined && test.nameSpan.start <= start && start + word.length <= test.nameSpan.end
      : test?.node.startIndex === body.startIndex;
  return test === undefined || !isOwn ? [] : finder.within(word).map((name) => ({ name, by, test }));
}
