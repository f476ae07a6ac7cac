import type { SyntaxShape } from "../../model/syntax.js";
import { annotationGate, anyGate, certainBoolean, conditionGate, type GateOf, gateBy } from "./gates.js";
import type { Gate } from "./grammar.js";
import { follow } from "./nodes.js";

const test = /@\s*(?:\w+\.)*(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Theory)\b/;

/** Annotations of what a test runner calls round its tests; `@Before("…")` is about other code. */
const around = /@\s*(?:\w+\.)*(?:Before|After)(?:Each|All|Class|Method|Suite)?\b(?!\s*\()/;

/** True for methods that a test runner calls. */
export function isTestMethod(method: SyntaxShape): boolean {
  return test.test(follow(method, "modifiers")?.text ?? "");
}

const suiteGate: GateOf = (node) => {
  const base = node.type === "class_declaration" ? node.childForFieldName("superclass") : null;
  return base !== null && /\bTestCase$/.test(base.text) ? gateBy(base, "test") : undefined;
};

/** What a node says about the code in it. */
export const gate: GateOf = anyGate(
  conditionGate(["if_statement", "ternary_expression"], certainBoolean, "if", "consequence"),
  annotationGate(["modifiers"], test),
  annotationGate(["modifiers"], around),
  suiteGate,
);

export const gated: readonly string[] = ["if_statement", "ternary_expression", "class_declaration"];

/** Folders that build tools compile for tests alone. */
const testFolder = /(?:^|\/)(src\/(?:test|\w+Test|testFixtures)\/)/;

const testImport = /^import\s+(?:static\s+)?(?:org\.junit|junit\.framework|org\.testng|net\.jqwik)\b[\w.*]*/m;

/** The gate that lies on all of a file: its folder, or the import of what only tests have. */
export function file(path: string, text: string): Gate | undefined {
  const folder = testFolder.exec(path)?.[1];
  if (folder !== undefined) return { builds: "test", because: folder, span: { start: 0, end: 0 } };
  const found = testImport.exec(text);
  if (found === null) return undefined;
  return { builds: "test", because: found[0], span: { start: found.index, end: found.index + found[0].length } };
}
