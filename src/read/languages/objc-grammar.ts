import type { SyntaxNode, SyntaxShape } from "../../model/syntax.js";
import * as c from "./c-grammar.js";
import { anyGate, type GateOf, gateBy } from "./gates.js";
import type { Binding, GrammarData, Item, Variants } from "./grammar.js";
import { padded } from "./mends.js";
import { has, within } from "./nodes.js";

/** The parts of a method's selector, each with its colon: `foo:bar:`; a part is an identifier, and what follows it says whether it takes one. */
function selectorOf(node: SyntaxShape): readonly string[] {
  const parts = node.namedChildren.flatMap(({ type, text }, at, all) =>
    type === "identifier" ? [all[at + 1]?.type === "method_parameter" ? `${text}:` : text] : [],
  );
  const [first = ""] = parts;
  return [parts.join(""), ...(first.endsWith(":") ? [first.slice(0, -1)] : [])];
}

const method: Item = { kind: "method", name: "identifier", callable: true, spell: selectorOf };

/** The named items of Objective-C. What a category adds belongs to its class. */
const items: Readonly<Record<string, Variants<Item>>> = {
  ...c.items,
  class_interface: { kind: "interface", name: "identifier" },
  class_implementation: { kind: "class", name: "identifier" },
  protocol_declaration: { kind: "protocol", name: "identifier" },
  method_declaration: method,
  method_definition: method,
};

const isProperty = (node: SyntaxShape): boolean => within("property_declaration")(node.parent ?? node);

const isEnumeration = (node: SyntaxShape): boolean => !has("initializer")(node) && !has("condition")(node);

const bindings: Readonly<Record<string, Variants<Binding>>> = {
  ...c.bindings,
  struct_declarator: [
    { kind: "property", single: true, when: isProperty },
    { kind: "field", single: true },
  ],
  method_parameter: { kind: "parameter", pattern: ["identifier"] },
  for_statement: [
    {
      kind: "binding",
      pattern: ["pointer_declarator"],
      single: true,
      when: (node) => isEnumeration(node) && has("pointer_declarator")(node),
    },
    { kind: "binding", pattern: ["identifier"], when: isEnumeration },
  ],
};

/** Tests are methods `test…` of a class that is said, in this file, to be a test case. */
const testCases: GateOf = (node: SyntaxNode, inside) => {
  if (node.type !== "class_implementation" || node.id === inside.id || inside.type !== "implementation_definition") return undefined;
  const name = node.firstNamedChild?.text ?? "";
  let root = node;
  for (let around = node.parent; around !== null; around = around.parent) root = around;
  return new RegExp(`@interface\\s+${name}\\s*:\\s*\\w*TestCase\\b`).test(root.text)
    ? gateBy(inside, "test", `${name} : XCTestCase`)
    : undefined;
};

const enumeration = /\b(?:typedef\s+)?NS_(?:CLOSED_)?(?:ENUM|OPTIONS|ERROR_ENUM)\s*\(\s*[\w\s*]+,\s*(\w+)\s*\)(?=\s*\{)/g;
const alone =
  /^[ \t]*(?:NS_ASSUME_NONNULL_(?:BEGIN|END)|NS_HEADER_AUDIT_(?:BEGIN|END)\(.*\)|CF_ASSUME_NONNULL_(?:BEGIN|END)|CF_EXTERN_C_(?:BEGIN|END))[ \t]*$/gm;
const annotations =
  /\b(?:NS_(?:DESIGNATED_INITIALIZER|UNAVAILABLE|REQUIRES_SUPER|REQUIRES_NIL_TERMINATION|RETURNS_RETAINED|NOESCAPE|SWIFT_UNAVAILABLE\([^()]*\)|SWIFT_NAME\([^()]*\))|API_(?:UN)?AVAILABLE\((?:[^()]|\([^()]*\))*\)|FOUNDATION_EXPORT|UIKIT_EXTERN)(?=[\s;{])/g;

/** Writes `#ifdef X` as `#if X`, in which alone the grammar reads methods. */
function withPlainConditions(text: string): string {
  return text.replace(/^([ \t]*#[ \t]*)ifdef(?=\s)/gm, "$1if   ").replace(/^([ \t]*#[ \t]*)ifndef(?=\s)/gm, "$1if !  ");
}

/** Spells out the macros of Apple's headers, which their grammar takes for types. */
export function withoutAppleMacros(text: string): string {
  if (!/\b(?:NS|CF|API|UIKIT|FOUNDATION)_/.test(text)) return text;
  return text
    .replace(enumeration, (written, name: string) => {
      const start = written.lastIndexOf(name);
      return padded(padded("enum ", written.slice(0, start)) + name, written);
    })
    .replace(alone, (written) => padded("", written))
    .replace(annotations, (written) => padded("", written));
}

const classes = ["class_interface", "class_implementation", "protocol_declaration"];
const heads = ["identifier", "superclass", "category", "parameterized_arguments", "protocol_reference_list", "instance_variables"];

/** The grammar of Objective-C. */
export const grammar: GrammarData = {
  ...c.grammar,
  name: "objc",
  prepare: (text) => withPlainConditions(withoutAppleMacros(c.grammar.prepare?.(text) ?? text)),
  bodies: [...c.grammar.bodies, ...classes],
  lists: [...c.grammar.lists, "instance_variables", "dictionary_literal", "array_literal", "qualified_protocol_interface_declaration"],
  regions: [...(c.grammar.regions ?? []), "qualified_protocol_interface_declaration"],
  heads: { ...c.grammar.heads, ...Object.fromEntries(classes.map((type) => [type, heads])) },
  wrappers: [...c.grammar.wrappers, "implementation_definition", "instance_variable"],
  imports: [...c.grammar.imports, "class_declaration", "module_import"],
  items,
  bindings,
  gate: anyGate(c.grammar.gate, testCases),
  gated: [...(c.grammar.gated ?? []), "class_implementation"],
};
