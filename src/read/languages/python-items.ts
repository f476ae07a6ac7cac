import type { SyntaxShape } from "../../model/syntax.js";
import type { Binding, Item, Variants } from "./grammar.js";
import { follow, has, reads, within } from "./nodes.js";
import { isEnumerator, isFieldByUse, isMember, isTestFunction, isTop } from "./python-scopes.js";

const callable = (kind: string, when?: Item["when"]): Item => ({
  kind,
  name: "name",
  callable: true,
  ...(when === undefined ? {} : { when }),
});

/** What asks a function for a decorator. */
const decorated =
  (pattern: RegExp) =>
  ({ parent }: SyntaxShape): boolean =>
    parent?.type === "decorated_definition" && parent.namedChildren.some(({ type, text }) => type === "decorator" && pattern.test(text));

const isProperty = decorated(/^@\s*(?:[\w.]+\.)?(?:\w+_)?property\b(?!\s*\.)/);
const isSetter = decorated(/^@\s*\w+\.(?:setter|deleter)\b/);

const isNamed = has("left", "identifier");
const holdsLambda = (node: SyntaxShape): boolean => isNamed(node) && has("right", "lambda")(node);
const isPlain = (node: SyntaxShape): boolean => isNamed(node) && !within("assignment")(node) && !has("right", "assignment")(node);

/** What makes a type when it is called. */
const classes = reads("right", /^(?:\w+\.)?(?:namedtuple|NamedTuple|TypedDict|(?:Int|Str)?(?:Enum|Flag))\s*\(/);
const types = reads("right", /^(?:\w+\.)?NewType\s*\(/);

/** True for what its name or type says is never assigned again. */
function isConstant(node: SyntaxShape): boolean {
  return /^_*[A-Z][A-Z0-9_]*$/.test(follow(node, "left")?.text ?? "") || /\bFinal\b/.test(follow(node, "type")?.text ?? "");
}

const top = (kind: string, when: (node: SyntaxShape) => boolean): Item => ({
  kind,
  name: "left",
  when: (node) => isPlain(node) && when(node) && isTop(node),
});

/** The named items of Python. */
export const items = {
  function_definition: [
    callable("test", isTestFunction),
    callable("constructor", (node) => /^__(?:init|new)__$/.test(follow(node, "name")?.text ?? "") && isMember(node)),
    callable("property", (node) => isProperty(node) && isMember(node)),
    callable("setter", (node) => isSetter(node) && isMember(node)),
    callable("method", isMember),
    callable("function"),
  ],
  class_definition: { kind: "class", name: "name" },
  type_alias_statement: { kind: "type", name: "left" },
  assignment: [
    { kind: "method", name: "left", callable: true, when: (node) => holdsLambda(node) && isMember(node) },
    { kind: "function", name: "left", callable: true, when: holdsLambda },
    top("class", classes),
    top("type", (node) => types(node) || reads("type", /\bTypeAlias$/)(node)),
    top("constant", isConstant),
    top("variable", () => true),
  ],
} satisfies Readonly<Record<string, Variants<Item>>>;

/** True for a name that a pattern gives what it matches, not for the name of a class or a field. */
function isCaptured(name: SyntaxShape): boolean {
  const { parent } = name;
  if (parent === null || name.namedChildren.length !== 1) return false;
  return parent.type === "case_pattern" || (parent.type === "keyword_pattern" && parent.namedChildren[0]?.startIndex !== name.startIndex);
}

/** The names that Python binds. */
export const bindings = {
  assignment: [
    { kind: "enum member", pattern: "left", when: isEnumerator },
    { kind: "field", pattern: "left", when: isMember },
    { kind: "constant", pattern: "left", when: (node) => isConstant(node) && isTop(node) },
    { kind: "variable", pattern: "left", when: isTop },
    { kind: "binding", pattern: "left" },
  ],
  attribute: { kind: "field", pattern: "attribute", heldBy: ["class_definition"], when: isFieldByUse },
  parameters: { kind: "parameter" },
  lambda_parameters: { kind: "parameter" },
  for_statement: { kind: "binding", pattern: "left" },
  for_in_clause: { kind: "binding", pattern: "left" },
  named_expression: { kind: "binding", pattern: "name" },
  as_pattern_target: { kind: "binding" },
  as_pattern: { kind: "binding", pattern: [1], when: within("case_pattern") },
  dotted_name: { kind: "binding", when: isCaptured },
  splat_pattern: { kind: "binding" },
} satisfies Readonly<Record<string, Variants<Binding>>>;
