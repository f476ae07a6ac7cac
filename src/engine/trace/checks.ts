import { placeOfCheck, placeOfDefinition } from "../../judge/definitions.js";
import type { Check, Definition, Specifications } from "../../model/specification.js";
import type { TracedCheck, TracedDefinition } from "../../model/trace.js";
import { type Draft, keyOfDefinition } from "./drafts.js";
import type { LineOf } from "./lines.js";

/** Where the modules define it. */
export function definitionsOf({ definitions }: Draft, lineOf: LineOf): readonly TracedDefinition[] {
  return definitions.map((definition) => ({
    ...lineOf(placeOfDefinition(definition)),
    module: definition.module,
    kind: definition.unit.kind,
  }));
}

function given(check: Check, as: Definition | undefined, lineOf: LineOf): TracedCheck {
  return {
    kind: "model-checker",
    ...lineOf(placeOfCheck(check)),
    role: check.role === "property" ? "property" : "invariant",
    ...(as === undefined ? {} : { in: as.name }),
    ...(check.expected === undefined ? {} : { fails: check.expected.fails }),
    paired: check.module !== undefined,
  };
}

function checksOfDefinition(definition: Definition, specifications: Specifications, lineOf: LineOf): readonly TracedCheck[] {
  const { unit } = definition;
  const claim: readonly TracedCheck[] =
    unit.kind === "assumption" || unit.kind === "theorem"
      ? [{ kind: "claim", ...lineOf(placeOfDefinition(definition)), keyword: unit.keyword }]
      : [];
  const theorem = specifications.provedBy(definition);
  const own = keyOfDefinition(definition);
  return [
    ...claim,
    ...specifications.checkedBy(definition).map(({ check, as }) => given(check, keyOfDefinition(as) === own ? undefined : as, lineOf)),
    ...(theorem === undefined ? [] : [{ kind: "proof" as const, ...lineOf(placeOfDefinition(theorem)), theorem: theorem.name }]),
  ];
}

/** How it is checked. What configurations and proofs say comes before what is only said of it. */
export function checksOf(draft: Draft, specifications: Specifications | undefined, lineOf: LineOf): readonly TracedCheck[] {
  if (specifications === undefined) return [];
  const found = [
    ...draft.definitions.flatMap((definition) => checksOfDefinition(definition, specifications, lineOf)),
    ...draft.unplaced.map((check) => given(check, undefined, lineOf)),
    ...draft.uses.flatMap(({ answered }): readonly TracedCheck[] => (answered === undefined ? [] : [{ kind: "said", says: answered }])),
  ];
  const seen = new Set<string>();
  return found.filter((check) => {
    const key = JSON.stringify(check);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
