import type { SyntaxShape } from "../../model/syntax.js";
import { has, within } from "./nodes.js";

const templates = ["template_body", "with_template_body", "enum_body", "compilation_unit", "ERROR"];

/** True for members of classes and objects, and for what stands at the top of a file. */
export function isMember({ parent }: SyntaxShape): boolean {
  return parent === null || templates.includes(parent.type);
}

const holding = ["val_definition", "var_definition", "given_definition"];

/** True for a class without a name that nothing holds which has one. */
export function isAnonymous(node: SyntaxShape): boolean {
  return (has("template_body")(node) || has("with_template_body")(node)) && !within(...holding)(node);
}

/** True for a definition that holds a function or a class without a name. */
export function holdsCode(node: SyntaxShape): boolean {
  const value = node.childForFieldName("value");
  if (value === null) return false;
  return ["lambda_expression", "case_block"].includes(value.type) || (value.type === "instance_expression" && has("template_body")(value));
}

/** True for a parameter of a class that is a member of it: `val x`, and those of case classes. */
export function isField({ parent, children }: SyntaxShape): boolean {
  if (children.some(({ type }) => type === "val" || type === "var")) return true;
  const of = parent?.parent;
  if (of?.type === "full_enum_case") return true;
  return of?.type === "class_definition" && of.children.some(({ type }) => type === "case");
}

const patterns = [
  "case_class_pattern",
  "tuple_pattern",
  "named_tuple_pattern",
  "infix_pattern",
  "capture_pattern",
  "typed_pattern",
  "alternative_pattern",
  "repeat_pattern",
];

/** True where a pattern's part names what is matched against, or how. */
function isUsed(part: SyntaxShape, pattern: SyntaxShape): boolean {
  return ["type", "operator"].some((field) => {
    const used = pattern.childForFieldName(field);
    return used !== null && used.startIndex === part.startIndex && used.endIndex === part.endIndex;
  });
}

/** The node that a name is bound in by a pattern: an arm, a generator, a definition of several names. */
function boundIn(name: SyntaxShape): SyntaxShape | undefined {
  let [part, around] = [name, name.parent];
  for (; around !== null && patterns.includes(around.type); [part, around] = [around, around.parent])
    if (isUsed(part, around)) return undefined;
  if (around === null) return undefined;
  const isFirst = around.namedChildren.find(({ type }) => !type.includes("comment"))?.startIndex === part.startIndex;
  if (around.type === "enumerator") return isFirst ? around : undefined;
  const pattern = around.childForFieldName("pattern");
  const isPattern = pattern !== null && pattern.startIndex === part.startIndex && pattern.endIndex === part.endIndex;
  if (!isPattern || !["case_clause", "val_definition", "var_definition"].includes(around.type)) return undefined;
  return around.type === "case_clause" || part.startIndex !== name.startIndex || part.type !== "identifier" ? around : undefined;
}

/** True for names that a pattern binds; those with a capital are what it compares with. */
export function isCaptured(name: SyntaxShape): boolean {
  return /^[^A-Z`]/.test(name.text) && boundIn(name) !== undefined;
}

/** True for names that a definition of several gives a class or object. */
export function isCapturedMember(name: SyntaxShape): boolean {
  const around = isCaptured(name) ? boundIn(name) : undefined;
  return around === undefined ? false : around.type !== "case_clause" && around.type !== "enumerator" && isMember(around);
}
