import type { Construct, Placement } from "../../model/source.js";
import type { Span } from "../../model/span.js";
import { type SyntaxNode, spanOf } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { activityOf } from "./activity.js";
import { itemName, ownersOf } from "./owner.js";
import { ancestry, holderOf, isComment, isList, isPassedOver, memberOf, nextCode, previousCode, previousToken } from "./siblings.js";
import { type Run, runAfter, runBefore } from "./token-runs.js";

type Tie = Construct["tie"];

/** The outermost node that is the same place as `node`: past what only wraps it. */
function unwrapped(node: SyntaxNode, grammar: GrammarData): SyntaxNode {
  let place = node;
  while (place.parent !== null && grammar.wrappers.includes(place.parent.type)) place = place.parent;
  return place;
}

function placed(node: SyntaxNode, tie: Tie, grammar: GrammarData, span?: Span): Placement {
  const construct = unwrapped(node, grammar);
  const way = ancestry(construct);
  const [, holder] = way;
  if (holder !== undefined && (construct.hasError || holder.isError)) return { kind: "unjudged", reason: "syntax-error" };
  return {
    kind: "construct",
    construct: {
      span: span ?? spanOf(construct),
      type: construct.type,
      name: itemName(construct, grammar) ?? itemName(node, grammar),
      tie,
      owner: ownersOf(way.slice(1), grammar),
      activity: activityOf(way, grammar),
    },
  };
}

/** The construct of a comment among a macro's tokens: the tokens up to the next comma, semicolon or braced body. */
function amongTokens(comment: SyntaxNode, tree: SyntaxNode, grammar: GrammarData): Placement {
  const all = tree.children.slice(1, -1);
  const tokens = all.filter((token) => !isComment(token, grammar));
  const at = tokens.findIndex((token) => token.startIndex >= comment.startIndex);
  const before = at === -1 ? tokens.length : at;
  const last = tokens[before - 1];
  const trails = last !== undefined && last.endPosition.row === comment.startPosition.row;
  if (!trails && before < tokens.length) return tokensPlaced(tokens, runAfter(tokens, before), "precedes", grammar);
  return last === undefined
    ? placed(memberOf(tree, grammar), "trails", grammar)
    : tokensPlaced(tokens, runBefore(tokens, before), "trails", grammar);
}

function tokensPlaced(tokens: readonly SyntaxNode[], run: Run, tie: Tie, grammar: GrammarData): Placement {
  const [first, last] = [tokens[run.from], tokens[run.to - 1]];
  if (first === undefined || last === undefined) return { kind: "unjudged", reason: "syntax-error" };
  return placed(first, tie, grammar, { start: first.startIndex, end: last.endIndex });
}

/** True for a comment that documents what encloses it: `//!`. */
function isInnerDoc(comment: SyntaxNode, grammar: GrammarData): boolean {
  return grammar.innerDocs.some((sign) => comment.text.startsWith(sign));
}

/** True for a comment that documents what follows it: `///` but not `////`. */
function isOuterDoc(comment: SyntaxNode, grammar: GrammarData): boolean {
  return grammar.outerDocs.some((sign) => comment.text.startsWith(sign) && comment.text[sign.length] !== sign.at(-1));
}

/** The node that code before the comment on its own line belongs to, as long as no code follows it there. */
function trailedBy(comment: SyntaxNode, grammar: GrammarData): SyntaxNode | undefined {
  const before = previousToken(comment, grammar);
  const row = comment.startPosition.row;
  if (
    before === undefined ||
    before.endPosition.row !== row ||
    (before.endPosition.column === 0 && before.endPosition.row > before.startPosition.row)
  ) {
    return undefined;
  }
  const after = comment.nextSibling;
  if (after !== null && !isComment(after, grammar) && after.startPosition.row === row && comment.endPosition.row === row && after.isNamed)
    return undefined;
  const code = previousCode(comment, grammar);
  const parent = comment.parent;
  if (code !== undefined && code.endPosition.row === row) return memberOf(code, grammar);
  // The comment follows an opening bracket: it is about what the bracket opens.
  return parent === null ? undefined : isList(parent, grammar) ? holderOf(parent, grammar) : memberOf(parent, grammar);
}

/**
 * The construct of a comment: the code that its anchor marks.
 *
 * ```text
 * // SPEC: A            let x = 1; // SPEC: B          match m {
 * #[inline]             ^^^^^^^^^^                         a => {}
 * fn f() {}                                                ^^^^^^^
 * ^^^^^^^^^                                                // SPEC: C
 *                                                      }
 * ```
 */
export function placementOf(comment: SyntaxNode, grammar: GrammarData): Placement {
  const parent = comment.parent;
  if (parent === null) return { kind: "dangling", end: "the file" };
  if (parent.isError) return { kind: "unjudged", reason: "syntax-error" };
  if (grammar.tokens.includes(parent.type)) return amongTokens(comment, parent, grammar);
  if (isInnerDoc(comment, grammar)) {
    if (parent.namedChildren.every((child) => isPassedOver(child, grammar))) return { kind: "dangling", end: endOf(parent, grammar) };
    return placed(isList(parent, grammar) ? holderOf(parent, grammar) : parent, "documents", grammar);
  }

  const trailed = trailedBy(comment, grammar);
  if (trailed !== undefined) return placed(trailed, "trails", grammar);

  const next = nextCode(comment, grammar);
  const headOfParent =
    !isList(parent, grammar) &&
    parent.namedChildren.every((child) => child.startIndex >= comment.startIndex || isPassedOver(child, grammar));
  if (next !== undefined) return placed(headOfParent ? parent : next, isOuterDoc(comment, grammar) ? "documents" : "precedes", grammar);

  if (grammar.bodies.includes(parent.type)) return endOfBody(comment, parent, grammar);
  const previous = previousCode(comment, grammar);
  return placed(previous ?? holderOf(parent, grammar), "trails", grammar);
}

/** The comment is the last of a body. Where a syntax error comes before it, the body may be another than it seems. */
function endOfBody(comment: SyntaxNode, body: SyntaxNode, grammar: GrammarData): Placement {
  const before = previousToken(comment, grammar);
  if (before?.isError === true || before?.hasError === true) return { kind: "unjudged", reason: "syntax-error" };
  return { kind: "dangling", end: endOf(body, grammar) };
}

/** What a body is the body of, for messages: `the file`, `` `impl Tape` ``. */
function endOf(body: SyntaxNode, grammar: GrammarData): string {
  const holder = body.parent;
  if (holder === null) return "the file";
  const kind = grammar.items[holder.type]?.kind ?? "body";
  const name = itemName(holder, grammar);
  return name === undefined ? `the ${kind}` : `\`${kind} ${name}\``;
}
