import type { SyntaxShape } from "../../model/syntax.js";
import { annotationGate, anyGate, certainBoolean, conditionGate, type GateOf, gateBy } from "./gates.js";
import type { Gate } from "./grammar.js";
import { follow } from "./nodes.js";

const strings = ["string", "interpolated_string_expression"];
const bodies = ["block", "case_block", "indented_block", "colon_argument", "call_expression", "lambda_expression"];

const written = (string: SyntaxShape): string => string.text.replace(/^\w*"{1,3}|"{1,3}$/g, "");

/** The words of a sentence by which a test is named: `"A stack" should "pop"`. */
function sentence(node: SyntaxShape | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (strings.includes(node.type)) return written(node);
  if (node.type !== "infix_expression") return /^(?:it|they|ignore)$/.test(node.text) ? node.text : undefined;
  const [left, right] = [sentence(follow(node, "left")), sentence(follow(node, "right"))];
  return left === undefined || right === undefined ? undefined : `${left} ${follow(node, "operator")?.text ?? ""} ${right}`;
}

/** `test("title") { … }`. */
function calledTitle(call: SyntaxShape): string | undefined {
  const inner = follow(call, "function");
  const body = follow(call, "arguments");
  if (inner?.type !== "call_expression" || body === undefined || !bodies.includes(body.type)) return undefined;
  const callee = follow(inner, "function")?.text ?? "";
  if (!/^(?:test|testAsync|it|describe|property|scenario|feature|ignore)(?:\.\w+)?$/i.test(callee)) return undefined;
  const title = follow(inner, ["arguments", 0]);
  return title !== undefined && strings.includes(title.type) ? written(title) : undefined;
}

/** `"title" in { … }`, `"A stack" should "pop" in { … }`, `"A stack" should { … }`. */
function sentenceTitle(node: SyntaxShape): string | undefined {
  const body = follow(node, "right");
  const operator = follow(node, "operator")?.text ?? "";
  if (body === undefined || !bodies.includes(body.type) || !/^(?:in|should|must|can|when|which|that|>>)$/.test(operator)) return undefined;
  return sentence(follow(node, "left"));
}

const titleIn = (node: SyntaxShape): string | undefined =>
  node.type === "call_expression" ? calledTitle(node) : node.type === "infix_expression" ? sentenceTitle(node) : undefined;

/** True for what gives a test framework a test. */
export function isTest(node: SyntaxShape): boolean {
  return titleIn(node) !== undefined;
}

/** The title of a test. */
export function titleOf(node: SyntaxShape): readonly string[] {
  const title = titleIn(node);
  return title === undefined ? [] : [title];
}

const testGate: GateOf = (node, inside) => (node.id === inside.id && isTest(node) ? gateBy(node, "test") : undefined);

/** What only classes of tests extend. */
const suite =
  /\b(?:\w*Suite|\w*(?:FunSpec|FlatSpec|WordSpec|FreeSpec|PropSpec|FeatureSpec|RefSpec|ZIOSpec)\w*|\w*Specification|SpecLike|TestCase|Properties|Simulation)\b/;

const suiteGate: GateOf = (node) => {
  const base = node.type === "class_definition" || node.type === "object_definition" ? node.childForFieldName("extend") : null;
  return base !== null && suite.test(base.text) ? gateBy(base, "test") : undefined;
};

/** What a node says about the code in it. */
export const gate: GateOf = anyGate(
  conditionGate(["if_expression"], certainBoolean, "if", "consequence"),
  conditionGate(["while_expression"], certainBoolean, "while", "body"),
  annotationGate(["annotation"], /^@(?:\w+\.)*(?:Test|ParameterizedTest|BeforeEach|AfterEach|BeforeAll|AfterAll)\b/),
  testGate,
  suiteGate,
);

export const gated: readonly string[] = [
  "if_expression",
  "while_expression",
  "class_definition",
  "object_definition",
  "call_expression",
  "infix_expression",
];

/** The gate that lies on all of a file: the folder that build tools compile for tests alone. */
export function file(path: string): Gate | undefined {
  const folder = /(?:^|\/)(src\/(?:test|it|\w+Test)\/|test\/src\/)/.exec(path)?.[1];
  return folder === undefined ? undefined : { builds: "test", because: folder, span: { start: 0, end: 0 } };
}
