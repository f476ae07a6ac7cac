import ts from "typescript";
import { describe, expect, it } from "vitest";
import { lineOf, nodesOf, parsed, type Source, sources } from "./sources.js";

const longest = 300;

/** True for a name that means the variable of that name: no member, key or label. */
function isVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node || parent.expression.getText() === "globalThis";
  if (ts.isQualifiedName(parent)) return parent.left === node;
  return !((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) && parent.name === node);
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

function faultOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) && (node.text === "process" || node.text === "console") && isVariable(node))
    return `\`${node.text}\` belongs in bin/`;
  if (ts.isStringLiteral(node) && /^(?:node:)?(?:process|console)$/.test(node.text) && ts.isImportDeclaration(node.parent))
    return `\`${node.text}\` belongs in bin/`;
  if (isDefaultExport(node)) return "a default export";
  return node.kind === ts.SyntaxKind.AnyKeyword ? "`any`" : undefined;
}

function conventionFaults(source: Source): readonly string[] {
  const lines = source.tree.text.replace(/\n$/, "").split("\n").length;
  const long = lines > longest ? [`src/${source.path}:${longest + 1}: ${lines} lines are more than ${longest}`] : [];
  const faults = [...nodesOf(source.tree)].flatMap((node) => {
    const fault = faultOf(node);
    return fault === undefined ? [] : [`src/${source.path}:${lineOf(source, node)}: ${fault}`];
  });
  return [...long, ...faults];
}

const vague = (folder: string): boolean => /(?:^|\/)(?:utils?|helpers?|common|shared|misc|lib)(?:\/|$)/i.test(folder);

describe("src", () => {
  const { folders, files } = sources();

  it("has many files, so the checks below see something", () => {
    expect(files.length).toBeGreaterThan(80);
    expect(folders).toContain("engine/link");
  });

  it("keeps `process` and `console` out, exports nothing by default, knows no `any`, and has no file that is too long", () => {
    expect(files.flatMap(conventionFaults).join("\n")).toBe("");
  });

  it("has no folder for whatever has no place", () => {
    expect(folders.filter(vague)).toEqual([]);
  });
});

describe("the check itself", () => {
  it.each([
    ["const a = process.env;", "`process` belongs in bin/"],
    ["const a = globalThis.process;", "`process` belongs in bin/"],
    ["function a(b = console) {}", "`console` belongs in bin/"],
    ["type A = typeof process.env;", "`process` belongs in bin/"],
    ['import { env } from "node:process";', "`node:process` belongs in bin/"],
    ["export default 1;", "a default export"],
    ["export default function a() {}", "a default export"],
    ["const a = 1;\nexport { a as default };", "a default export"],
    ["export const a = (b: any[]) => b;", "`any`"],
  ])("sees %s", (text, fault) => {
    const line = text.split("\n").length;
    expect(conventionFaults(parsed("a.ts", text))).toEqual([`src/a.ts:${line}: ${fault}`]);
  });

  it("lets members and keys of these names be", () => {
    expect(conventionFaults(parsed("a.ts", "const a = { process: 1, any: 2 };\nexport const b = a.process + a.any;"))).toEqual([]);
  });

  it("counts lines, and knows vague folders", () => {
    expect(conventionFaults(parsed("a.ts", "\n".repeat(300)))).toEqual([]);
    expect(conventionFaults(parsed("a.ts", "\n".repeat(301)))).toEqual(["src/a.ts:301: 301 lines are more than 300"]);
    expect(["read/utils", "shared/a", "read/documents", "git"].filter(vague)).toEqual(["read/utils", "shared/a"]);
  });
});
