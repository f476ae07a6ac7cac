import { rowsOf } from "../../judge/coverage.js";
import type { Link, LinkChange, LinkKey, LinkState, Links, LockEntry } from "../../model/lock.js";
import type { Anchor, LinkedRow, Unmet } from "../../model/project.js";
import type { Construct, SourceFacts } from "../../model/source.js";
import { equalIn, printOf } from "../../read/source/print.js";
import { explanationsOf } from "./explanations.js";
import { finder, type Hash } from "./fingerprints.js";
import { type Match, matchEntries } from "./match.js";

/** What rows and anchors were found to be. */
export interface Found {
  readonly rows: readonly LinkedRow[];
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly anchors: readonly Anchor[];
  readonly unmet: readonly Unmet[];
}

interface Candidate extends LinkKey {
  readonly anchor: Anchor;
  readonly construct: Construct;
  /** How many constructs of a file have its tokens. */
  readonly equalIn: (path: string) => number;
  readonly rows: readonly LinkedRow[];
}

/** The anchors that have a row and a construct, with what tells them apart, in the order of the files. */
function candidatesOf({ rows, sources, anchors }: Found, hash: Hash): readonly Candidate[] {
  const ordinals = new Map<string, number>();
  const ordered = anchors.toSorted((a, b) => (a.path === b.path ? a.nameSpan.start - b.nameSpan.start : a.path < b.path ? -1 : 1));
  return ordered.flatMap((anchor): readonly Candidate[] => {
    const code = sources.get(anchor.path)?.code;
    const own = rowsOf(rows, anchor);
    if (code === undefined || own.length === 0 || anchor.placement.kind !== "construct") return [];
    const { construct } = anchor.placement;
    const { owner, tokens, twin } = printOf(code, construct);
    const key = JSON.stringify([anchor.name, anchor.path, owner]);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const equal = (path: string): number => {
      const whole = sources.get(path)?.wholeCode?.();
      return whole === undefined ? 0 : equalIn(whole, tokens);
    };
    const found = { name: anchor.name, path: anchor.path, owner, ordinal, fingerprint: hash(tokens), twin };
    return [{ ...found, anchor, construct, equalIn: equal, rows: own }];
  });
}

/** What the rows say about each link, those of one name and file seen together. */
function explained(links: readonly Candidate[], matches: ReadonlyMap<LinkKey, Match>): ReadonlyMap<Candidate, string> {
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
        evidence: `${link.anchor.text} ${link.owner}`,
      }));
      return [...explanationsOf(subjects, texts)].map(([{ link }, text]) => [link, text] as const);
    }),
  );
}

function stateOf(match: Match | undefined, explanation: string): LinkState {
  if (match === undefined) return { kind: "unreviewed" };
  const { entry } = match;
  const code: readonly LinkChange[] =
    match.how === "left"
      ? [{ kind: "left", still: match.still }]
      : match.how === "changed"
        ? [{ kind: "code" }]
        : match.how === "alike"
          ? [{ kind: "alike" }]
          : [];
  const changes: readonly LinkChange[] = explanation === entry.explanation ? code : [...code, { kind: "row" }];
  if (changes.length > 0) return { kind: "suspect", entry, changes };
  return { kind: match.how === "moved" ? "moved" : "reviewed", entry };
}

/** True if another fault explains why the entry is about no link: its anchor is missing, has no row, or marks nothing that can be compared. */
function isWaiting(entry: LockEntry, { anchors, unmet }: Found, linked: ReadonlySet<Anchor>): boolean {
  if (anchors.some((anchor) => anchor.name === entry.name && !linked.has(anchor))) return true;
  return unmet.some(({ obligation }) => obligation.names.some(({ name }) => name === entry.name));
}

/** Holds the links against the lock's entries. Without a lock there are none, and every link is unreviewed. */
export function linksOf(found: Found, entries: readonly LockEntry[], hash: Hash): Links {
  const candidates = candidatesOf(found, hash);
  const { matches, over } = matchEntries(candidates, entries, finder(found.sources, hash), (link, path) => link.equalIn(path));
  const texts = explained(candidates, matches);
  const links = candidates.map((candidate): Link => {
    const explanation = texts.get(candidate) ?? "";
    const { equalIn: equal, ...link } = candidate;
    return { ...link, equal: () => equal(link.path), explanation, state: stateOf(matches.get(candidate), explanation) };
  });
  const linked = new Set(links.map(({ anchor }) => anchor));
  return { links, gone: over.filter((entry) => !isWaiting(entry, found, linked)) };
}
