import { linesOf } from "../../judge/links.js";
import type { Link, LinkChange, LinkState, Links, LockEntry } from "../../model/lock.js";
import type { Anchor } from "../../model/project.js";
import { type Candidate, candidatesOf, type Found } from "./candidates.js";
import { explanationsOf } from "./explanations.js";
import { finder, type Hash } from "./fingerprints.js";
import { type Match, type Matched, matchEntries } from "./match.js";

/** What the rows say about each link, those of one name and file seen together. */
function explained(links: readonly Candidate[], { matches, over }: Matched<Candidate>): ReadonlyMap<Candidate, string> {
  const groups = new Map<string, Candidate[]>();
  for (const link of links) {
    const key = JSON.stringify([link.name, link.path]);
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return new Map(
    [...groups.values()].flatMap((group) => {
      const texts = group.flatMap(({ rows }) => rows.map(({ row }) => row.explanation));
      const subjects = group.map((link) => ({
        link,
        reviewed: matches.get(link)?.entry.explanation,
        evidence: `${link.anchors.map(({ text }) => text).join(" ")} ${link.owner}`,
      }));
      // A row whose anchor is missing stays with the entry that it was reviewed with.
      const waiting = over.filter(({ name, path }) => group.some((link) => link.name === name && link.path === path));
      const elsewhere = new Set(waiting.flatMap(({ explanation }) => linesOf(explanation)));
      return [...explanationsOf(subjects, texts, elsewhere)].map(([{ link }, text]) => [link, text] as const);
    }),
  );
}

function codeChanges(match: Match): readonly LinkChange[] {
  if (match.how === "left") return [{ kind: "left", still: match.still }];
  if (match.how === "changed") return [{ kind: "code" }];
  return match.how === "alike" ? [{ kind: "alike" }] : [];
}

function stateOf(match: Match | undefined, explanation: string, definition: string | undefined): LinkState {
  if (match === undefined) return { kind: "unreviewed" };
  const { entry } = match;
  const code = codeChanges(match);
  const row: readonly LinkChange[] = explanation === entry.explanation ? [] : [{ kind: "row" }];
  // A name that nobody defines any more, or never did, is another fault; what was not read then cannot have changed.
  const isOther = entry.definition !== undefined && definition !== undefined && entry.definition !== definition;
  const changes: readonly LinkChange[] = [...code, ...row, ...(isOther ? [{ kind: "definition" } as const] : [])];
  if (changes.length > 0) return { kind: "suspect", entry, changes };
  return { kind: match.how === "moved" ? "moved" : "reviewed", entry };
}

/** True if another fault explains why the entry is about no link: its anchor is missing, has no row, or marks nothing that can be compared. */
function isWaiting(entry: LockEntry, { anchors, unmet }: Found, linked: ReadonlySet<Anchor>): boolean {
  if (anchors.some((anchor) => anchor.name === entry.name && !linked.has(anchor))) return true;
  return unmet.some(({ obligation }) => obligation.names.some(({ name }) => name === entry.name));
}

/** The entry of a link that row and anchor now call otherwise: all else is as it was reviewed. */
function otherName(link: Candidate, explanation: string, entries: Iterable<LockEntry>): LockEntry | undefined {
  for (const entry of entries) {
    const isSame = entry.path === link.path && entry.owner === link.owner && entry.fingerprint === link.fingerprint;
    if (isSame && entry.twin === link.twin && entry.explanation === explanation) return entry;
  }
  return undefined;
}

const keyOf = ({ name, path, owner, ordinal }: LockEntry): string => JSON.stringify([name, path, owner, ordinal]);

/** Holds the links against the lock's entries. Without a lock there are none, and every link is unreviewed. */
export function linksOf(found: Found, entries: readonly LockEntry[], hash: Hash): Links {
  const candidates = candidatesOf(found, hash);
  const matched = matchEntries(candidates, entries, finder(found.sources, hash), (link, path) => link.equalIn(path));
  const { over } = matched;
  const matches = new Map(matched.matches);
  const texts = explained(candidates, matched);
  const linked = new Set(candidates.flatMap(({ anchors }) => anchors));
  const left = new Set(over.filter((entry) => !isWaiting(entry, found, linked)));
  const links = candidates.map((candidate): Link => {
    const explanation = texts.get(candidate) ?? "";
    const renamed = matches.has(candidate) ? undefined : otherName(candidate, explanation, left);
    if (renamed !== undefined) {
      left.delete(renamed);
      matches.set(candidate, { entry: renamed, how: "moved" });
    }
    const { equalIn, anchors: _, ...link } = candidate;
    const defined = found.definitionOf?.(link.name, link.rows) ?? { definitions: [], definition: undefined };
    const state = stateOf(matches.get(candidate), explanation, defined.definition);
    return { ...link, ...defined, equal: () => equalIn(link.path), explanation, state };
  });
  // A merge can leave two blocks of one link: the one that fits less is not gone, it is one too many.
  const taken = new Set([...matches.values()].map(({ entry }) => keyOf(entry)));
  const isDouble = (entry: LockEntry): boolean => taken.has(keyOf(entry));
  return { links, gone: [...left].filter((entry) => !isDouble(entry)), doubles: [...left].filter(isDouble) };
}
