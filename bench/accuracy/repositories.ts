import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UserError } from "../../src/model/user-error.js";

/** `tuning`: constants may be chosen by it. `held-out`: it is only ever measured. */
export type SetName = "tuning" | "held-out";

/** A folder to measure; `set` is `undefined` for what is none of our fixtures. */
export interface Repository {
  readonly name: string;
  readonly folder: string;
  readonly set: SetName | undefined;
}

const setOf: ReadonlyMap<string, SetName> = new Map([
  ["checkpointing", "tuning"],
  ["lock-free-queue", "tuning"],
  ["raft-log", "tuning"],
  ["lease-cache", "tuning"],
  ["event-store", "tuning"],
  ["transport", "tuning"],
  ["bytecode-verifier", "tuning"],
  ["scheduler", "tuning"],
  ["allocator", "held-out"],
  ["parser", "held-out"],
  ["commit-coordinator", "held-out"],
]);

/** The fixtures of a set, or of both. What is in the other set is not looked at. */
export function fixturesOf(fixtures: string, set: SetName | "all"): readonly Repository[] {
  const stray = set === "all" ? readdirSync(join(fixtures, "judgement")).filter((name) => !setOf.has(name)) : [];
  if (stray.length > 0)
    throw new UserError(`\`fixtures/judgement/${stray[0]}\` is in no set.`, "Name it in `bench/accuracy/repositories.ts`.");
  return [...setOf].flatMap(([name, own]) => {
    const folder = name === "checkpointing" ? join(fixtures, name) : join(fixtures, "judgement", name);
    return set === "all" || set === own ? [{ name, folder, set: own }] : [];
  });
}

/** A folder of the user's. */
export function repositoryAt(path: string): Repository {
  const folder = resolve(path);
  if (!existsSync(folder)) throw new UserError(`There is no folder \`${path}\`.`);
  return { name: basename(folder), folder, set: undefined };
}
