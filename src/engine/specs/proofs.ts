import type { ClaimUnit, NamedUnit } from "../../model/spec.js";
import type { Definition, ModuleFile } from "../../model/specification.js";
import { concludedNames, impliedNames } from "../../read/tla/implied.js";
import { keyOf } from "./checks.js";
import type { Visibility } from "./visible.js";

/** A claim as something with a name: that of its keyword where it has none. */
function named(unit: ClaimUnit): NamedUnit {
  const end = unit.span.start + unit.keyword.length;
  return { ...unit, name: unit.name ?? unit.keyword, nameSpan: unit.nameSpan ?? { start: unit.span.start, end } };
}

/** The names that a claim settles: those that an assumption states, which the model checker evaluates, and those that a theorem with a proof concludes. */
function settledBy(unit: ClaimUnit, text: string): readonly string[] {
  if (unit.kind === "assumption") return impliedNames(text, unit.statement);
  const proof = text.slice(unit.statement.end, unit.span.end);
  return proof.trim() === "" || /^\s*(?:PROOF\s+)?OMITTED\b/.test(proof) ? [] : concludedNames(text, unit.statement);
}

/** Assumptions, and theorems with a proof, by what they state: a definition that only an unproved theorem states is checked by nobody. */
export function provedByOf(modules: Iterable<ModuleFile>, { visible }: Visibility): (definition: Definition) => Definition | undefined {
  const found = new Map<string, Definition>();
  for (const { path, name: module, facts, text } of modules) {
    for (const unit of facts.modules[0]?.units ?? []) {
      if (unit.kind !== "theorem" && unit.kind !== "assumption") continue;
      const claim = named(unit);
      for (const name of settledBy(unit, text)) {
        const stated = visible(path, name);
        if (stated !== undefined && !found.has(keyOf(stated))) found.set(keyOf(stated), { name: claim.name, unit: claim, module, path });
      }
    }
  }
  return (definition) => found.get(keyOf(definition));
}
