import type { SyntaxShape } from "../../model/syntax.js";
import type { Binding, GrammarData, Item, Variants } from "./grammar.js";
import { grammar as javascript } from "./javascript-grammar.js";
import { bindings, exported, fieldsWith, items, methods, named } from "./javascript-items.js";
import { has } from "./nodes.js";
import { withOlderWords } from "./typescript-mends.js";

const isQuoted = has("name", "string");
const isProperty = ({ children }: SyntaxShape): boolean =>
  children.some(({ type }) => type === "accessibility_modifier" || type === "override_modifier" || type === "readonly");

/** Modules by a string: `declare module "path"`. */
const unquoted = (node: SyntaxShape): readonly string[] => [node.childForFieldName("name")?.text.slice(1, -1) ?? ""];

const module: Variants<Item> = [{ ...named("module"), when: isQuoted, spell: unquoted }, named("namespace")];

/** True for parameters of what is called, not of a type that functions may have. */
function isCalled({ parent }: SyntaxShape): boolean {
  const of = parent?.parent?.type;
  return of !== "function_type" && of !== "constructor_type" && of !== "call_signature" && of !== "construct_signature";
}

const parameters: Variants<Binding> = [
  // A parameter of a constructor that is a field of the class, too.
  { kind: "field", pattern: "pattern", when: isProperty },
  { kind: "parameter", pattern: "pattern", when: isCalled },
];

/** The grammar of TypeScript, in which TSX differs by its name alone. */
export const grammar: GrammarData = {
  ...javascript,
  name: "typescript",
  from: "tree-sitter-typescript",
  prepare: withOlderWords,
  bodies: [...javascript.bodies, "interface_body"],
  bodiesOf: ["internal_module", "module", "ambient_declaration"],
  lists: [...javascript.lists, "enum_body", "object_type", "type_parameters", "type_arguments", "tuple_type"],
  wrappers: [...javascript.wrappers, "ambient_declaration"],
  imports: [...javascript.imports, "import_alias"],
  items: {
    ...items,
    function_signature: { ...named("function"), callable: true },
    abstract_class_declaration: named("class"),
    interface_declaration: named("interface"),
    enum_declaration: named("enum"),
    type_alias_declaration: named("type"),
    internal_module: module,
    module,
    method_signature: methods,
    abstract_method_signature: methods,
    public_field_definition: fieldsWith("name"),
    ambient_declaration: { kind: "namespace", name: "global", spell: () => ["global"] },
  },
  bindings: {
    ...bindings,
    formal_parameters: { kind: "parameter", when: () => false },
    required_parameter: parameters,
    optional_parameter: parameters,
    // Classes of TypeScript declare their fields.
    assignment_expression: exported,
    field_definition: [],
    public_field_definition: { kind: "field", pattern: "name" },
    property_signature: { kind: "property", pattern: "name" },
    property_identifier: { kind: "enum member", when: ({ parent }) => parent?.type === "enum_body" },
    enum_assignment: { kind: "enum member", pattern: "name" },
  },
  identifiers: [...javascript.identifiers, "type_identifier"],
  paths: [...(javascript.paths ?? []), "nested_identifier"],
  boundIn: { ...javascript.boundIn, required_parameter: "pattern", optional_parameter: "pattern" },
};
