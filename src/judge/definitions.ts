import type { Related } from "../model/finding.js";
import type { Place } from "../model/span.js";
import type { Check, Definition, Specifications, SpecName } from "../model/specification.js";

/** Where a definition's name stands. */
export function placeOfDefinition({ path, unit }: Definition): Place {
  return { path, span: unit.nameSpan };
}

/** A definition as the other side of a finding. */
export function relatedDefinition(definition: Definition): Related {
  return { place: placeOfDefinition(definition), message: `\`${definition.module}\` defines \`${definition.name}\` here` };
}

/** Where a check's name stands. */
export function placeOfCheck({ path, span }: Check): Place {
  return { path, span };
}

/** Where a name of a document stands. */
export function placeOfName({ document, name }: SpecName): Place {
  return { path: document, span: name.span };
}

/** How a definition is checked. `failing`: only where the model checker is expected to find a fault. */
export type Standing = "checked" | "failing" | "unchecked";

/** How a definition stands with the model checker. ASSUME and THEOREM need none; configurations whose module nobody can tell count. */
export function standingOf(definition: Definition, specifications: Specifications): Standing {
  const { unit, name } = definition;
  if (unit.kind === "assumption" || unit.kind === "theorem" || specifications.provedBy(definition) !== undefined) return "checked";
  const checks = specifications.checkedBy(definition).map(({ check }) => check);
  const homeless = specifications.checks.filter(
    (check) => check.module === undefined && check.name === name && (check.role === "invariant" || check.role === "property"),
  );
  const all = [...checks, ...homeless];
  if (all.some(({ expected }) => expected === undefined)) return "checked";
  return all.length > 0 ? "failing" : "unchecked";
}
