import type { SyntaxShape } from "../../model/syntax.js";
import type { Binding, Item, Variants } from "./grammar.js";
import { testItems } from "./javascript-tests.js";
import { holds, isConstant, isDeclared, isFieldByUse, isHeld, isTop } from "./javascript-values.js";
import { follow, has, reads } from "./nodes.js";

const isGetter = (node: SyntaxShape): boolean => node.children.some(({ type }) => type === "get");
const isSetter = (node: SyntaxShape): boolean => node.children.some(({ type }) => type === "set");
const isNamed = has("name", "identifier");
const isPlain = has("key", "property_identifier", "private_property_identifier", "computed_property_name");

/** The name of a member whose name is a string. */
const unquoted = (field: string) => (node: SyntaxShape) => [follow(node, field)?.text.slice(1, -1) ?? ""];

/** Items of which one kind may have a string for its name. */
function quotable(field: string, ...items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [
    { ...item, when: (node) => has(field, "string")(node) && (item.when?.(node) ?? true), spell: unquoted(field) },
    item,
  ]);
}

/** Methods of classes, objects and interfaces. */
export const methods: readonly Item[] = quotable(
  "name",
  { kind: "constructor", name: "name", callable: true, when: reads("name", /^constructor$/) },
  { kind: "getter", name: "name", callable: true, when: isGetter },
  { kind: "setter", name: "name", callable: true, when: isSetter },
  { kind: "method", name: "name", callable: true },
);

/** Fields of classes that hold what has members or a body. */
export function fieldsWith(name: string): readonly Item[] {
  return [
    { kind: "method", name, callable: true, when: holds("value", "function") },
    { kind: "field", name, when: holds("value", "object", "class") },
  ];
}

export const named = (kind: string): Item => ({ kind, name: "name" });

const callable = (kind: string): Item => ({ kind, name: "name", callable: true });

/** A function or class that a statement or an argument is; what holds it has its name where anything does. */
const loose = (item: Item): Item => ({ ...item, when: (node) => has("name")(node) && !isHeld(node) });

/** `module.exports.name`, `Type.prototype.name`, `name`; not what a call or an index leads to. */
const isNameable = reads("left", /^(?:[\w$#]+\s*\.\s*)*[\w$#]+$/);
const isExported = reads("left", /^(?:(?:module\.)?exports\.)?[\w$]+$/);

const assigned = (kind: string, ...held: Parameters<typeof holds>[1][]): Item => ({
  kind,
  name: "left",
  when: (node) => isNameable(node) && holds("right", ...held)(node),
});

const isDefault = (node: SyntaxShape): boolean => !has(["value", "name"])(node) && holds("value", "function", "class", "object")(node);

/** The named items of JavaScript. */
export const items = {
  function_declaration: callable("function"),
  generator_function_declaration: callable("function"),
  function_expression: loose(callable("function")),
  generator_function: loose(callable("function")),
  class_declaration: named("class"),
  class: loose(named("class")),
  method_definition: methods,
  field_definition: fieldsWith("property"),
  variable_declarator: [
    { ...callable("function"), when: (node) => isNamed(node) && holds("value", "function")(node) },
    { ...named("class"), when: (node) => isNamed(node) && holds("value", "class")(node) },
    { ...named("constant"), when: (node) => isNamed(node) && isTop(node) && isConstant(node) },
    { ...named("variable"), when: (node) => isNamed(node) && isTop(node) },
    { ...named("binding"), when: (node) => isNamed(node) && holds("value", "object")(node) },
  ],
  pair: quotable(
    "key",
    { kind: "method", name: "key", callable: true, when: (node) => !has("key", "number")(node) && holds("value", "function")(node) },
    { kind: "property", name: "key", when: (node) => holds("value", "object", "class")(node) && isDeclared(node) },
  ),
  assignment_expression: [
    { ...assigned("function", "function"), callable: true, when: (node) => isExported(node) && holds("right", "function")(node) },
    { ...assigned("method", "function"), callable: true },
    assigned("class", "class"),
    assigned("object", "object"),
  ],
  // What has no other name is imported by this one.
  export_statement: { kind: "default export", name: "default", when: isDefault, spell: () => ["default"] },
  expression_statement: testItems,
} satisfies Readonly<Record<string, Variants<Item>>>;

/** `exports.NAME = …`. */
export const exported: Binding = {
  kind: "variable",
  pattern: "left",
  single: true,
  when: reads("left", /^(?:module\.)?exports\.[\w$]+$/),
};

/** The names that JavaScript binds. */
export const bindings = {
  variable_declarator: [
    { kind: "constant", pattern: "name", when: (node) => isTop(node) && isConstant(node) },
    { kind: "variable", pattern: "name", when: isTop },
    { kind: "binding", pattern: "name" },
  ],
  for_in_statement: { kind: "binding", pattern: "left", when: has("kind") },
  catch_clause: { kind: "binding", pattern: "parameter" },
  formal_parameters: { kind: "parameter" },
  arrow_function: { kind: "parameter", pattern: "parameter" },
  field_definition: { kind: "field", pattern: "property" },
  pair: { kind: "property", pattern: "key", when: (node) => isPlain(node) && isDeclared(node) },
  assignment_expression: [{ kind: "field", pattern: "left", single: true, when: isFieldByUse }, exported],
} satisfies Readonly<Record<string, Variants<Binding>>>;
