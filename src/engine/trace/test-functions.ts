import type { Span } from "../../model/span.js";
import { type SyntaxNode, spanOf } from "../../model/syntax.js";
import type { Gate, GrammarData } from "../../read/languages/grammar.js";
import { activityOf } from "../../read/source/activity.js";
import { namesOfItem, namesOfWrapped, ownersOf, ownNames } from "../../read/source/owner.js";
import { ancestry } from "../../read/source/siblings.js";

/** A test function, or what its language has for one: a call with a title, a macro. */
export interface TestFunction {
  readonly node: SyntaxNode;
  /** The names of the items around it and its own, with `::` between. */
  readonly test: string;
  /** Where its name stands; `undefined` where that is outside of the node. */
  readonly nameSpan: Span | undefined;
}

/** What the tests of a file are told by: its grammar, and what lies on all of it. */
export interface TestGround {
  readonly grammar: GrammarData;
  readonly file: Gate | undefined;
}

const holds = (node: SyntaxNode, span: Span): boolean => node.startIndex <= span.start && span.end <= node.endIndex;

/** What a gate stands on: the node that holds it, or the one behind it where it is an attribute. */
function gated(way: readonly SyntaxNode[], gate: Span): SyntaxNode | undefined {
  return way.find((node) => holds(node, gate) || (gate.end <= node.startIndex && node.parent !== null && holds(node.parent, gate)));
}

/** The node as a test; `undefined` for a module or a class that only holds some. */
function testAt(node: SyntaxNode, { grammar }: TestGround): TestFunction | undefined {
  const named = namesOfItem(node, grammar) ?? namesOfWrapped(node, grammar);
  const owners = (): readonly string[] => ownersOf(ancestry(node).slice(1), grammar);
  if (named !== undefined)
    return named.item.callable === true
      ? { node, test: [...owners(), ...named.names].join("::"), nameSpan: spanOf(named.node) }
      : undefined;
  // A macro's tokens: there the name stands before the body.
  const own = ownNames(node, grammar);
  return own.length === 0 ? undefined : { node, test: [...owners(), ...own].join("::"), nameSpan: undefined };
}

/** How functions are called that a test runner finds by their names, in files and classes that are nothing but tests. */
const byConvention = /^(?:test|bench|fuzz|example)/i;

/** The innermost function on the way that a test runner calls by its name. */
function testByName(way: readonly SyntaxNode[], ground: TestGround): TestFunction | undefined {
  const found = way.find((node) => {
    const named = namesOfItem(node, ground.grammar);
    return named?.item.callable === true && byConvention.test(named.names.at(-1) ?? "");
  });
  return found === undefined ? undefined : testAt(found, ground);
}

/** The test that holds the first node of a way to the root, or is it. */
export function testAround(way: readonly SyntaxNode[], ground: TestGround): TestFunction | undefined {
  const { grammar, file } = ground;
  const activity = activityOf(way, grammar, file);
  if (activity.kind !== "test") return undefined;
  const node = activity.span === file?.span ? undefined : gated(way, activity.span);
  return (node === undefined ? undefined : testAt(node, ground)) ?? testByName(way, ground);
}
