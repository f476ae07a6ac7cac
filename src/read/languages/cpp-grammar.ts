import type { SyntaxShape } from "../../model/syntax.js";
import * as c from "./c-grammar.js";
import { withoutMarkings } from "./cpp-mends.js";
import type { Binding, GrammarData, Item, Variants } from "./grammar.js";
import { has, within } from "./nodes.js";

/** True for what is defined in a class, or for one: `Log::append`. Templates are around what they are about. */
function isMethod(node: SyntaxShape): boolean {
  const around = node.parent?.type === "template_declaration" ? node.parent.parent : node.parent;
  return around?.type === "field_declaration_list" || c.declaratorsOf(node).at(-1)?.type === "qualified_identifier";
}

/** `operator bool`, which has its name in its type. */
function isConversion(node: SyntaxShape): boolean {
  let at: SyntaxShape | null | undefined = c
    .declaratorsOf(node)
    .find(({ type }) => type === "qualified_identifier" || type === "operator_cast");
  while (at?.type === "qualified_identifier") at = at.childForFieldName("name");
  return at?.type === "operator_cast";
}

const method = { kind: "method", name: "declarator", callable: true } satisfies Item;
const conversion: Item = {
  ...method,
  when: isConversion,
  spell: (node) => [/operator[^(]*/.exec(node.text)?.[0].trim().replace(/\s+/g, " ") ?? "operator"],
};

const isConstant = (node: SyntaxShape): boolean =>
  node.namedChildren.some(({ type, text }) => type === "type_qualifier" && /^const/.test(text));
const isUnpacked = has(["declarator", "structured_binding_declarator"]);

export const items: Readonly<Record<string, Variants<Item>>> = {
  ...c.items,
  function_definition: [
    conversion,
    ...c.items.function_definition.slice(0, -1),
    { ...method, when: isMethod },
    ...c.items.function_definition.slice(-1),
  ],
  declaration: [conversion, { ...method, when: (node) => c.declaresFunction(node) && isMethod(node) }, c.items.declaration],
  field_declaration: [conversion, { ...method, when: c.declaresFunction }],
  class_specifier: c.withBody("class"),
  namespace_definition: { kind: "namespace", name: "name" },
  namespace_alias_definition: { kind: "namespace", name: "name" },
  alias_declaration: { kind: "type", name: "name" },
  concept_definition: { kind: "concept", name: "name" },
};

const parameter = { kind: "parameter", pattern: "declarator", single: true } satisfies Binding;

export const bindings: Readonly<Record<string, Variants<Binding>>> = {
  ...c.bindings,
  declaration: c.bindings.declaration.map((binding) => ({
    ...binding,
    when: (node) => !isUnpacked(node) && !isConversion(node) && binding.when(node),
  })),
  field_declaration: [
    { kind: "constant", pattern: "declarator", single: true, when: (node) => !c.declaresFunction(node) && isConstant(node) },
    { kind: "field", pattern: "declarator", single: true, when: (node) => !c.declaresFunction(node) },
  ],
  structured_binding_declarator: { kind: "binding" },
  for_range_loop: { kind: "binding", pattern: "declarator", single: true, when: (node) => !isUnpacked(node) },
  lambda_capture_initializer: { kind: "binding", pattern: "left" },
  parameter_declaration: { ...parameter, when: within("parameter_list", "template_parameter_list") },
  optional_parameter_declaration: parameter,
  variadic_parameter_declaration: parameter,
  type_parameter_declaration: { kind: "parameter" },
  variadic_type_parameter_declaration: { kind: "parameter" },
  optional_type_parameter_declaration: { kind: "parameter", pattern: "name" },
};

/** The grammar of C++. */
export const grammar: GrammarData = {
  ...c.grammar,
  name: "cpp",
  prepare: (text) => withoutMarkings(c.grammar.prepare?.(text) ?? text),
  strings: [...c.grammar.strings, "raw_string_literal"],
  // `public:` stands among the members and is none.
  attributes: [...c.grammar.attributes, "access_specifier"],
  bodies: [...c.grammar.bodies, "field_declaration_list"],
  lists: [
    ...c.grammar.lists.filter((type) => type !== "field_declaration_list"),
    "template_argument_list",
    "template_parameter_list",
    "field_initializer_list",
    "requirement_seq",
  ],
  wrappers: [...c.grammar.wrappers, "template_declaration", "linkage_specification"],
  imports: [...c.grammar.imports, "using_declaration"],
  items,
  bindings,
  identifiers: [...c.grammar.identifiers, "namespace_identifier", "destructor_name", "operator_name", "operator_cast"],
  paths: ["qualified_identifier", "nested_namespace_specifier"],
};
