import type { SyntaxShape } from "../../model/syntax.js";
import { follow } from "./nodes.js";

const scopes = ["class_definition", "function_definition", "lambda"];

/** The class or function around a node, in whose scope its names are; `undefined` at the top of the file. */
function scopeOf(node: SyntaxShape): SyntaxShape | undefined {
  let around = node.parent;
  while (around !== null && !scopes.includes(around.type)) around = around.parent;
  return around ?? undefined;
}

/** True for what stands in a class and in no function of it. */
export function isMember(node: SyntaxShape): boolean {
  return scopeOf(node)?.type === "class_definition";
}

/** True for what stands in no class or function. */
export function isTop(node: SyntaxShape): boolean {
  return scopeOf(node) === undefined;
}

function basesOf(definition: SyntaxShape | undefined): string {
  return definition?.childForFieldName("superclasses")?.text ?? "";
}

/** True for members of classes whose names enumerate. */
export function isEnumerator(node: SyntaxShape): boolean {
  const scope = scopeOf(node);
  return scope?.type === "class_definition" && /\b\w*(?:Enum|Flag|Choices)\b/.test(basesOf(scope));
}

/** True for classes whose methods a test runner calls. */
export function isTestClass(node: SyntaxShape): boolean {
  return node.type === "class_definition" && /\b\w*TestCase\b/.test(basesOf(node));
}

/** True for functions that test runners call by their name: at the top, or in a class of tests. */
export function isTestFunction(node: SyntaxShape): boolean {
  if (!/^test(?:_|[A-Z0-9]|$)/.test(follow(node, "name")?.text ?? "")) return false;
  const scope = scopeOf(node);
  if (scope === undefined) return true;
  return scope.type === "class_definition" && (isTestClass(scope) || /^Test/.test(follow(scope, "name")?.text ?? ""));
}

const several = ["pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern"];

/** What is assigned to: the parts of a tuple, too. */
function targetsIn(left: SyntaxShape | null): readonly SyntaxShape[] {
  if (left === null) return [];
  return several.includes(left.type) ? left.namedChildren.flatMap(targetsIn) : [left];
}

/** The targets of the assignments in a class's body, in order, each with whether a method makes it; not those of a class in it. */
function* assignedIn(body: SyntaxShape): Generator<{ readonly target: SyntaxShape; readonly inMethod: boolean }> {
  const open = [{ node: body, inMethod: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next;
    if (node.type === "class_definition") continue;
    const inMethod = next.inMethod || node.type === "function_definition";
    if (node.type === "assignment") for (const target of targetsIn(node.childForFieldName("left"))) yield { target, inMethod };
    open.push(...node.namedChildren.map((child) => ({ node: child, inMethod })).reverse());
  }
}

const known = new WeakMap<SyntaxShape, ReadonlySet<number>>();

/** Where in a class each field is first assigned that the class itself does not declare: `self.x = …`. */
function firstFields(definition: SyntaxShape): ReadonlySet<number> {
  const found = known.get(definition);
  if (found !== undefined) return found;
  const starts = new Set<number>();
  const body = definition.childForFieldName("body");
  const assigned = body === null ? [] : [...assignedIn(body)];
  // What a class declares may stand below its methods.
  const names = new Set(assigned.flatMap(({ target, inMethod }) => (inMethod ? [] : [target.text])));
  for (const { target, inMethod } of assigned) {
    const name = inMethod ? /^(?:self|cls)\s*\.\s*(\w+)$/.exec(target.text)?.[1] : undefined;
    if (name === undefined || names.has(name)) continue;
    names.add(name);
    starts.add(target.startIndex);
  }
  known.set(definition, starts);
  return starts;
}

/** True for `self.x` where the class's field of that name is first assigned. */
export function isFieldByUse(attribute: SyntaxShape): boolean {
  if (!/^(?:self|cls)\s*\./.test(attribute.text)) return false;
  let scope = scopeOf(attribute);
  while (scope !== undefined && scope.type !== "class_definition") scope = scopeOf(scope);
  return scope !== undefined && firstFields(scope).has(attribute.startIndex);
}
