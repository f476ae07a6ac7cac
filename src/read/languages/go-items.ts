import type { SyntaxShape } from "../../model/syntax.js";
import type { Binding, Item, Variants } from "./grammar.js";
import { follow, has, within } from "./nodes.js";

const groups = ["var_spec_list", "var_declaration", "const_declaration"];

/** True for a constant or variable of the whole package. */
function isTop(spec: SyntaxShape): boolean {
  let around = spec.parent;
  while (around !== null && groups.includes(around.type)) around = around.parent;
  return around === null || around.type === "source_file" || around.type === "ERROR";
}

/** Types that another one is inside of: `[]struct { … }`, `*struct { … }`. */
const around = ["slice_type", "array_type", "pointer_type", "map_type", "channel_type", "parenthesized_type"];

/** True for a type in which a struct or an interface is written out. */
function isWrittenOut(type: SyntaxShape | null | undefined): boolean {
  let at: SyntaxShape | null | undefined = type;
  while (at !== null && at !== undefined && around.includes(at.type)) at = at.namedChildren.at(-1);
  return at?.type === "struct_type" || at?.type === "interface_type";
}

/** True for what has a type without a name of its own, or is given a value of one. */
function isOfWrittenType(spec: SyntaxShape): boolean {
  if (isWrittenOut(spec.childForFieldName("type"))) return true;
  const value = follow(spec, ["value", 0]);
  return value?.type === "composite_literal" && isWrittenOut(value.childForFieldName("type"));
}

const holdsFunction = has(["value", "func_literal"]);
const isNewFunction = (node: SyntaxShape): boolean =>
  has(["left", "identifier"])(node) && has(["right", "func_literal"])(node) && follow(node, "right")?.namedChildren.length === 1;

const callable = (kind: string): Item => ({ kind, name: "name", callable: true });

/** True for functions that `go test` calls. */
function isTest(node: SyntaxShape): boolean {
  const [, kind] = /^(Test|Benchmark|Fuzz|Example)(?![a-z])/.exec(follow(node, "name")?.text ?? "") ?? [];
  if (kind === undefined) return false;
  const given = follow(node, "parameters")?.text ?? "";
  return kind === "Example" ? given === "()" : /\*\s*testing\.[TBFM]\b/.test(given);
}

/** True for the test in a test: `t.Run("title", func(t *testing.T) { … })`. */
function isSubtest(node: SyntaxShape): boolean {
  const call = node.namedChildren[0];
  if (call?.type !== "call_expression" || !/^\w+\.Run$/.test(call.childForFieldName("function")?.text ?? "")) return false;
  const run = follow(call, ["arguments", "func_literal", "parameters"]);
  return titleOf(call) !== undefined && run !== undefined && /\*\s*testing\.[TBF]\b/.test(run.text);
}

function titleOf(call: SyntaxShape): string | undefined {
  const title = follow(call, ["arguments", 0]);
  const isQuoted = title?.type === "interpreted_string_literal" || title?.type === "raw_string_literal";
  return isQuoted && title.text.length > 2 ? title.text.slice(1, -1) : undefined;
}

const spec = (kind: string): readonly Item[] => [
  { ...callable("function"), when: holdsFunction },
  { kind, name: "name", when: isTop },
  { kind: "binding", name: "name", when: isOfWrittenType },
];

/** The named items of Go. */
export const items = {
  package_clause: { kind: "package", name: "package_identifier" },
  function_declaration: [{ ...callable("test"), when: isTest }, callable("function")],
  method_declaration: { ...callable("method"), owner: ["receiver", "parameter_declaration", "type"] },
  method_elem: callable("method"),
  type_spec: [
    { kind: "struct", name: "name", when: has("type", "struct_type") },
    { kind: "interface", name: "name", when: has("type", "interface_type") },
    { kind: "type", name: "name" },
  ],
  type_alias: { kind: "type", name: "name" },
  const_spec: { kind: "constant", name: "name", when: isTop },
  var_spec: spec("variable"),
  field_declaration: { kind: "field", name: "name", when: (node) => isWrittenOut(node.childForFieldName("type")) },
  short_var_declaration: { kind: "function", name: ["left", "identifier"], callable: true, when: isNewFunction },
  expression_statement: {
    kind: "test",
    name: ["call_expression", "arguments", 0],
    callable: true,
    when: isSubtest,
    spell: ({ namedChildren: [call] }) => (call === undefined ? [] : [titleOf(call) ?? ""]),
  },
} satisfies Readonly<Record<string, Variants<Item>>>;

/** Where parameters are those of a type and not of what is called. */
const inType = ["function_type"];

function isCalled({ parent }: SyntaxShape): boolean {
  const around = parent?.parent;
  return around === null || around === undefined || !inType.includes(around.type);
}

function isResult({ parent }: SyntaxShape): boolean {
  const list = parent?.parent?.childForFieldName("result");
  return list !== null && list !== undefined && list.startIndex === parent?.startIndex;
}

const parameters: readonly Binding[] = [
  { kind: "result", pattern: "name", when: (node) => isCalled(node) && isResult(node) },
  { kind: "parameter", pattern: "name", when: isCalled },
];

/** True for the name of a type alone, not for a union of types or of what has one under it. */
function isOneType({ namedChildren }: SyntaxShape): boolean {
  return namedChildren.length === 1 && ["type_identifier", "qualified_type", "generic_type"].includes(namedChildren[0]?.type ?? "");
}

/** True for what gives new names values: `:=`, not `=`. */
const declares = has(":=");

/** The names that Go binds. */
export const bindings = {
  const_spec: [
    { kind: "constant", pattern: "name", when: isTop },
    { kind: "binding", pattern: "name" },
  ],
  var_spec: [
    { kind: "variable", pattern: "name", when: isTop },
    { kind: "binding", pattern: "name" },
  ],
  short_var_declaration: { kind: "binding", pattern: "left" },
  range_clause: { kind: "binding", pattern: "left", when: declares },
  receive_statement: { kind: "binding", pattern: "left", when: declares },
  type_switch_statement: { kind: "binding", pattern: "alias" },
  parameter_declaration: parameters,
  variadic_parameter_declaration: parameters,
  field_declaration: [
    { kind: "field", pattern: "name", when: has("name") },
    // An embedded type is a field of its own name.
    { kind: "field", pattern: "type", single: true },
  ],
  type_elem: { kind: "embedded", single: true, when: (node) => within("interface_type")(node) && isOneType(node) },
} satisfies Readonly<Record<string, Variants<Binding>>>;
