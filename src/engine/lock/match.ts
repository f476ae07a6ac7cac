import type { LinkKey, LockEntry } from "../../model/lock.js";
import type { Place } from "../../model/span.js";
import type { FindConstruct } from "./fingerprints.js";

/** The entry of a link, and how the construct of today compares with the one that was reviewed. */
export type Match = {
  readonly entry: LockEntry;
} /** `alike`: what was reviewed is gone, and the link is about other code with the same tokens. */ & (
  | { readonly how: "same" | "moved" | "changed" | "alike" }
  /** What was reviewed still stands there, without the anchor. */
  | { readonly how: "left"; readonly still: Place }
);

/** Which entry is about which link. */
export interface Matched<Key extends LinkKey> {
  readonly matches: ReadonlyMap<Key, Match>;
  /** Entries that are about no link. */
  readonly over: readonly LockEntry[];
}

/** What a pair has in common. */
interface Likeness {
  readonly path: boolean;
  readonly owner: boolean;
  readonly code: boolean;
  readonly twin: boolean;
  /** What was reviewed still stands where it was. */
  readonly still: boolean;
}

/**
 * What makes a pair, the surest first. Code that is gone from its old place and stands elsewhere has moved; code that is still in its
 * old place has not, and the same code elsewhere only reads alike.
 */
const steps: readonly ((like: Likeness) => boolean)[] = [
  ({ path, owner, code, twin }) => path && owner && code && twin,
  ({ path, owner, code }) => path && owner && code,
  ({ path, code, still }) => path && code && !still,
  ({ code, still }) => code && !still,
  ({ path, owner }) => path && owner,
  ({ path, code }) => path && code,
  ({ path }) => path,
  ({ code }) => code,
  () => true,
];

function groupedByName<Key extends LinkKey>(keys: readonly Key[]): ReadonlyMap<string, readonly Key[]> {
  const groups = new Map<string, Key[]>();
  for (const key of keys) {
    const group = groups.get(key.name);
    if (group === undefined) groups.set(key.name, [key]);
    else group.push(key);
  }
  return groups;
}

/** Pairs the links with the entries of their names, each at most once; of equally good pairs the first in the order of the files. */
export function matchEntries<Key extends LinkKey>(
  links: readonly Key[],
  entries: readonly LockEntry[],
  find: FindConstruct,
  equalNow: (link: Key, path: string) => number,
): Matched<Key> {
  const matches = new Map<Key, Match>();
  const open = new Set(entries);
  const places = new Map<LockEntry, Place | undefined>();
  const stillOf = (entry: LockEntry): Place | undefined => {
    if (!places.has(entry)) places.set(entry, find(entry));
    return places.get(entry);
  };
  const likeness = (link: Key, entry: LockEntry): Likeness => ({
    path: link.path === entry.path,
    owner: link.owner === entry.owner,
    code: link.fingerprint === entry.fingerprint,
    twin: link.twin === entry.twin,
    // Looked up only if a step asks: most links are as they were reviewed.
    get still() {
      return stillOf(entry) !== undefined;
    },
  });
  const compared = (link: Key, entry: LockEntry): Match => {
    const { path, owner, code, twin } = likeness(link, entry);
    if (path && owner && code && twin) return { entry, how: "same" };
    const still = stillOf(entry);
    if (still !== undefined) return { entry, how: "left", still };
    if (!code) return { entry, how: "changed" };
    // Code that moves is as often there as before. Fewer equal ones: the one that was reviewed may be what is gone.
    const paths = new Set([link.path, entry.path]);
    const equal = [...paths].reduce((sum, of) => sum + equalNow(link, of), 0);
    return { entry, how: equal < entry.equal ? "alike" : "moved" };
  };
  const linksOf = groupedByName(links);
  for (const [name, group] of groupedByName(entries)) {
    const ordered = group.toSorted((a, b) => a.ordinal - b.ordinal || a.twin - b.twin);
    for (const fits of steps) {
      for (const entry of ordered) {
        const link = open.has(entry) ? linksOf.get(name)?.find((key) => !matches.has(key) && fits(likeness(key, entry))) : undefined;
        if (link === undefined) continue;
        open.delete(entry);
        matches.set(link, compared(link, entry));
      }
    }
  }
  return { matches, over: entries.filter((entry) => open.has(entry)) };
}
