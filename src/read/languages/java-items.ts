import type { SyntaxShape } from "../../model/syntax.js";
import type { Binding, Item, Variants } from "./grammar.js";
import { isTestMethod } from "./java-tests.js";
import { follow, has, within } from "./nodes.js";

const named = (kind: string): Item => ({ kind, name: "name" });
const callable = (kind: string): Item => ({ kind, name: "name", callable: true });

const inField = within("field_declaration", "constant_declaration");
const inParameter = within("spread_parameter");

/** True for fields that are never assigned again: those of interfaces, and `static final` ones. */
function isConstant({ parent }: SyntaxShape): boolean {
  if (parent?.type === "constant_declaration") return true;
  if (parent?.type !== "field_declaration") return false;
  const words = follow(parent, "modifiers")?.children.map(({ type }) => type) ?? [];
  return words.includes("static") && words.includes("final");
}

const holdsLambda = has("value", "lambda_expression");
const holdsClass = has(["value", "class_body"]);

/** True for a class without a name that nothing holds which has one. */
const isAnonymous = (node: SyntaxShape): boolean => has("class_body")(node) && !within("variable_declarator")(node);

/** The last name of a type: `Entry` of `Map.Entry<K, V>`. */
const simpleName = (node: SyntaxShape): readonly string[] => [
  /([\w$]+)\s*$/.exec((node.childForFieldName("type")?.text ?? "").replace(/<[\s\S]*/, ""))?.[1] ?? "",
];

/** A name of several words, whole. */
const wholeName =
  (type: string) =>
  (node: SyntaxShape): readonly string[] => [(follow(node, type)?.text ?? "").replace(/\s+/g, "")];

const dotted = (kind: string, type: string): Item => ({ kind, name: type, when: has(type), spell: wholeName(type) });

/** The named items of Java. */
export const items = {
  package_declaration: [dotted("package", "scoped_identifier"), dotted("package", "identifier")],
  module_declaration: dotted("module", "name"),
  class_declaration: named("class"),
  interface_declaration: named("interface"),
  annotation_type_declaration: named("annotation"),
  enum_declaration: named("enum"),
  record_declaration: named("record"),
  enum_constant: named("enum constant"),
  constructor_declaration: callable("constructor"),
  compact_constructor_declaration: callable("constructor"),
  method_declaration: [{ ...callable("test"), when: isTestMethod }, callable("method")],
  annotation_type_element_declaration: callable("method"),
  object_creation_expression: { kind: "anonymous class", name: "type", when: isAnonymous, spell: simpleName },
  variable_declarator: [
    { ...callable("lambda"), when: holdsLambda },
    { ...named("constant"), when: isConstant },
    { ...named("field"), when: (node) => holdsClass(node) && inField(node) },
    { ...named("binding"), when: holdsClass },
  ],
} satisfies Readonly<Record<string, Variants<Item>>>;

const parameter: Binding = { kind: "parameter", pattern: "name" };

/** True for a part of a record; the declarator of a last one is inside of what is. */
const isComponent = ({ parent }: SyntaxShape): boolean => parent?.type === "formal_parameters" && within("record_declaration")(parent);

/** The names that Java binds. */
export const bindings = {
  variable_declarator: [
    { kind: "field", pattern: "name", when: ({ parent }) => parent !== null && isComponent(parent) },
    { ...parameter, when: inParameter },
    { kind: "constant", pattern: "name", when: isConstant },
    { kind: "field", pattern: "name", when: inField },
    { kind: "binding", pattern: "name" },
  ],
  formal_parameter: [{ kind: "field", pattern: "name", when: isComponent }, parameter],
  catch_formal_parameter: { kind: "binding", pattern: "name" },
  lambda_expression: { kind: "parameter", pattern: "parameters", when: has("parameters", "identifier") },
  inferred_parameters: { kind: "parameter" },
  enhanced_for_statement: { kind: "binding", pattern: "name" },
  resource: { kind: "binding", pattern: "name" },
  instanceof_expression: { kind: "binding", pattern: "name" },
  type_pattern: { kind: "binding", pattern: [-1] },
  record_pattern_component: { kind: "binding", pattern: [-1], when: has([1], "identifier") },
} satisfies Readonly<Record<string, Variants<Binding>>>;
