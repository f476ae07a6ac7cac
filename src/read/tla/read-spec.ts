import { lineStarts, type Span } from "../../model/span.js";
import type { NestedUnit, SpecFacts, SpecFault, SpecModule, Unit, WrittenName } from "../../model/spec.js";
import { type Boundary, boundariesOf } from "./boundaries.js";
import { declarationsIn, namesIn, type Range } from "./declarations.js";
import { pairsOf } from "./pairs.js";
import { proofsOf } from "./proofs.js";
import { lex, type Token } from "./tokens.js";
import { type Material, unitsIn } from "./units.js";

/** A module that is being read. */
interface Open {
  readonly name: Token | undefined;
  readonly start: number;
  readonly extends: WrittenName[];
  readonly units: Unit[];
  readonly recursive: Set<string>;
}

function closed({ name, start, extends: parents, units, recursive }: Open, end: number): SpecModule {
  const mark = (unit: Unit): Unit => (unit.kind === "operator" && recursive.has(unit.name) ? { ...unit, recursive: true } : unit);
  return {
    name: name?.text ?? "",
    nameSpan: name?.span ?? { start, end: start },
    span: { start, end },
    extends: parents,
    units: units.map(mark),
  };
}

/** Puts a stretch of tokens into the module that is open: its units, what it extends, which of its operators are recursive. */
function fill(material: Material, open: Open, boundary: Boundary, range: Range): void {
  const { tokens, faults } = material;
  const word = boundary.kind === "keyword" ? tokens[range.from] : undefined;
  const list = { from: range.from + 1, to: range.to };
  if (word?.text === "EXTENDS") {
    if (open.units.length > 0 || open.extends.length > 0)
      faults.push({ span: word.span, message: "EXTENDS stands after other parts of its module" });
    for (const name of namesIn(tokens, list, faults)) open.extends.push(name);
  } else if (word?.text === "RECURSIVE") {
    for (const { name } of declarationsIn(tokens, list, faults)) open.recursive.add(name);
  } else for (const unit of unitsIn(material, boundary, range)) open.units.push(unit);
}

/** Reads the module whose header stands at `from`, and what is wrong with it. */
function readModule(text: string, from: number, lines: readonly number[]): SpecFacts & { readonly end: number } {
  const { tokens, faults: lexical, end: textEnd } = lex(text, from);
  const pairs = pairsOf(tokens);
  const proofs = proofsOf(tokens);
  const { starts, heads, faults: strays } = boundariesOf(lines, tokens, pairs, proofs);
  const faults: SpecFault[] = [...lexical, ...pairs.faults, ...proofs.faults, ...strays];
  const stack: Open[] = [];
  const modules: SpecModule[] = [];

  const close = (end: number): void => {
    const open = stack.pop();
    const outer = stack.at(-1);
    if (open === undefined) return;
    const module = closed(open, end);
    const { name, nameSpan, span } = module;
    const unit: NestedUnit = { kind: "module", name, nameSpan, span, module };
    if (outer === undefined) modules.push(module);
    else outer.units.push(unit);
  };

  starts.forEach((boundary, index) => {
    const first = tokens[boundary.at];
    const range = { from: boundary.at, to: starts[index + 1]?.at ?? tokens.length };
    if (first === undefined) return;
    if (boundary.kind === "end") close(first.span.end);
    else if (boundary.kind === "header") {
      const [name, rule] = [tokens[boundary.at + 2], tokens[boundary.at + 3]];
      const whole = name?.kind === "name" && rule?.kind === "rule";
      if (!whole) faults.push({ span: first.span, message: "this header of a module is not complete" });
      const named = name?.kind === "name" ? name : undefined;
      stack.push({ name: named, start: first.span.start, extends: [], units: [], recursive: new Set() });
    } else {
      const open = stack.at(-1);
      if (open !== undefined) fill({ tokens, heads, faults }, open, boundary, range);
    }
    const rest = range.from + (boundary.kind === "header" ? 4 : 1);
    const stray = boundary.kind === "header" || boundary.kind === "rule" ? tokens[rest] : undefined;
    if (stray !== undefined && rest < range.to) faults.push({ span: stray.span, message: `\`${stray.text}\` begins no part of a module` });
  });
  const end = tokens.at(-1)?.span.end ?? text.length;
  for (const open of [...stack].reverse()) {
    const nameSpan: Span = open.name?.span ?? { start: open.start, end: open.start };
    faults.push({ span: nameSpan, message: "this module has no end (`====`)" });
    close(end);
  }
  return { modules, faults, end: textEnd };
}

/**
 * Reads a `.tla` file: its modules and what they define. Text outside of modules says nothing. A file with faults is read as
 * far as it makes sense: a fault rarely hides more than the unit it stands in.
 *
 * ```text
 * ---- MODULE Queue ----
 * VARIABLE items                  variable
 * Init == items = <<>>            operator; its body is `items = <<>>`
 * THEOREM Safe == Spec => []Inv   theorem, which mentions Spec and Inv
 * ====
 * ```
 *
 * Linear in the text's length. Never throws.
 */
export function readSpec(text: string): SpecFacts {
  const modules: SpecModule[] = [];
  const faults: SpecFault[] = [];
  const lines = lineStarts(text);
  // Without the look behind, a long line of dashes would be tried from each of them.
  const header = /(?<!-)-{4,}[ \t]*MODULE(?!\w)/g;
  for (let match = header.exec(text); match !== null; match = header.exec(text)) {
    const read = readModule(text, match.index, lines);
    for (const module of read.modules) modules.push(module);
    for (const fault of read.faults) faults.push(fault);
    header.lastIndex = read.end;
  }
  if (modules.length === 0) faults.push({ span: { start: 0, end: 0 }, message: "this file has no module" });
  return { modules, faults: faults.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}
