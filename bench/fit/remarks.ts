import type { GrammarData } from "../../src/read/languages/grammar.js";
import type { CommentSyntax } from "../../src/read/languages/language.js";

/** A comment on lines of its own that speaks of what follows it. */
export interface Remark {
  /** All of it, without the comment signs. */
  readonly text: string;
  /** The beginning of what it says: two sentences at most. */
  readonly said: string;
  /** True for documentation of an item. */
  readonly documents: boolean;
  /** Where it ends. */
  readonly end: number;
}

/** The signs of comments that document code. */
export type Docs = Pick<GrammarData, "innerDocs" | "outerDocs">;

/** The longest of the signs that a comment begins with. */
function signOf(comment: string, signs: readonly string[]): string {
  return signs.filter((sign) => comment.startsWith(sign)).reduce((longest, sign) => (sign.length > longest.length ? sign : longest), "");
}

function remarkOf(comments: readonly string[], end: number, signs: readonly string[], docs: readonly string[]): Remark {
  const lines = comments.map((comment) => {
    let at = signOf(comment, signs).length;
    while (at > 0 && comment[at] === comment[at - 1]) at += 1;
    return comment.slice(at).trim();
  });
  const text = lines.join(" ").replace(/\s+/g, " ");
  return {
    text,
    said: text.split(". ").slice(0, 2).join(". "),
    // Longer runs of the sign do not count.
    documents: docs.some((sign) => comments[0]?.startsWith(sign) && comments[0][sign.length] !== sign.at(-1)),
    end,
  };
}

/**
 * The line comments of a text that stand on lines of their own, as blocks, but for those about what encloses them. Lines are read one by
 * one: what looks like a comment in a string or in a block comment comes along, but no construct of the syntax tree follows it.
 */
export function remarksIn(text: string, syntax: CommentSyntax, { innerDocs, outerDocs }: Docs): readonly Remark[] {
  const signs = [...syntax.line, ...outerDocs];
  const blocks: { readonly comments: string[]; end: number }[] = [];
  let end = -1;
  for (const line of text.split("\n")) {
    const before = end;
    end += line.length + 1;
    const comment = line.trim();
    if (signOf(comment, signs) === "" || innerDocs.some((sign) => comment.startsWith(sign))) continue;
    const block = blocks.at(-1);
    if (block?.end === before) {
      block.comments.push(comment);
      block.end = end;
    } else blocks.push({ comments: [comment], end });
  }
  return blocks.map((block) => remarkOf(block.comments, block.end, signs, outerDocs));
}
