import { covers } from "../../judge/coverage.js";
import { isNear } from "../../judge/nearness.js";
import type { Anchor, LinkedRow, Obligation, Unmet } from "../../model/project.js";
import type { SourceFacts } from "../../model/source.js";
import type { NearMark } from "./anchors.js";

/** What explanations of unmet obligations are drawn from. What explains one row is used up: it explains no other. */
export interface Clues {
  /** Anchors that no row declares for their file. */
  readonly strays: ReadonlySet<Anchor>;
  readonly nearMarks: ReadonlySet<NearMark>;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly rows: readonly LinkedRow[];
  /** Which of the two changed last, where git knows. */
  readonly changedLast: (obligation: Obligation, anchor: Anchor) => "row" | "anchor" | undefined;
}

/** The unmet obligations with the first explanation that fits, and what was used up for them. */
export interface Explained {
  readonly unmet: readonly Unmet[];
  readonly usedAnchors: ReadonlySet<Anchor>;
  readonly usedMarks: ReadonlySet<NearMark>;
}

const inSites = (obligation: Obligation, path: string): boolean => obligation.sites.some((site) => covers(site, path));
const named = (obligation: Obligation, name: string): boolean => obligation.names.some((wanted) => wanted.name === name);

/** A marker with the row's name in the row's file, where the tree sees no live comment. */
function deadMark(obligation: Obligation, sources: ReadonlyMap<string, SourceFacts>): Unmet["because"] | undefined {
  for (const [path, source] of sources) {
    if (!inSites(obligation, path)) continue;
    for (const { mark, around } of source.marks) {
      if (!mark.exact || !named(obligation, mark.word)) continue;
      if (around.kind === "dead") return { kind: "not-a-comment", path, mark, what: around.what };
      if (around.kind === "code") return { kind: "not-a-comment", path, mark, what: "code" };
    }
  }
  return undefined;
}

/** Explains each unmet obligation once: each anchor and each mark explains at most one. */
export function explain(unheld: readonly Obligation[], clues: Clues): Explained {
  const usedAnchors = new Set<Anchor>();
  const usedMarks = new Set<NearMark>();
  const stray = (fits: (anchor: Anchor) => boolean): Anchor | undefined => {
    const found = [...clues.strays].find((anchor) => !usedAnchors.has(anchor) && fits(anchor));
    if (found !== undefined) usedAnchors.add(found);
    return found;
  };
  const mark = (fits: (near: NearMark) => boolean): NearMark | undefined => {
    const found = [...clues.nearMarks].find((near) => !usedMarks.has(near) && fits(near));
    if (found !== undefined) usedMarks.add(found);
    return found;
  };
  const declaredIn = (name: string, path: string): boolean =>
    clues.rows.some(({ row, sites }) => row.names.some((other) => other.name === name) && sites.some((site) => covers(site, path)));

  const because = (obligation: Obligation): Unmet["because"] => {
    if (obligation.sites.every((site) => site.resolved === "missing")) {
      return { kind: "missing-file", anchor: stray((anchor) => named(obligation, anchor.name)) };
    }
    const near = mark((candidate) => named(obligation, candidate.declared) && inSites(obligation, candidate.path));
    if (near !== undefined)
      return { kind: "malformed", path: near.path, mark: near.mark, deviation: { kind: near.kind, declared: near.declared } };
    for (const { name } of obligation.names) {
      const anchor = stray((candidate) => inSites(obligation, candidate.path) && isNear(name, candidate.name));
      if (anchor === undefined) continue;
      const changed = clues.changedLast(obligation, anchor);
      return {
        kind: "malformed",
        path: anchor.path,
        mark: anchor.mark,
        deviation: { kind: "spelling", declared: name, written: anchor, changed },
      };
    }
    const dead = deadMark(obligation, clues.sources);
    if (dead !== undefined) return dead;
    const elsewhere = stray((anchor) => named(obligation, anchor.name) && !declaredIn(anchor.name, anchor.path));
    return elsewhere === undefined ? { kind: "missing" } : { kind: "wrong-file", anchor: elsewhere };
  };
  return { unmet: unheld.map((obligation) => ({ obligation, because: because(obligation) })), usedAnchors, usedMarks };
}
