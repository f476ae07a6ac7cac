import type { SyntaxShape } from "../../model/syntax.js";
import type { Binding, Item, Variants } from "./grammar.js";
import { follow, has, reads } from "./nodes.js";
import { holdsCode, isAnonymous, isCaptured, isCapturedMember, isField, isMember } from "./scala-scopes.js";
import { isTest, titleOf } from "./scala-tests.js";

const named = (kind: string): Item => ({ kind, name: "name" });

const defs: Variants<Item> = [
  { kind: "constructor", name: "name", callable: true, when: reads("name", /^this$/) },
  { kind: "def", name: "name", callable: true },
];

/** Definitions of values: members by their word, locals if they hold code. */
const values = (kind: string): readonly Item[] => [
  { kind, name: ["pattern"], callable: true, when: (node) => isPlain(node) && isMember(node) && holdsCode(node) },
  { kind, name: ["pattern"], when: (node) => isPlain(node) && isMember(node) },
  { kind: "binding", name: ["pattern"], callable: true, when: (node) => isPlain(node) && holdsCode(node) },
];

const isPlain = has("pattern", "identifier", "operator_identifier");

/** A name of several words, whole. */
const whole = (node: SyntaxShape): readonly string[] => [(follow(node, "name")?.text ?? "").replace(/\s+/g, "")];

/** The parameter of an extension: the type that it adds to. */
const extended = ({ namedChildren }: SyntaxShape): SyntaxShape | undefined =>
  namedChildren.find(({ type, children }) => type === "parameters" && !children.some((child) => child.type === "using"));

function extendedName(node: SyntaxShape): readonly string[] {
  const parameters = extended(node);
  const type = parameters === undefined ? undefined : follow(parameters, ["parameter", "type"]);
  const name = /^[\w$.]+/
    .exec(type?.text ?? "")?.[0]
    .split(".")
    .at(-1);
  return name === undefined ? [] : [name];
}

/** The type that a class without a name is of. */
function typeName({ namedChildren }: SyntaxShape): readonly string[] {
  const name = /^[\w$.]+/.exec(namedChildren.find(({ type }) => !type.includes("comment"))?.text ?? "")?.[0];
  return name === undefined ? [] : [name.split(".").at(-1) ?? name];
}

const test: Item = { kind: "test", name: [0], callable: true, when: isTest, spell: titleOf };

/** The named items of Scala. */
export const items = {
  package_clause: { ...named("package"), spell: whole },
  package_object: named("package object"),
  object_definition: named("object"),
  class_definition: named("class"),
  trait_definition: named("trait"),
  enum_definition: named("enum"),
  simple_enum_case: named("case"),
  full_enum_case: named("case"),
  type_definition: named("type"),
  given_definition: [
    { ...named("given"), when: has("name") },
    { kind: "given", name: "return_type" },
  ],
  extension_definition: { kind: "extension", name: ["parameters"], spell: extendedName },
  function_definition: defs,
  function_declaration: defs,
  val_definition: values("val"),
  var_definition: values("var"),
  val_declaration: named("val"),
  var_declaration: named("var"),
  instance_expression: { kind: "anonymous class", name: [0], when: isAnonymous, spell: typeName },
  call_expression: test,
  infix_expression: test,
} satisfies Readonly<Record<string, Variants<Item>>>;

const isSimple = has("pattern", "identifier", "operator_identifier", "identifiers");

const bound = (kind: string): readonly Binding[] => [
  { kind, pattern: "pattern", when: (node) => isSimple(node) && isMember(node) },
  { kind: "binding", pattern: "pattern", when: isSimple },
];

/** The names that Scala binds. */
export const bindings = {
  val_definition: bound("val"),
  var_definition: bound("var"),
  val_declaration: { kind: "val", pattern: "name" },
  var_declaration: { kind: "var", pattern: "name" },
  class_parameter: [
    { kind: "var", pattern: "name", when: has("var") },
    { kind: "val", pattern: "name", when: isField },
    { kind: "parameter", pattern: "name", when: has("type") },
  ],
  parameter: { kind: "parameter", pattern: "name" },
  binding: { kind: "parameter", pattern: "name" },
  lambda_expression: { kind: "parameter", pattern: "parameters", when: has("parameters", "identifier") },
  colon_argument: { kind: "parameter", pattern: "lambda_start", when: has("lambda_start", "identifier") },
  identifier: [
    { kind: "val", when: isCapturedMember },
    { kind: "binding", when: isCaptured },
  ],
} satisfies Readonly<Record<string, Variants<Binding>>>;
