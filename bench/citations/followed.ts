import type { CitedLines, Followed, Past } from "../../src/model/past.js";
import type { CitedSpot } from "./documents.js";
import { placeNow, type Truth } from "./truth.js";
import { type Position, positionOf, type World } from "./world.js";

/** How following one cited place through history fared. */
export interface FollowTrial {
  readonly truth: Truth;
  readonly spot: CitedSpot;
  readonly expected: string;
  readonly found: string;
  /** `lost`: history could not say; `wrong`: it said something untrue. */
  readonly outcome: "right" | "lost" | "wrong";
}

const shown = ({ path, first, last }: Position): string => `${path}:${first}-${last}`;

/** Follows every place that was cited rightly. */
export function followAll(world: World, truths: readonly Truth[], past: Past): readonly FollowTrial[] {
  const asked = truths
    .filter(({ citation }) => citation.origin === "right" && citation.form.cites !== "file")
    .flatMap((truth) => truth.citation.spots.map((spot) => ({ truth, spot })));
  const cited = asked.map(({ truth, spot }): CitedLines => {
    const { path, first, last } = spot.position;
    return { document: truth.document, line: truth.line, paths: [path], first, last };
  });
  const answers = past.follow(cited);
  return asked.map(({ truth, spot }, at) => {
    const { now, exact } = placeNow(world, spot);
    const left = spot.lines.filter(({ id }) => positionOf(world, [id]) !== undefined).length;
    const expected = now === undefined ? "gone" : `${shown(now)}${exact ? " exact" : left < spot.lines.length ? " shorter" : ""}`;
    const found = foundIn(answers[at], spot);
    return { truth, spot, expected, found, outcome: outcomeOf(expected, found) };
  });
}

function foundIn(answer: Followed | undefined, { position }: CitedSpot): string {
  if (answer?.kind === "here") return `${shown(answer.now)}${answer.exact ? " exact" : ""}`;
  // Neither has changed since both came in.
  if (answer?.kind === "no-history") return `${shown(position)} exact`;
  return answer?.kind ?? "nothing";
}

function outcomeOf(expected: string, found: string): FollowTrial["outcome"] {
  if (found === expected || found === expected.replace(/ shorter$/, "")) return "right";
  return found === "gone" || found === "ambiguous" || found === "unknown" ? "lost" : "wrong";
}
