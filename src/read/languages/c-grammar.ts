import type { SyntaxShape } from "../../model/syntax.js";
import { anyGate } from "./gates.js";
import type { Binding, GrammarData, Item, Slack, Variants } from "./grammar.js";
import { noSlack } from "./no-slack.js";
import { has, within } from "./nodes.js";
import { conditionGates, withoutCommentsInDefinitions, withPlainContinuations } from "./preprocessor.js";
import { macroItems, macrosAsFunctions, testGate } from "./test-macros.js";

/** Declarators that hold another one without a field for it. */
const unfielded = ["reference_declarator", "attributed_declarator"];

/** The declarators of a declaration, from the outermost to the name. Parentheses end them: what is in there is a pointer. */
export function declaratorsOf(node: SyntaxShape): readonly SyntaxShape[] {
  const found: SyntaxShape[] = [];
  let at: SyntaxShape | null | undefined = node.childForFieldName("declarator");
  for (; at !== null && at !== undefined; at = unfielded.includes(at.type) ? at.namedChildren.at(0) : at.childForFieldName("declarator"))
    found.push(at);
  return found;
}

/** True for the declaration of a function; that of a pointer to one has parentheses around its name. */
export function declaresFunction(node: SyntaxShape): boolean {
  const types = declaratorsOf(node).map(({ type }) => type);
  return types.includes("function_declarator") && !types.includes("parenthesized_declarator");
}

/** What the body of a function is made of, and what a declaration is not local in. */
const inside = ["compound_statement", "for_statement", "for_range_loop", "condition_clause", "init_statement"];
const outside = ["field_declaration_list", "declaration_list", "translation_unit", "class_implementation"];

/** True for a declaration in the body of a function. */
export function isLocal(node: SyntaxShape): boolean {
  for (let around = node.parent; around !== null; around = around.parent) {
    if (inside.includes(around.type)) return true;
    if (outside.includes(around.type)) return false;
  }
  return false;
}

/** True for a constant of the whole file. */
function isConstant(node: SyntaxShape): boolean {
  return !isLocal(node) && node.namedChildren.some(({ type, text }) => type === "type_qualifier" && /^const/.test(text));
}

/** Named items of C that have a body: without one they only name a type. */
export const withBody = (kind: string): Item => ({ kind, name: "name", when: has("body") });

/** The named items of C. */
export const items = {
  function_definition: [...macroItems, { kind: "function", name: "declarator", callable: true }],
  declaration: { kind: "function", name: "declarator", callable: true, when: (node) => declaresFunction(node) && !isLocal(node) },
  struct_specifier: withBody("struct"),
  union_specifier: withBody("union"),
  enum_specifier: withBody("enum"),
  enumerator: { kind: "enumerator", name: "name" },
  // `typedef struct { … } Name`: nothing else names what is in the braces.
  type_definition: {
    kind: "type",
    name: "declarator",
    when: (node) => has(["type", "body"])(node) && !has(["type", "name"])(node),
  },
  preproc_def: { kind: "macro", name: "name" },
  preproc_function_def: { kind: "macro", name: "name", callable: true },
} satisfies Readonly<Record<string, Variants<Item>>>;

/** The names that C binds. */
export const bindings = {
  declaration: [
    { kind: "constant", pattern: "declarator", single: true, when: (node) => !declaresFunction(node) && isConstant(node) },
    { kind: "variable", pattern: "declarator", single: true, when: (node) => !declaresFunction(node) && !isLocal(node) },
    { kind: "binding", pattern: "declarator", single: true, when: isLocal },
  ],
  type_definition: { kind: "type", pattern: "declarator", single: true },
  field_declaration: { kind: "field", pattern: "declarator", single: true },
  parameter_declaration: { kind: "parameter", pattern: "declarator", single: true, when: within("parameter_list") },
  preproc_params: { kind: "parameter" },
} satisfies Readonly<Record<string, Variants<Binding>>>;

/** What clang-format and its like add and take away: next to nothing. */
export const slack: Slack = {
  ...noSlack,
  separators: [","],
  closers: ["}"],
  exact: ["argument_list", "parameter_list"],
  doubled: ["parenthesized_expression"],
  terminator: ";",
};

const regions = ["preproc_if", "preproc_ifdef", "preproc_else", "preproc_elif", "preproc_elifdef"];

/** The grammar of C, which those of C++ and Objective-C extend. */
export const grammar: GrammarData = {
  name: "c",
  prepare: (text) => macrosAsFunctions(withoutCommentsInDefinitions(withPlainContinuations(text))),
  comments: ["comment"],
  strings: ["string_literal", "char_literal", "system_lib_string"],
  raw: ["preproc_arg"],
  innerDocs: [],
  outerDocs: ["///", "/**", "//!", "/*!"],
  attributes: ["attribute_specifier", "attribute_declaration", "ms_declspec_modifier"],
  innerAttributes: [],
  bodies: ["translation_unit", "declaration_list"],
  lists: [
    "compound_statement",
    "case_statement",
    "field_declaration_list",
    "enumerator_list",
    "initializer_list",
    "argument_list",
    "parameter_list",
    ...regions,
  ],
  loose: ["case_statement"],
  regions,
  heads: {
    case_statement: ["value"],
    preproc_if: ["condition", "alternative"],
    preproc_ifdef: ["name", "alternative"],
    preproc_elif: ["condition", "alternative"],
    preproc_elifdef: ["name", "alternative"],
    preproc_else: [],
  },
  wrappers: ["expression_statement"],
  tokens: [],
  imports: ["preproc_include"],
  items,
  bindings,
  identifiers: ["identifier", "type_identifier", "field_identifier", "statement_identifier"],
  nameFields: ["declarator", "name"],
  slack,
  gate: anyGate(conditionGates, testGate),
  gated: ["preproc_if", "preproc_elif", "if_statement", "function_definition"],
};
