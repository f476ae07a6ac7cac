import type { SyntaxShape } from "../../model/syntax.js";
import { follow } from "./nodes.js";

/** What may stand around a value without making it another. */
const shells = ["parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression", "await_expression"];

const functions = ["arrow_function", "function_expression", "generator_function"];

/** Calls that give back the function or object that they are given first. */
const passing =
  /^(?:React\.)?(?:memo|forwardRef|useCallback)$|^(?:observer|debounce|throttle|once|memoize|defineComponent|defineConfig|defineStore)$|^Object\.(?:freeze|seal)$|^Vue\.extend$/;

/** What a variable or a member holds. */
export type Held = "function" | "class" | "object";

/** The value without what only stands around it. */
function bare(value: SyntaxShape | undefined): SyntaxShape | undefined {
  let at = value;
  for (;;) {
    if (at === undefined) return undefined;
    if (shells.includes(at.type)) at = at.namedChildren[0];
    else if (at.type === "type_assertion") at = at.namedChildren.at(-1);
    else if (at.type === "call_expression" && passing.test(follow(at, "function")?.text ?? "")) at = follow(at, ["arguments", 0]);
    else return at;
  }
}

function held(value: SyntaxShape | undefined): Held | undefined {
  const type = bare(value)?.type ?? "";
  return functions.includes(type) ? "function" : type === "class" || type === "object" ? type : undefined;
}

/** What asks a node whether a field of it holds one of these. */
export function holds(field: string, ...kinds: readonly Held[]): (node: SyntaxShape) => boolean {
  return (node) => {
    const found = held(node.childForFieldName(field) ?? undefined);
    return found !== undefined && kinds.includes(found);
  };
}

const declarations = ["lexical_declaration", "variable_declaration", "using_declaration"];

/** True for a variable of the whole file or of a namespace. */
export function isTop(declarator: SyntaxShape): boolean {
  const { parent } = declarator;
  if (parent === null || !declarations.includes(parent.type)) return false;
  let around = parent.parent;
  while (around?.type === "export_statement" || around?.type === "ambient_declaration") around = around.parent;
  while (around?.type === "statement_block" && around.parent?.type === "statement_block") around = around.parent;
  if (around?.type !== "statement_block") return around === null || around === undefined || ["program", "ERROR"].includes(around.type);
  const of = around.parent?.type;
  return of === "internal_module" || of === "module" || of === "ambient_declaration";
}

/** True for what is declared with `const`. */
export function isConstant({ parent }: SyntaxShape): boolean {
  return parent?.type === "lexical_declaration" && parent.children[0]?.type === "const";
}

/** True for calls that give back what they are given, and for what they are given. */
function isPassedOn(node: SyntaxShape): boolean {
  const call = node.type === "arguments" ? node.parent : node;
  return call?.type === "call_expression" && passing.test(follow(call, "function")?.text ?? "");
}

/** True for a node that a declaration or a member names by holding it: what is called after that needs no name of its own. */
export function isHeld(node: SyntaxShape): boolean {
  let { parent } = node;
  while (parent !== null && (shells.includes(parent.type) || parent.type === "type_assertion" || isPassedOn(parent)))
    parent = parent.parent;
  return (
    parent !== null &&
    ["variable_declarator", "pair", "assignment_expression", "field_definition", "public_field_definition"].includes(parent.type)
  );
}

/** What may stand between a member and the declaration of the object that it is part of. */
const between = [...shells, "object", "pair", "arguments", "call_expression", "type_assertion"];

/** True for members of an object that a declaration holds, not of one that a statement makes. */
export function isDeclared(member: SyntaxShape): boolean {
  let given = false;
  for (let around = member.parent; around !== null; around = around.parent) {
    if (around.type === "call_expression") given ||= !passing.test(follow(around, "function")?.text ?? "");
    if (between.includes(around.type)) continue;
    if (around.type === "variable_declarator") return !given || isTop(around);
    if (around.type === "export_statement") return true;
    return !given && ["assignment_expression", "field_definition", "public_field_definition"].includes(around.type);
  }
  return false;
}

function constructorAround(node: SyntaxShape): SyntaxShape | undefined {
  for (let around = node.parent; around !== null; around = around.parent) {
    if (around.type === "method_definition") return follow(around, "name")?.text === "constructor" ? around : undefined;
    if (/^(?:function|generator|class)/.test(around.type)) return undefined;
  }
  return undefined;
}

/** True for `this.name = …` in a constructor of a class that does not declare the field. */
export function isFieldByUse(assignment: SyntaxShape): boolean {
  const name = /^this\s*\.\s*([\w$]+)$/.exec(follow(assignment, "left")?.text ?? "")?.[1];
  const members = name === undefined ? undefined : constructorAround(assignment)?.parent?.namedChildren;
  return members?.every((member) => member.type !== "field_definition" || follow(member, "property")?.text !== name) === true;
}
