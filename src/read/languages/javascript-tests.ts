import type { SyntaxNode, SyntaxShape } from "../../model/syntax.js";
import { anyGate, type Certain, conditionGate, type GateOf, gateBy } from "./gates.js";
import type { Gate, Item, Path } from "./grammar.js";
import { follow, has } from "./nodes.js";

/** Files that only a test runner reads, by their names. */
const testFile = /(?:^|\/)__tests__\/|[._](?:test|tests|spec|cy|e2e)\.[cm]?[jt]sx?$/;

/** The import of what only a test runner has. */
const testImport =
  /^(?:import\b[^"';]{0,2000}|.{0,200}\brequire\()["'](?:vitest|node:test|bun:test|@jest\/globals|@playwright\/test|mocha|ava|tap|uvu)["']/m;

const group = /^(?:QUnit\.)?(?:[fx]?describe|[fx]?context|suite|module)(?:\.\w+)*$/;
const single = /^(?:(?:Deno|QUnit|tap|t)\.)?(?:[fx]?it|x?test|specify)(?:\.\w+)*$/;
const hook = /^(?:before|after)(?:Each|All)?$/;

const quoted = ["string", "template_string"];
const functions = ["arrow_function", "function_expression"];

/** What is called, without the calls and templates that give it its cases: `it.each` of `it.each([1, 2])("…")`. */
function calleeOf(call: SyntaxShape): string {
  let callee = call.childForFieldName("function");
  while (callee?.type === "call_expression") callee = callee.childForFieldName("function");
  return callee !== null && callee.endIndex - callee.startIndex < 100 ? callee.text : "";
}

/** How a call hands a test framework something: a group of tests, a test, what is done around them. */
function roleOf(call: SyntaxShape): "suite" | "test" | "hook" | undefined {
  if (call.type !== "call_expression") return undefined;
  const callee = calleeOf(call);
  const role = single.test(callee) ? "test" : group.test(callee) ? "suite" : hook.test(callee) ? "hook" : undefined;
  if (role === undefined) return undefined;
  const given = call.childForFieldName("arguments")?.namedChildren.filter(({ type }) => type !== "comment") ?? [];
  const hasBody = given.some(({ type }) => functions.includes(type));
  const isNamed = role === "hook" || quoted.includes(given[0]?.type ?? "") || /\.name$/.test(given[0]?.text ?? "");
  return hasBody && isNamed ? role : undefined;
}

/** The call that a statement is. */
function calledBy(statement: SyntaxShape): SyntaxShape | undefined {
  const only = statement.namedChildren.find(({ type }) => type !== "comment");
  return only?.type === "await_expression" ? only.namedChildren[0] : only;
}

/** The role of a statement. */
export function roleOfStatement(statement: SyntaxShape): ReturnType<typeof roleOf> {
  const call = statement.type === "expression_statement" ? calledBy(statement) : undefined;
  return call === undefined ? undefined : roleOf(call);
}

function titleOf(statement: SyntaxShape): readonly string[] {
  const call = calledBy(statement);
  const title = call === undefined ? undefined : follow(call, ["arguments", 0]);
  if (title === undefined || !quoted.includes(title.type) || title.text.includes("${")) return [];
  return [title.text.slice(1, -1)];
}

const called = (role: "suite" | "test", name: Path): Item => ({
  kind: role,
  name,
  callable: true,
  when: (node) => has(name)(node) && roleOfStatement(node) === role,
  spell: titleOf,
});

/** Tests and groups of tests as named items: by their titles. */
export const testItems: readonly Item[] = (["test", "suite"] as const).flatMap((role) => [
  called(role, ["call_expression", "arguments", 0]),
  called(role, ["await_expression", "call_expression", "arguments", 0]),
]);

const testGate: GateOf = (node, inside) => {
  if (node.id !== inside.id || roleOfStatement(node) === undefined) return undefined;
  return gateBy(node, "test", calleeOf(calledBy(node) ?? node));
};

const inTests =
  /^\(\s*(?:import\.meta\.(?:vitest|jest)|process\.env\.(?:NODE_ENV\s*===?\s*["']test["']|(?:VITEST|JEST_WORKER_ID)(?:\s*!==?\s*undefined)?))\s*\)$/;

/** The gate of `if (import.meta.vitest) { … }` on its branch. */
const inTestsGate: GateOf = (node: SyntaxNode, inside: SyntaxNode) => {
  if (node.type !== "if_statement" || node.childForFieldName("consequence")?.id !== inside.id) return undefined;
  const condition = node.childForFieldName("condition");
  return condition !== null && inTests.test(condition.text) ? gateBy(condition, "test", `if ${condition.text}`) : undefined;
};

const certain: Certain = (condition) => {
  const text = condition.replace(/\/\*[\s\S]*?\*\/|\/\/.*|[()\s]/g, "");
  if (/^(?:false|0|!1|!true|null|undefined|void0|""|'')(?:&&.*)?$/.test(text) && !text.includes("||")) return false;
  return /^(?:true|1|!0|!false)(?:\|\|.*)?$/.test(text) && !text.includes("&&") ? true : undefined;
};

/** Every gate of JavaScript. */
export const gate: GateOf = anyGate(
  conditionGate(["if_statement"], certain, "if", "consequence"),
  conditionGate(["ternary_expression"], certain, "if", "consequence"),
  conditionGate(["while_statement"], certain, "while", "body"),
  inTestsGate,
  testGate,
);

/** The nodes that may set one. */
export const gated: readonly string[] = ["if_statement", "ternary_expression", "while_statement", "expression_statement"];

/** The gate that lies on all of a file that only a test runner reads. */
export function file(path: string, text: string): Gate | undefined {
  const span = { start: 0, end: 0 };
  if (testFile.test(path)) return { builds: "test", because: path.slice(path.lastIndexOf("/") + 1), span };
  const found = testImport.exec(text);
  if (found === null) return undefined;
  return { builds: "test", because: found[0].replace(/\s+/g, " "), span: { start: found.index, end: found.index + found[0].length } };
}
