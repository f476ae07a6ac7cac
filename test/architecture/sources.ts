import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A source file by its path below src/, with `/`. */
export interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** What a file asks for: `specifier` as written, `…` for what a template computes. `line` is 1-based. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

const folder = fileURLToPath(new URL("../../src/", import.meta.url));

/** The syntax tree of a text that stands at `path` below src/. */
export function parsed(path: string, text: string): Source {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
}

/** Every folder and every TypeScript file below src/, in order. */
export function sources(): { readonly folders: readonly string[]; readonly files: readonly Source[] } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]): string =>
    `${parentPath}/${name}`.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, "");
  const files = entries.filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name)).map(pathOf);
  return {
    folders: entries.filter((entry) => entry.isDirectory()).map(pathOf),
    files: files.sort().map((path) => parsed(path, readFileSync(`${folder}/${path}`, "utf8"))),
  };
}

/** The 1-based line of a node. */
export function lineOf({ tree }: Source, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Every node of a tree, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** The specifier of an import, an export from, an `import()`, an import type or a `require()`; `undefined` for every other node. */
function asked(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  const calls = callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");
  return calls ? node.arguments[0] : undefined;
}

function written(specifier: ts.Node): string {
  if (ts.isStringLiteralLike(specifier)) return specifier.text;
  if (!ts.isTemplateExpression(specifier)) return "…";
  return specifier.head.text + specifier.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
}

/** Everything a file imports, in whatever form. */
export function importsOf(source: Source): readonly Import[] {
  return [...nodesOf(source.tree)].flatMap((node) => {
    const specifier = asked(node);
    return specifier === undefined ? [] : [{ specifier: written(specifier), line: lineOf(source, specifier) }];
  });
}
