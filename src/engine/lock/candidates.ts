import { rowsOf } from "../../judge/coverage.js";
import type { LinkKey } from "../../model/lock.js";
import type { Anchor, LinkedRow, Unmet } from "../../model/project.js";
import type { Construct, SourceFacts } from "../../model/source.js";
import { equalIn, printOf } from "../../read/source/print.js";
import type { DefinitionOf } from "./definitions.js";
import type { Hash } from "./fingerprints.js";

/** What rows and anchors were found to be. */
export interface Found {
  readonly rows: readonly LinkedRow[];
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly anchors: readonly Anchor[];
  readonly unmet: readonly Unmet[];
  /** What the specifications say of names; without it no name is defined. */
  readonly definitionOf?: DefinitionOf;
}

/** A link before it is held against the lock. */
export interface Candidate extends LinkKey {
  /** The first of its anchors. */
  readonly anchor: Anchor;
  /** Anchors of one name on one construct say one thing. */
  readonly anchors: readonly Anchor[];
  readonly construct: Construct;
  /** How many constructs of a file have its tokens. */
  readonly equalIn: (path: string) => number;
  readonly rows: readonly LinkedRow[];
}

/** The anchors that have a row and a construct, with what tells them apart, in the order of the files. */
export function candidatesOf({ rows, sources, anchors }: Found, hash: Hash): readonly Candidate[] {
  const ordinals = new Map<string, number>();
  const candidates = new Map<string, Candidate>();
  const ordered = anchors.toSorted((a, b) => (a.path === b.path ? a.nameSpan.start - b.nameSpan.start : a.path < b.path ? -1 : 1));
  for (const anchor of ordered) {
    const { name, path, placement } = anchor;
    const source = sources.get(path);
    const own = rowsOf(rows, anchor);
    if (source?.code === undefined || own.length === 0 || placement.kind !== "construct") continue;
    const { construct } = placement;
    const { owner, tokens, twin } = printOf(source.code, construct);
    const fingerprint = hash(tokens);
    const identity = JSON.stringify([name, path, owner, fingerprint, twin]);
    const same = candidates.get(identity);
    if (same !== undefined) {
      candidates.set(identity, { ...same, anchors: [...same.anchors, anchor] });
      continue;
    }
    const key = JSON.stringify([name, path, owner]);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const equal = (other: string): number => {
      const whole = sources.get(other)?.wholeCode?.();
      return whole === undefined ? 0 : equalIn(whole, tokens);
    };
    candidates.set(identity, {
      ...{ name, path, owner, ordinal, fingerprint, twin, anchor, anchors: [anchor], construct, rows: own },
      equalIn: equal,
    });
  }
  return [...candidates.values()];
}
