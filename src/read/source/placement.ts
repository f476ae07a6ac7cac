import type { Construct, Placement } from "../../model/source.js";
import type { Span } from "../../model/span.js";
import type { SyntaxNode } from "../../model/syntax.js";
import type { Gate, GrammarData } from "../languages/grammar.js";
import { activityOf } from "./activity.js";
import { isBroken, isWhole } from "./errors.js";
import { itemName, namesOfItem, namesOfWrapped, ownersOf, variantOf } from "./owner.js";
import {
  ancestry,
  codeSpanOf,
  holderOf,
  isBody,
  isComment,
  isList,
  isPassedOver,
  memberOf,
  nextCode,
  previousToken,
  unwrapped,
} from "./siblings.js";
import { spotOf } from "./spot.js";
import { type Run, runAfter, runBefore } from "./token-runs.js";
import { trailedBy } from "./trailing.js";

type Tie = Construct["tie"];

/** What a placement is told by: the grammar, and what lies on the whole file. */
export interface Ground {
  readonly grammar: GrammarData;
  readonly file: Gate | undefined;
}

const broken: Placement = { kind: "unjudged", reason: "syntax-error" };

function placed(node: SyntaxNode, tie: Tie, { grammar, file }: Ground, span?: Span): Placement {
  const construct = unwrapped(node, grammar);
  const way = ancestry(construct);
  const [, holder] = way;
  const named = namesOfItem(construct, grammar) ?? namesOfItem(node, grammar) ?? namesOfWrapped(construct, grammar);
  if (holder !== undefined && isBroken(construct, grammar)) return broken;
  // Among the pieces of an error only what is whole is what it seems.
  if (holder?.isError === true && !isWhole(construct)) return broken;
  return {
    kind: "construct",
    construct: {
      span: span ?? codeSpanOf(construct, grammar),
      type: construct.type,
      name: named?.names.at(-1),
      tie,
      owner: [...ownersOf(way.slice(1), grammar), ...(named?.names.slice(0, -1) ?? [])],
      activity: activityOf(way, grammar, file),
    },
  };
}

/** The construct of a comment among a macro's tokens: the tokens up to the next comma, semicolon or braced body. */
function amongTokens(comment: SyntaxNode, tree: SyntaxNode, ground: Ground): Placement {
  const { grammar } = ground;
  const all = tree.children.slice(1, -1);
  const tokens = all.filter((token) => !isComment(token, grammar));
  const at = tokens.findIndex((token) => token.startIndex >= comment.startIndex);
  const before = at === -1 ? tokens.length : at;
  const last = tokens[before - 1];
  const trails = last !== undefined && last.endPosition.row === comment.startPosition.row;
  if (!trails && before < tokens.length) return tokensPlaced(tokens, runAfter(tokens, before), "precedes", ground);
  return last === undefined
    ? placed(memberOf(tree, grammar), "trails", ground)
    : tokensPlaced(tokens, runBefore(tokens, before), "trails", ground);
}

function tokensPlaced(tokens: readonly SyntaxNode[], run: Run, tie: Tie, ground: Ground): Placement {
  const [first, last] = [tokens[run.from], tokens[run.to - 1]];
  if (first === undefined || last === undefined) return broken;
  return placed(first, tie, ground, { start: first.startIndex, end: last.endIndex });
}

/** True for a comment that documents what encloses it: `//!`. */
function isInnerDoc(comment: SyntaxNode, grammar: GrammarData): boolean {
  return grammar.innerDocs.some((sign) => comment.text.startsWith(sign));
}

/** True for a comment that documents what follows it: `///` but not `////`. */
function isOuterDoc(comment: SyntaxNode, grammar: GrammarData): boolean {
  return grammar.outerDocs.some((sign) => comment.text.startsWith(sign) && comment.text[sign.length] !== sign.at(-1));
}

/** The comment and what holds it, or the attributes at whose end it stands: it is about what they are about. */
function outOfAttributes(
  comment: SyntaxNode,
  parent: SyntaxNode,
  grammar: GrammarData,
): { readonly at: SyntaxNode; readonly around: SyntaxNode } {
  let [at, around] = [comment, parent];
  while (grammar.attributes.includes(around.type) && around.parent !== null && nextCode(at, grammar) === undefined)
    [at, around] = [around, around.parent];
  return { at, around };
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
export function placementOf(comment: SyntaxNode, ground: Ground): Placement {
  const { grammar } = ground;
  const parent = comment.parent;
  if (parent === null) return { kind: "dangling", end: "the file" };
  if (grammar.tokens.includes(parent.type)) return amongTokens(comment, parent, ground);
  if (isInnerDoc(comment, grammar)) {
    if (parent.isError) return broken;
    if (parent.namedChildren.every((child) => isPassedOver(child, grammar))) return { kind: "dangling", end: endOf(parent, grammar) };
    return placed(isList(parent, grammar) ? holderOf(parent, grammar) : parent, "documents", ground);
  }

  const trailed = trailedBy(comment, grammar);
  if (trailed !== undefined) return placed(trailed, "trails", ground);

  const { at, around } = outOfAttributes(comment, parent, grammar);
  const spot = spotOf(at, around, grammar);
  if (spot.next !== undefined) {
    const headOfParent =
      !around.isError &&
      !isList(spot.parent, grammar) &&
      around.namedChildren.every((child) => child.startIndex >= at.startIndex || isPassedOver(child, grammar));
    return placed(headOfParent ? around : spot.next, isOuterDoc(comment, grammar) ? "documents" : "precedes", ground);
  }
  if (spot.parent.isError) return broken;
  if (isBody(spot.parent, grammar)) return endOfBody(comment, spot.parent, grammar);
  return placed(spot.previous ?? holderOf(spot.parent, grammar), "trails", ground);
}

/** The construct of a comment in text that the grammar leaves as it is: what the text is part of. */
export function placementInRaw(raw: SyntaxNode, ground: Ground): Placement {
  return placed(memberOf(raw, ground.grammar), "trails", ground);
}

/** The comment is the last of a body. Where a syntax error comes before it, the body may be another than it seems. */
function endOfBody(comment: SyntaxNode, body: SyntaxNode, grammar: GrammarData): Placement {
  const before = previousToken(comment, grammar);
  if (before !== undefined && isBroken(before, grammar)) return broken;
  return { kind: "dangling", end: endOf(body, grammar) };
}

/** What a body is the body of, for messages: `the file`, `` `impl Tape` ``, `` `#ifdef DEBUG` ``. */
function endOf(body: SyntaxNode, grammar: GrammarData): string {
  if (grammar.regions?.includes(body.type) === true) return `\`${/^.*/.exec(body.text)?.[0].trim() ?? ""}\``;
  // The declarations behind an enum's constants are a body in a list.
  const around = body.parent !== null && isList(body.parent, grammar) ? body.parent.parent : body.parent;
  const holder = grammar.items[body.type] === undefined ? around : body;
  if (holder === null) return "the file";
  const kind = variantOf(holder, grammar.items[holder.type])?.kind ?? "body";
  const name = itemName(holder, grammar);
  return name === undefined ? `the ${kind}` : `\`${kind} ${name}\``;
}
