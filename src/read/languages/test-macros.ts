import type { SyntaxNode, SyntaxShape } from "../../model/syntax.js";
import { type GateOf, gateBy } from "./gates.js";
import type { Item } from "./grammar.js";
import { blanksFor } from "./mends.js";
import { follow } from "./nodes.js";

/** Macros that define a test by its suite and name, or its name, before its body. */
const tests =
  /^([ \t]*)((?:TEST|TEST_F|TEST_P|TYPED_TEST|TYPED_TEST_P|Test|ParameterizedTest|START_TEST|BOOST_AUTO_TEST_CASE|BOOST_FIXTURE_TEST_CASE|TEST_CASE|TEST_CASE_METHOD|SCENARIO|SECTION|SUBCASE))([ \t]*\()([^{};]{0,500}?)(\)\s{0,200}\{)/gm;

/** Macros that define a function: where a line begins, which statements do not. */
const functions = /^()([A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]|[A-Z][A-Z0-9]{3,})([ \t]*\()([\w\s,]{0,500})(\)\s{0,200}\{)/gm;

/**
 * Gives macros that define functions the form of one, which their grammars know: `TEST(Suite, Name) {` becomes `_ __(Suite, Name) {`.
 * Titles become blanks.
 */
export function macrosAsFunctions(text: string): string {
  const asFunction = (_: string, before: string, macro: string, open: string, given: string, close: string): string => {
    const type = /test|scenario|section|subcase/i.test(macro) ? "_" : "__";
    const names = /^[\w\s,:<>]*$/.test(given) ? given : blanksFor(given);
    return `${before}${type} ${"_".repeat(macro.length - type.length - 1)}${open}${names}${close}`;
  };
  return text
    .replace(tests, asFunction)
    .replace(functions, asFunction)
    .replace(/^END_TEST\b/gm, blanksFor);
}

const typed = (node: SyntaxShape, type: string): boolean =>
  node.type === "function_definition" && node.childForFieldName("type")?.text === type;

/** True for what was a test's macro. */
export function isTest(node: SyntaxShape): boolean {
  return typed(node, "_");
}

const parameters = (node: SyntaxShape): readonly SyntaxShape[] => follow(node, ["declarator", "parameters"])?.namedChildren ?? [];

/** Tests and functions that macros define, as named items: `Suite::Name`. */
export const macroItems: readonly Item[] = [
  {
    kind: "test",
    name: ["declarator", "parameters", 1],
    owner: ["declarator", "parameters", 0],
    callable: true,
    when: (node) => isTest(node) && parameters(node).length > 1,
  },
  { kind: "test", name: ["declarator", "parameters", 0], callable: true, when: isTest },
  { kind: "function", name: ["declarator", "parameters", 0], callable: true, when: (node) => typed(node, "__") },
];

/** The gate of a test on itself. */
export const testGate: GateOf = (node: SyntaxNode) =>
  isTest(node)
    ? gateBy(
        node,
        "test",
        `test ${parameters(node)
          .map(({ text }) => text)
          .join("::")}`.trim(),
      )
    : undefined;
