import { fileURLToPath } from "node:url";
import { kinds } from "../../bench/accuracy/kinds.js";
import type { Kind, Mutant } from "../../bench/accuracy/mutant.js";
import { type Subject, subjectOf } from "../../bench/accuracy/subject.js";
import { workspaceOf, worldOf } from "../../bench/accuracy/world.js";
import { noHistory } from "../harness/check-files.js";

/** Where the fixtures are. */
export const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** What the tests draw. */
export const draws = { seed: 1, perAnchor: 3 };

/** The subject that the tests mutate. */
export const subject: Subject = await subjectOf(await worldOf(await workspaceOf(`${fixtures}checkpointing`, process.env), noHistory));

/** A kind by its id. */
export function kind(id: string): Kind {
  const found = kinds.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no kind ${id}`);
  return found;
}

const known = new Map<string, readonly Mutant[]>();

/** The mutants of a kind, made once. */
export function made(id: string): readonly Mutant[] {
  const mutants = known.get(id) ?? kind(id).mutants(subject, draws);
  known.set(id, mutants);
  return mutants;
}
