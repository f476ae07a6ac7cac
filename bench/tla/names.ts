import { lineStarts, positionAt } from "../../src/model/span.js";
import type { SpecModule } from "../../src/model/spec.js";
import type { SyntaxNode } from "../../src/model/syntax.js";
import { readSpec } from "../../src/read/tla/read-spec.js";

/** A name of a module: the innermost module around it, what it names, and its 1-based line. */
export interface Name {
  readonly module: string;
  readonly kind: string;
  readonly name: string;
  readonly line: number;
}

/** The names that this project's reader finds, and its faults. */
export function namesByReader(text: string): {
  readonly names: readonly Name[];
  readonly faults: readonly { line: number; message: string }[];
} {
  const lines = lineStarts(text);
  const lineOf = (start: number): number => positionAt(lines, start).line;
  const namesOf = (module: SpecModule): readonly Name[] =>
    module.units.flatMap((unit) => {
      if (unit.kind === "module") return namesOf(unit.module);
      if (unit.name === undefined || unit.nameSpan === undefined) return [];
      return [{ module: module.name, kind: unit.kind, name: unit.name, line: lineOf(unit.nameSpan.start) }];
    });
  const { modules, faults } = readSpec(text);
  return { names: modules.flatMap(namesOf), faults: faults.map(({ span, message }) => ({ line: lineOf(span.start), message })) };
}

const kinds: ReadonlyMap<string, string> = new Map([
  ["operator_definition", "operator"],
  ["function_definition", "function"],
  ["module_definition", "instance"],
  ["assumption", "assumption"],
  ["theorem", "theorem"],
]);

/** The names that the grammar's tree holds: the children of its modules, nothing deeper. */
export function namesByTree(root: SyntaxNode, text: string): readonly Name[] {
  const lines = lineStarts(text);
  const named = (module: string, kind: string, node: SyntaxNode): Name => ({
    module,
    kind,
    name: node.text,
    line: positionAt(lines, node.startIndex).line,
  });
  const ofUnit = (module: string, unit: SyntaxNode): readonly Name[] => {
    if (unit.type === "module") return ofModule(unit);
    if (unit.type === "local_definition") return unit.namedChildren.flatMap((child) => ofUnit(module, child));
    if (unit.type === "variable_declaration")
      return unit.namedChildren.filter(({ type }) => type === "identifier").map((child) => named(module, "variable", child));
    if (unit.type === "constant_declaration")
      return unit.namedChildren.flatMap((child) => {
        const name = child.type === "operator_declaration" ? child.childForFieldName("name") : child;
        return name === null || /comment/.test(child.type) ? [] : [named(module, "constant", name)];
      });
    const kind = kinds.get(unit.type);
    const name = unit.childForFieldName("name");
    return kind === undefined || name === null ? [] : [named(module, kind, name)];
  };
  const ofModule = (node: SyntaxNode): readonly Name[] => {
    const module = node.childForFieldName("name")?.text ?? "";
    return node.namedChildren.flatMap((unit) => ofUnit(module, unit));
  };
  return root.namedChildren.filter(({ type }) => type === "module").flatMap(ofModule);
}

/** The cases of a corpus file: a title between two lines of `=`, attributes such as `:error`, the text, a line of `-`, the tree. */
export function casesOf(file: string): readonly { readonly title: string; readonly text: string; readonly valid: boolean }[] {
  const headers = [...file.matchAll(/^=+\|\|\|\r?\n([\s\S]*?)^=+\|\|\|\r?\n/gm)];
  return headers.map((header, index) => {
    const from = header.index + header[0].length;
    const rest = file.slice(from, headers[index + 1]?.index);
    const [title = "", ...attributes] = (header[1] ?? "").trim().split(/\r?\n/);
    return { title, text: rest.split(/^-+\|\|\|/m)[0] ?? "", valid: !attributes.some((line) => line.startsWith(":error")) };
  });
}

/** A text without one of its lines. */
export interface Damage {
  /** The 1-based line that is gone. */
  readonly line: number;
  readonly broken: string;
  /** The names that are left, with their lines. */
  readonly expected: readonly Name[];
}

/** The text with one line dropped, several times, evenly spread. */
export function damaged(text: string, times: number): readonly Damage[] {
  const all = text.split("\n");
  const { names } = namesByReader(text);
  return Array.from({ length: times }, (_, index) => {
    const dropped = Math.floor(((index + 0.5) / times) * all.length);
    const kept = names.filter(({ line }) => line !== dropped + 1);
    return {
      line: dropped + 1,
      broken: all.filter((_, line) => line !== dropped).join("\n"),
      expected: kept.map((name) => (name.line > dropped + 1 ? { ...name, line: name.line - 1 } : name)),
    };
  });
}
