import { covers } from "../../judge/coverage.js";
import { differInNumber, isNear } from "../../judge/nearness.js";
import type { Anchor, LinkedRow, Obligation, Unmet } from "../../model/project.js";
import type { NearMark } from "./anchors.js";

/** What explanations of unmet obligations are drawn from. What explains one row is used up: it explains no other. */
export interface Clues {
  /** Anchors that no row declares for their file. */
  readonly strays: ReadonlySet<Anchor>;
  readonly nearMarks: readonly NearMark[];
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

/** True for an anchor of a form whose names are numbered, and of another number: then it is no misspelt one. */
function isOtherNumber({ name, mark }: Anchor, declared: string): boolean {
  return mark.fits === true && differInNumber(name, declared);
}

/** How many letters two paths share at their beginnings and ends. */
function alike(a: string, b: string): number {
  const shared = (from: (path: string, at: number) => string | undefined): number => {
    let length = 0;
    while (length < Math.min(a.length, b.length) && from(a, length) === from(b, length)) length += 1;
    return length;
  };
  return shared((path, at) => path[at]) + shared((path, at) => path[path.length - 1 - at]);
}

/** The explanation that a mark gives for the declared name it holds. */
function marked({ path, mark, fault }: NearMark, declared: string): Unmet["because"] {
  if (fault === "marker" || fault === "position") return { kind: "malformed", path, mark, deviation: { kind: fault, declared } };
  return { kind: "not-a-comment", path, mark, what: fault, declared };
}

/** Explains each unmet obligation once: an anchor explains at most one, a mark one for each of its names. */
export function explain(unheld: readonly Obligation[], clues: Clues): Explained {
  const usedAnchors = new Set<Anchor>();
  const usedMarks = new Map<NearMark, Set<string>>();

  const stray = (fits: (anchor: Anchor) => boolean, wanted = ""): Anchor | undefined => {
    const fitting = [...clues.strays].filter((anchor) => !usedAnchors.has(anchor) && fits(anchor));
    const found = fitting.sort((a, b) => alike(b.path, wanted) - alike(a.path, wanted))[0];
    if (found !== undefined) usedAnchors.add(found);
    return found;
  };

  const mark = (obligation: Obligation, isComment: boolean): Unmet["because"] | undefined => {
    for (const near of clues.nearMarks) {
      if ((near.fault === "marker" || near.fault === "position") !== isComment || !inSites(obligation, near.path)) continue;
      const used = usedMarks.get(near) ?? new Set<string>();
      const name = near.names.find((declared) => named(obligation, declared) && !used.has(declared));
      if (name === undefined) continue;
      usedMarks.set(near, used.add(name));
      return marked(near, name);
    }
    return undefined;
  };

  const nearSpelling = (obligation: Obligation): Unmet["because"] | undefined => {
    for (const { name } of obligation.names) {
      const written = stray((anchor) => inSites(obligation, anchor.path) && isNear(name, anchor.name) && !isOtherNumber(anchor, name));
      if (written === undefined) continue;
      const changed = clues.changedLast(obligation, written);
      return {
        kind: "malformed",
        path: written.path,
        mark: written.mark,
        deviation: { kind: "spelling", declared: name, written, changed },
      };
    }
    return undefined;
  };

  const declaredIn = (name: string, path: string): boolean =>
    clues.rows.some(({ row, sites }) => row.names.some((other) => other.name === name) && sites.some((site) => covers(site, path)));

  const elsewhere = (obligation: Obligation): Unmet["because"] | undefined => {
    const anchor = stray((candidate) => named(obligation, candidate.name) && !declaredIn(candidate.name, candidate.path));
    return anchor === undefined ? undefined : { kind: "wrong-file", anchor };
  };

  const because = (obligation: Obligation): Unmet["because"] => {
    if (obligation.sites.some((site) => site.resolved === "missing")) {
      return { kind: "missing-file", anchor: stray((anchor) => named(obligation, anchor.name), obligation.sites[0]?.path) };
    }
    return mark(obligation, true) ?? nearSpelling(obligation) ?? mark(obligation, false) ?? elsewhere(obligation) ?? { kind: "missing" };
  };
  return {
    unmet: unheld.map((obligation) => ({ obligation, because: because(obligation) })),
    usedAnchors,
    usedMarks: new Set(usedMarks.keys()),
  };
}
