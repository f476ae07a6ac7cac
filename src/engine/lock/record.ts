import type { Link, LockEntry } from "../../model/lock.js";

/** What a recorded link gets beside what it is. */
export interface Stamp {
  /** The commit that holds the file as it is; `undefined` where none does. */
  readonly commitOf: (path: string) => string | undefined;
  /** Replaces the notes; `undefined`: they stay. Empty: none. */
  readonly note: string | undefined;
}

function entryOf(
  { name, path, owner, ordinal, fingerprint, twin, equal, explanation, definition, state }: Link,
  { commitOf, note }: Stamp,
): LockEntry {
  const before = state.kind === "unreviewed" ? undefined : state.entry;
  const said = note ?? before?.note;
  return {
    ...{ name, path, owner, ordinal, fingerprint, twin, explanation, equal: Math.max(1, equal()) },
    commit: commitOf(path),
    note: said === "" ? undefined : said,
    definition: definition ?? before?.definition,
  };
}

const identity = ({ name, path, owner, fingerprint, twin }: LockEntry): string => JSON.stringify([name, path, owner, fingerprint, twin]);

/** The lock's entries after the links were recorded as they are now, without the `dropped` ones. Everything else stays as it was reviewed. */
export function recorded(
  entries: readonly LockEntry[],
  dropped: readonly LockEntry[],
  links: readonly Link[],
  stamp: Stamp,
): readonly LockEntry[] {
  const replaced = new Set<LockEntry>(dropped);
  for (const { state } of links) if (state.kind !== "unreviewed") replaced.add(state.entry);
  const fresh = links.map((link) => entryOf(link, stamp));
  const kept = entries.filter((entry) => !replaced.has(entry));
  // What an unrecorded link was reviewed as may be what another one is now.
  return [...new Map([...kept, ...fresh].map((entry) => [identity(entry), entry])).values()];
}
