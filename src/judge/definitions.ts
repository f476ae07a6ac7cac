import type { Related } from "../model/finding.js";
import type { Place } from "../model/span.js";
import type { Check, Definition, Specifications, SpecName } from "../model/specification.js";
import { joined, quoted } from "./places.js";

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

/** True for a check of a name that means nothing, as far as can be told: neither a fault nor a module that is not there may hide its definition. */
export function isUndefined({ module, definition, name }: Check, { visible, closed, mayHide, modules }: Specifications): boolean {
  if (module === undefined || definition !== undefined || !closed(module) || mayHide(module, name)) return false;
  const instance = name.includes("!") ? visible(module, name.slice(0, name.indexOf("!"))) : undefined;
  if (instance?.unit.kind !== "instance") return true;
  // What is instantiated may not be there, or may take the name from a module that is not.
  const target = instance.unit.module.name;
  const own = modules.get(instance.path)?.facts.modules.flatMap(({ units }) => units) ?? [];
  if (own.some((unit) => unit.kind === "module" && unit.name === target)) return true;
  const found = [...modules.values()].filter((one) => one.name === target);
  return found.length > 0 && found.every(({ path }) => closed(path));
}

/** Paths in the words of a message, no more than four. */
export function listed(paths: readonly string[], word: "and" | "or"): string {
  const all = [...new Set(paths)];
  if (all.length <= 5) return quoted(all, word);
  return joined([...all.slice(0, 4).map((path) => `\`${path}\``), `${all.length - 4} more`], word);
}

/** True for what the model checker could check: a formula with a name. */
export function isFormula({ unit }: Definition): boolean {
  return unit.kind === "operator" || unit.kind === "function" || unit.kind === "assumption" || unit.kind === "theorem";
}
