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
  ["allocator", "tuning"],
  ["parser", "tuning"],
  ["commit-coordinator", "tuning"],
  ["connection-pool", "tuning"],
  ["page-cache", "tuning"],
  ["rate-limiter", "tuning"],
  ["ring-buffer", "tuning"],
  ["membership", "tuning"],
  ["offline-sync", "tuning"],
  ["order-book", "tuning"],
  ["gossip", "tuning"],
  ["job-queue", "tuning"],
  ["lock-service", "tuning"],
  ["btree-store", "tuning"],
  ["group-commit", "tuning"],
  ["capability-table", "tuning"],
  ["shard-rebalancer", "tuning"],
  ["atomic-commit", "tuning"],
  ["tab-election", "tuning"],
  ["epoch-reclamation", "tuning"],
  ["timer-wheel", "held-out"],
  ["stream-mux", "held-out"],
  ["watch-store", "held-out"],
  ["chunk-store", "held-out"],
  ["work-stealing", "held-out"],
  ["version-store", "held-out"],
  ["shared-list", "held-out"],
  ["supervised-mailbox", "held-out"],
]);

/** Where the fixtures of other languages than Rust are. */
const inOtherLanguages = new Set([
  "ring-buffer",
  "membership",
  "offline-sync",
  "order-book",
  "job-queue",
  "lock-service",
  "btree-store",
  "shard-rebalancer",
  "atomic-commit",
  "tab-election",
  "epoch-reclamation",
  "watch-store",
  "chunk-store",
  "work-stealing",
  "version-store",
  "shared-list",
  "supervised-mailbox",
]);

function folderOf(fixtures: string, name: string): string {
  if (name === "checkpointing") return join(fixtures, name);
  return join(fixtures, inOtherLanguages.has(name) ? "languages-judgement" : "judgement", name);
}

/** The fixtures of a set, or of both. What is in the other set is not looked at. */
export function fixturesOf(fixtures: string, set: SetName | "all"): readonly Repository[] {
  const folders = set === "all" ? ["judgement", "languages-judgement"] : [];
  const present = folders.flatMap((folder) => readdirSync(join(fixtures, folder)).map((name) => ({ folder, name })));
  const stray = present.find(({ name }) => !setOf.has(name));
  if (stray !== undefined)
    throw new UserError(`\`fixtures/${stray.folder}/${stray.name}\` is in no set.`, "Name it in `bench/accuracy/repositories.ts`.");
  return [...setOf].flatMap(([name, own]) => {
    return set === "all" || set === own ? [{ name, folder: folderOf(fixtures, name), set: own }] : [];
  });
}

/** A folder of the user's. */
export function repositoryAt(path: string): Repository {
  const folder = resolve(path);
  if (!existsSync(folder)) throw new UserError(`There is no folder \`${path}\`.`);
  return { name: basename(folder), folder, set: undefined };
}
