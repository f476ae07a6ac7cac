import type { Span } from "../../model/span.js";
import type { Declared, SpecFault, WrittenName } from "../../model/spec.js";
import type { Token } from "./tokens.js";

/** A part of the tokens, by index, the end excluded. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The span from the first to the last token of a range; empty, behind the token before it, where it holds none. */
export function spanOf(tokens: readonly Token[], { from, to }: Range): Span {
  const end = tokens[to - 1]?.span.end ?? 0;
  return { start: from < to ? (tokens[from]?.span.start ?? end) : end, end };
}

/** The parts of a range between commas that neither a bracket nor a binder (`LAMBDA a, b : …`) holds; none for an empty range. */
export function partsOf(tokens: readonly Token[], { from, to }: Range): readonly Range[] {
  const parts: Range[] = [];
  let depth = 0;
  let binders = 0;
  let start = from;
  for (let at = from; at < to; at += 1) {
    const { kind, text } = tokens[at] ?? { kind: "unknown", text: "" };
    if (kind === "sign" && /^(?:[([{]|<<)$/.test(text)) depth += 1;
    else if (kind === "sign" && /^(?:[)\]}]|>>)$/.test(text)) depth -= 1;
    else if (depth === 0 && /^(?:LAMBDA|CHOOSE|\\AA?|\\EE?|\\forall|\\exists)$/.test(text)) binders += 1;
    else if (depth === 0 && text === ":") binders = Math.max(0, binders - 1);
    else if (kind === "sign" && text === "," && depth === 0 && binders === 0) {
      parts.push({ from: start, to: at });
      start = at + 1;
    }
  }
  return from < to ? [...parts, { from: start, to }] : [];
}

/** Reads one declaration that fills the range: `x`, `F(_, _)`, `_ + _`, `-. _`, `_ ^+`. */
function declaredIn(tokens: readonly Token[], { from, to }: Range): Declared | undefined {
  const shape = tokens
    .slice(from, to)
    .map(({ kind, text }) => (kind === "sign" ? text : kind))
    .join(" ");
  const named = (at: number, fixity: Declared["fixity"], arity: number): Declared | undefined => {
    const token = tokens[at];
    return token === undefined ? undefined : { name: token.text, nameSpan: token.span, fixity, arity };
  };
  if (shape === "name") return named(from, "nonfix", 0);
  if (/^name \( _(?: , _)* \)$/.test(shape)) return named(from, "nonfix", (to - from - 2) / 2);
  if (shape === "_ infix _") return named(from + 1, "infix", 2);
  if (shape === "prefix _") return named(from, "prefix", 1);
  return shape === "_ postfix" ? named(from + 1, "postfix", 1) : undefined;
}

/** The names of a part that cannot be read, as plain ones: most likely a comma is missing. */
function salvaged(tokens: readonly Token[], { from, to }: Range): readonly Declared[] {
  return tokens.slice(from, to).flatMap(({ kind, text, span }, offset) => {
    const inside = /^[(,]$/.test(tokens[from + offset - 1]?.text ?? "") && offset > 0;
    return kind === "name" && !inside ? [{ name: text, nameSpan: span, fixity: "nonfix" as const, arity: 0 }] : [];
  });
}

/** The declarations of a list. What cannot be read is a fault; the names in it are still declared. */
export function declarationsIn(tokens: readonly Token[], range: Range, faults: SpecFault[]): readonly Declared[] {
  return partsOf(tokens, range).flatMap((part) => {
    const declared = declaredIn(tokens, part);
    if (declared !== undefined) return [declared];
    const comma = part.from < part.to ? undefined : tokens[part.from - 1];
    if (comma?.text === ",") faults.push({ span: comma.span, message: "nothing is declared behind this comma" });
    else faults.push({ span: spanOf(tokens, part), message: "this cannot be read as a declaration" });
    return salvaged(tokens, part);
  });
}

/** The names of a list such as that of EXTENDS. */
export function namesIn(tokens: readonly Token[], range: Range, faults: SpecFault[]): readonly WrittenName[] {
  return declarationsIn(tokens, range, faults).map(({ name, nameSpan }) => ({ name, span: nameSpan }));
}
