import { anchorDead } from "./anchor-dead.js";
import { anchorElsewhere } from "./anchor-elsewhere.js";
import { anchorMoved } from "./anchor-moved.js";
import { anchorSpelling } from "./anchor-spelling.js";
import { harmless } from "./harmless.js";
import type { Foreseen, Mutant, Mutation } from "./mutant.js";
import { rowDamage } from "./row-damage.js";
import type { Subject } from "./subject.js";

/**
 * These mutations are about what is there. Whether it is plausible is measured by `bench/accuracy.js`: many a mutant rightly seems misplaced as well. What the
 * specifications say of a row that has another name, or is gone, is right as well, and measured by `bench/reference-truth.js`.
 */
export const unjudged = {
  "misplaced-anchor": "off",
  "stale-explanation": "off",
  "undefined-name": "off",
  "undocumented-invariant": "off",
} as const;

/** What is used of a diagnostic. */
export interface Reported extends Foreseen {
  readonly fingerprint: string;
}

/** Checks the subject with some of its texts replaced. */
export type Check = (files: ReadonlyMap<string, string>) => Promise<readonly Reported[]>;

/** Every kind of damage, and the changes that are none. */
export const mutations: readonly Mutation[] = [
  ...anchorSpelling,
  ...anchorDead,
  ...anchorMoved,
  ...anchorElsewhere,
  ...rowDamage,
  ...harmless,
];

/** How one mutant fared; the lists say what was new and what should have been, one finding each. */
export interface Trial {
  readonly mutation: string;
  readonly target: string;
  /** `exact`: all that was foreseen and nothing else. `missed`: nothing new at all. */
  readonly outcome: "exact" | "different" | "missed";
  readonly foreseen: readonly string[];
  readonly found: readonly string[];
}

const shown = ({ rule, name, path, line }: Foreseen): string => `${path}:${line} ${rule} ${name ?? "-"}`;

/** Tries one mutant; `baseline` holds the fingerprints of what the subject reports as it is. */
export async function trial(mutation: string, mutant: Mutant, check: Check, baseline: ReadonlySet<string>, git: boolean): Promise<Trial> {
  const diagnostics = await check(mutant.files);
  const found = diagnostics
    .filter(({ fingerprint }) => !baseline.has(fingerprint))
    .map(shown)
    .sort();
  const foreseen = (git ? mutant.expected : (mutant.withoutGit ?? mutant.expected)).map(shown).sort();
  const exact = found.length === foreseen.length && found.every((line, at) => line === foreseen[at]);
  return { mutation, target: mutant.target, outcome: exact ? "exact" : found.length === 0 ? "missed" : "different", foreseen, found };
}

/** The mutants that a mutation makes of a subject. Throws if one of them is no change. */
export function mutantsOf(mutation: Mutation, subject: Subject, seed: number): readonly Mutant[] {
  const mutants = subject.pairs.flatMap((pair) => mutation.apply(subject, pair, `${seed}/${mutation.id}/${pair.name}`) ?? []);
  for (const { target, files } of mutants) {
    if ([...files].some(([path, text]) => subject.files.get(path) === text))
      throw new Error(`"${mutation.id}" changes nothing for ${target}`);
  }
  return mutants;
}
