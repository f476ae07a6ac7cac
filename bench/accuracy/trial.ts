import type { At, Draws, Kind, Mutant } from "./mutant.js";
import { rowRules } from "./mutant.js";
import type { Subject } from "./subject.js";
import type { Check, Reported, Verdicts } from "./world.js";

/** How one mutant fared. */
export interface Trial {
  readonly kind: string;
  /** The names of what is wrong. */
  readonly name: string;
  readonly from: At;
  readonly to: At;
  readonly note: string;
  /** `invalid`: the mutation made another fault than it should. */
  readonly outcome: "found" | "missed" | "invalid";
  /** True if each of two things that were swapped was found. */
  readonly both: boolean;
  /** False if nothing that is wrong was judged at all. */
  readonly judged: boolean;
  /** Of the finding that decided; empty where nothing was found. */
  readonly message: string;
}

/** False alarms, and what they are a share of. */
export interface Untouched {
  readonly alarms: readonly Reported[];
  /** Anchors with a row, one per name. */
  readonly anchors: number;
  /** Those of them that were judged. */
  readonly judged: number;
  /** Those of them, or whose rows, an alarm is about. */
  readonly accused: number;
}

const keyOf = ({ rule, name, path, message }: Reported): string => [rule, path, name ?? message].join("\n");

/** What is reported of a repository in which all anchors are where they should be. */
export function untouchedOf(subject: Subject, { diagnostics, unjudged }: Verdicts): Untouched {
  const alarms = diagnostics.filter(({ rule }) => rowRules.includes(rule));
  const accused = new Set(alarms.map(({ name }) => name));
  const spared = unjudged.filter(({ name }) => !accused.has(name)).length;
  return { alarms, anchors: subject.declared, judged: subject.declared - spared, accused: accused.size };
}

/** Tries one mutant; `known` holds what was reported before it, which counts neither as found nor as a fault. */
async function trial(kind: Kind, mutant: Mutant, check: Check, known: ReadonlySet<string>): Promise<Trial> {
  const { diagnostics, unjudged } = await check(mutant.files);
  const { targets, from, to, note } = mutant;
  const hits = targets.map((names) =>
    // What was reported before is no find.
    diagnostics.find(
      (one) => mutant.rules.includes(one.rule) && one.name !== undefined && names.includes(one.name) && !known.has(keyOf(one)),
    ),
  );
  const fault = diagnostics.find((one) => !rowRules.includes(one.rule) && !known.has(keyOf(one)));
  const hit = hits.find((one) => one !== undefined);
  return {
    kind: kind.id,
    name: targets.flat().join(", "),
    from,
    to,
    note,
    outcome: fault !== undefined ? "invalid" : hit !== undefined ? "found" : "missed",
    both: hits.every((one) => one !== undefined),
    judged: targets.some((names) => names.some((name) => !unjudged.some((one) => one.name === name))),
    message: fault === undefined ? (hit?.message ?? "") : `${fault.rule}: ${fault.message}`,
  };
}

/** Tries every mutant of the kinds. */
export async function trialsOf(subject: Subject, check: Check, kinds: readonly Kind[], draws: Draws): Promise<readonly Trial[]> {
  const known = new Set((await check(new Map())).diagnostics.map(keyOf));
  const trials: Trial[] = [];
  for (const kind of kinds) for (const mutant of kind.mutants(subject, draws)) trials.push(await trial(kind, mutant, check, known));
  return trials;
}
