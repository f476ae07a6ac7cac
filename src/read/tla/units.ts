import type { ClaimUnit, Declared, InstanceUnit, SpecFault, Substitution, Unit } from "../../model/spec.js";
import type { Boundary } from "./boundaries.js";
import { declarationsIn, partsOf, type Range, spanOf } from "./declarations.js";
import { expressionFaults } from "./expressions.js";
import type { Head } from "./heads.js";
import type { Token } from "./tokens.js";
import { beginsProof, claims } from "./vocabulary.js";

/** What units are read from: the tokens, the heads of definitions among them, and where to say what is wrong. */
export interface Material {
  readonly tokens: readonly Token[];
  readonly heads: ReadonlyMap<number, Head>;
  readonly faults: SpecFault[];
}

function substitutionsIn({ tokens, faults, heads }: Material, range: Range): readonly Substitution[] {
  return partsOf(tokens, range).flatMap((part) => {
    const [left, gets] = [tokens[part.from], tokens[part.from + 1]];
    const by = { from: part.from + 2, to: part.to };
    if (left === undefined || gets?.text !== "<-" || by.from >= by.to) {
      faults.push({ span: spanOf(tokens, part), message: "this cannot be read as a substitution" });
      return [];
    }
    faults.push(...expressionFaults(tokens, by, heads));
    return [{ name: left.text, nameSpan: left.span, by: spanOf(tokens, by) }];
  });
}

/** Reads `INSTANCE X WITH …`, which fills the range. */
function moduleIn(material: Material, { from, to }: Range): Pick<InstanceUnit, "module" | "substitutions"> | undefined {
  const { tokens, faults } = material;
  const [name, next] = [tokens[from + 1], tokens[from + 2]];
  if (name?.kind !== "name" || from + 1 >= to) {
    faults.push({ span: spanOf(tokens, { from, to: from + 1 }), message: "INSTANCE needs the name of a module" });
    return undefined;
  }
  if (from + 2 < to && (next?.text !== "WITH" || from + 3 === to))
    faults.push({ span: spanOf(tokens, { from: from + 2, to }), message: "this is no part of an INSTANCE" });
  const substitutions = next?.text === "WITH" ? substitutionsIn(material, { from: from + 3, to }) : [];
  return { module: { name: name.text, span: name.span }, substitutions };
}

function argumentsOf({ tokens, faults }: Material, head: Head): readonly Declared[] {
  if (head.open !== undefined) return declarationsIn(tokens, { from: head.open + 1, to: head.equals - 1 }, faults);
  return tokens
    .slice(head.start, head.equals)
    .filter((_, offset) => head.start + offset !== head.name)
    .map(({ text, span }) => ({ name: text, nameSpan: span, fixity: "nonfix", arity: 0 }));
}

function definition(material: Material, head: Head, { from, to }: Range): readonly Unit[] {
  const { tokens, heads, faults } = material;
  const name = tokens[head.name];
  if (name === undefined) return [];
  const local = tokens[from]?.text === "LOCAL";
  const body = { from: head.equals + 1, to };
  const common = { name: name.text, nameSpan: name.span, span: spanOf(tokens, { from, to }), local };
  const isInstance = tokens[body.from]?.text === "INSTANCE" && body.from < to;
  if (isInstance && head.kind === "nonfix") {
    const parameters = argumentsOf(material, head);
    const instance = moduleIn(material, body);
    return instance === undefined ? [] : [{ kind: "instance", ...common, parameters, ...instance }];
  }
  faults.push(...expressionFaults(tokens, body, heads));
  const bodySpan = spanOf(tokens, body);
  if (head.kind === "function") {
    const bounds = spanOf(tokens, { from: (head.open ?? 0) + 1, to: head.equals - 1 });
    return [{ kind: "function", ...common, bounds, body: bodySpan }];
  }
  const parameters = argumentsOf(material, head);
  return [{ kind: "operator", ...common, fixity: head.kind, parameters, recursive: false, body: bodySpan }];
}

/** The names that a range uses. In `[Next]_vars` and `WF_vars` it is `vars`. */
function mentionsIn(tokens: readonly Token[], { from, to }: Range): readonly string[] {
  const names = tokens.slice(from, to).flatMap(({ kind, text }, offset) => {
    if (kind !== "name") return [];
    const isSubscript = /^(?:\]|>>)$/.test(tokens[from + offset - 1]?.text ?? "");
    return [isSubscript ? text.replace(/^_/, "") : text.replace(/^[WS]F_(?=.)/, "")];
  });
  return [...new Set(names)];
}

function claim({ tokens, heads, faults }: Material, kind: ClaimUnit["kind"], keyword: string, { from, to }: Range): ClaimUnit {
  const named = tokens[from + 2]?.text === "==" && from + 2 < to && tokens[from + 1]?.kind === "name" ? tokens[from + 1] : undefined;
  const begin = named === undefined ? from + 1 : from + 3;
  const proof = tokens.slice(begin, to).findIndex((token) => token.kind === "step" || beginsProof.has(token.text));
  const statement = { from: begin, to: proof === -1 ? to : begin + proof };
  faults.push(...expressionFaults(tokens, statement, heads));
  return {
    kind,
    keyword,
    name: named?.text,
    nameSpan: named?.span,
    span: spanOf(tokens, { from, to }),
    statement: spanOf(tokens, statement),
    mentions: mentionsIn(tokens, statement),
  };
}

/** The units of a stretch that begins with a keyword or a definition. RECURSIVE, USE and HIDE are none. */
export function unitsIn(material: Material, boundary: Boundary, range: Range): readonly Unit[] {
  const { tokens, faults } = material;
  if (boundary.kind === "definition") return definition(material, boundary.head, range);
  const local = tokens[range.from]?.text === "LOCAL";
  const from = local ? range.from + 1 : range.from;
  const word = tokens[from]?.text ?? "";
  const list = { from: from + 1, to: range.to };
  const span = spanOf(tokens, { from: range.from, to: from + 1 });
  if (local && word !== "INSTANCE") faults.push({ span, message: `LOCAL cannot stand before ${word}` });
  const kind = claims.get(word);
  if (kind !== undefined) return [claim(material, kind, word, { from, to: range.to })];
  if (word === "INSTANCE") {
    const instance = moduleIn(material, { from, to: range.to });
    const unit = { span: spanOf(tokens, range), name: undefined, nameSpan: undefined, parameters: [], local };
    return instance === undefined ? [] : [{ kind: "instance", ...unit, ...instance }];
  }
  if (!/^(?:VARIABLE|CONSTANT)S?$/.test(word)) return [];
  if (list.from >= list.to) faults.push({ span, message: `nothing follows this ${word}` });
  const declared = declarationsIn(tokens, list, faults);
  if (word.startsWith("C")) return declared.map((one) => ({ kind: "constant", span: one.nameSpan, ...one }));
  return declared.map(({ name, nameSpan }) => ({ kind: "variable", span: nameSpan, name, nameSpan }));
}
