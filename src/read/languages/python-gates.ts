import type { SyntaxNode } from "../../model/syntax.js";
import { annotationGate, anyGate, type Certain, type GateOf, gateBy } from "./gates.js";
import type { Gate } from "./grammar.js";
import { isTestClass } from "./python-scopes.js";

/** What is false whenever code runs: type checkers alone take it to be true. */
const checking = "(?:\\w+\\.)?TYPE_CHECKING";

const never = new RegExp(`^(?:False|0|None|not (?:True|1)|${checking})(?: and .*)?$`, "s");
const always = new RegExp(`^(?:True|1|not (?:False|0|${checking}))(?: or .*)?$`, "s");

/** What a condition is for certain when code runs. */
const certain: Certain = (condition) => {
  const text = condition.replace(/[()]/g, " ").replace(/\s+/g, " ").trim();
  if (never.test(text) && !/ or /.test(text)) return false;
  return always.test(text) && !/ and /.test(text) ? true : undefined;
};

const conditional = ["if_statement", "elif_clause", "while_statement"];

function holds(node: SyntaxNode): boolean | undefined {
  const condition = conditional.includes(node.type) ? node.childForFieldName("condition") : null;
  return condition === null ? undefined : certain(condition.text);
}

/** The gates of `if False:` and of `if TYPE_CHECKING:` on what they hold. */
const branchGate: GateOf = (node, inside) => {
  if (node.id === inside.id || inside.type !== "block" || holds(node) !== false) return undefined;
  const condition = node.childForFieldName("condition") ?? node;
  return gateBy(condition, "never", `${node.type === "while_statement" ? "while" : "if"} ${condition.text}`);
};

/** The gate of a condition that always holds on the branches after its own. */
const otherGate: GateOf = (node, inside) => {
  if (node.type !== "if_statement" || (inside.type !== "elif_clause" && inside.type !== "else_clause")) return undefined;
  const before = [node, ...node.namedChildren.filter(({ type, startIndex }) => type === "elif_clause" && startIndex < inside.startIndex)];
  const met = before.find((branch) => holds(branch) === true)?.childForFieldName("condition");
  return met === undefined || met === null ? undefined : gateBy(met, "never", `else of if ${met.text}`);
};

/** The gate of a class of tests on itself. */
const classGate: GateOf = (node) => {
  if (!isTestClass(node)) return undefined;
  const bases = node.childForFieldName("superclasses") ?? node;
  return gateBy(bases, "test", bases.text.replace(/\s+/g, " "));
};

/** Decorators that only test runners read. */
const decoratorGate = annotationGate(["decorator"], /^@\s*(?:pytest|unittest|hypothesis)\.[\w.]+|^@\s*(?:given|parameterized\.expand)\b/);

/** What a node says about the code in it. */
export const gate: GateOf = anyGate(branchGate, otherGate, classGate, decoratorGate);

export const gated: readonly string[] = [...conditional, "class_definition"];

/** The gate that lies on all of a file, by its name. */
export function file(path: string): Gate | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const folder = /(?:^|\/)(tests\/)/.exec(path)?.[1];
  const because = /^(?:test_.*|.*_test|tests|conftest)\.pyw?$/.test(name) ? name : folder;
  return because === undefined ? undefined : { builds: "test", because, span: { start: 0, end: 0 } };
}
