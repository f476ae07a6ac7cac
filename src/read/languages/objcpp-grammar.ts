import type { SyntaxShape } from "../../model/syntax.js";
import * as cpp from "./cpp-grammar.js";
import { anyGate, gateBy } from "./gates.js";
import type { GrammarData, Item } from "./grammar.js";
import { follow, has, reads } from "./nodes.js";
import { withoutAppleMacros } from "./objc-grammar.js";
import { mendClasses, methodType, testType } from "./objcpp-classes.js";
import { Draft } from "./objcpp-draft.js";
import { mendExpressions } from "./objcpp-expressions.js";

/**
 * Writes Objective-C++ in the signs of C++, whose grammar it is read by: there is none that reads both. What a file means is kept for names,
 * statements and bodies; what expressions mean is not.
 */
export function asCpp(text: string): string {
  const prepared = withoutAppleMacros(text).replace(/^([ \t]*#[ \t]*)import(?=[ \t])[ \t]/gm, "$1include");
  const draft = new Draft(prepared);
  mendClasses(draft);
  mendExpressions(draft);
  return cpp.grammar.prepare?.(draft.toString()) ?? prepared;
}

const isMethod = reads("type", new RegExp(`^(?:${methodType}|${testType})$`));
const isTest = reads("type", new RegExp(`^${testType}$`));
const method = { kind: "method", name: "declarator", callable: true } satisfies Item;

/** Methods as they are written for the grammar: the first parameter is `_`, the further ones are the parts of the selector. */
const methods: readonly Item[] = [
  {
    ...method,
    when: (node) => isMethod(node) && has(["declarator", "parameters"])(node),
    spell: (node) => {
      const declarator = follow(node, "declarator");
      const name = declarator?.childForFieldName("declarator")?.text ?? "";
      const parts = declarator?.childForFieldName("parameters")?.namedChildren.slice(1) ?? [];
      return [`${name}:${parts.map(({ text }) => `${text}:`).join("")}`, name];
    },
  },
  { ...method, when: isMethod },
];

const bindings = Object.fromEntries(
  Object.entries(cpp.bindings).map(([type, binding]) => [
    type,
    [binding]
      .flat()
      .map((one) => ({ ...one, when: (node: SyntaxShape) => !isMethod(node) && node.text !== "_" && one.when?.(node) !== false })),
  ]),
);

/** The grammar of Objective-C++. */
export const grammar: GrammarData = {
  ...cpp.grammar,
  prepare: asCpp,
  items: {
    ...cpp.items,
    function_definition: [...methods, ...[cpp.items["function_definition"] ?? []].flat()],
    field_declaration: [...methods, ...[cpp.items["field_declaration"] ?? []].flat()],
  },
  bindings: {
    ...bindings,
    field_declaration: [
      { kind: "property", pattern: "declarator", single: true, when: (node) => /^\[\[p+\]\]$/.test(node.namedChildren[0]?.text ?? "") },
      ...(bindings["field_declaration"] ?? []),
    ],
  },
  gate: anyGate(cpp.grammar.gate, (node) => (isTest(node) ? gateBy(node, "test", "a method of an XCTestCase") : undefined)),
};
