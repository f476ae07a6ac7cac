import type { LinkSummary, Links, LoadedLock, LockEntry } from "../../model/lock.js";
import type { Unreadable } from "../../model/project.js";
import { type Hash, loadHash } from "./fingerprints.js";

/** When links are looked at: where there is a lock, always, or always with unreviewed ones as a fault. */
export type Reviewing = "if-locked" | "always" | "required";

/** What is needed to hold links against a lock. */
export interface Locking {
  readonly entries: readonly LockEntry[];
  /** The owners that the entries name, by file. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
  readonly hash: Hash;
}

/** `undefined` if links are not looked at: then a check costs what it did. A broken lock says nothing about them. */
export async function lockingOf(lock: LoadedLock | undefined, reviewing: Reviewing): Promise<Locking | undefined> {
  if (lock === undefined ? reviewing === "if-locked" : lock.kind === "problems") return undefined;
  const entries = lock?.kind === "lock" ? lock.entries : [];
  const owners = new Map<string, Set<string>>();
  for (const { path, owner } of entries) owners.set(path, (owners.get(path) ?? new Set()).add(owner));
  return { entries, owners, hash: await loadHash() };
}

/** The faults of a broken lock. */
export function unreadableLock(lock: LoadedLock | undefined): readonly Unreadable[] {
  return lock?.kind === "problems" ? lock.problems.map((problem) => ({ path: lock.path, ...problem })) : [];
}

/** How many links there are in each state. */
export function summaryOf({ links, gone }: Links): LinkSummary {
  const count = (...kinds: readonly string[]): number => links.filter(({ state }) => kinds.includes(state.kind)).length;
  return {
    reviewed: count("reviewed", "moved"),
    suspect: count("suspect"),
    unreviewed: count("unreviewed"),
    moved: count("moved"),
    gone: gone.length,
  };
}
