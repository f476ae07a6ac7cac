import { judged, type Limits, limits, type Standing, standingsOf } from "../../src/judge/evidence/plausibility.js";
import type { Weights } from "../../src/judge/evidence/scores.js";
import type { Outline } from "../../src/model/outline.js";
import type { Case } from "./cases.js";
import { type MoveKind, moveKinds, movesOfAll } from "./moves.js";

/** The limits that are tried beside the frozen ones. */
const grid = { item: [0.5, 1, 1.25, 1.5, 2, 3], place: [2, 2.5, 3, 3.5, 4, 5] } as const;

/** How an anchor stands at a place, before limits. */
export interface Observed {
  readonly kind: MoveKind;
  readonly weight: number;
  readonly standing: Standing;
  readonly outline: Outline;
}

/** What is reported of the moves of one kind, out of all. */
export interface Rate {
  readonly reported: number;
  readonly all: number;
}

/** What a pair of limits comes to. */
export interface Point {
  readonly item: number;
  readonly place: number;
  readonly chosen: boolean;
  readonly rates: ReadonlyMap<MoveKind, Rate>;
}

/** How the anchors stand at their own places and at others, by weights that were fitted without them. */
export function observed(cases: readonly Case[], weights: Weights): readonly Observed[] {
  const standings = new Map(cases.map((one) => [one, standingsOf(one.claims, one.code, weights)]));
  return [...movesOfAll(cases)].flatMap(({ own, move: { kind, to, weight } }): readonly Observed[] => {
    const standing = standings.get(own)?.(to);
    return standing === undefined ? [] : [{ kind, weight, standing, outline: own.code.outline }];
  });
}

function ratesOf(all: readonly Observed[], by: Limits): ReadonlyMap<MoveKind, Rate> {
  const rates = new Map<MoveKind, Rate>(moveKinds.map((kind) => [kind, { reported: 0, all: 0 }]));
  for (const { kind, weight, standing, outline } of all) {
    const rate = rates.get(kind) ?? { reported: 0, all: 0 };
    const reported = judged(standing, outline, by).kind === "misplaced" ? weight : 0;
    rates.set(kind, { reported: rate.reported + reported, all: rate.all + weight });
  }
  return rates;
}

/** What the pairs of limits of the grid come to. */
export function curveOf(all: readonly Observed[]): readonly Point[] {
  return grid.item.flatMap((item) =>
    grid.place.map((place) => ({
      item,
      place,
      chosen: item === limits.item && place === limits.place,
      rates: ratesOf(all, { ...limits, item, place }),
    })),
  );
}

const headers = ["item limit", "place limit", "false alarms", "other function", "same function, ≥ 8 lines", "before", "after", "swapped"];

function cellsOf({ item, place, chosen, rates }: Point): readonly string[] {
  const rateOf = (kind: MoveKind): Rate => rates.get(kind) ?? { reported: 0, all: 0 };
  const share = ({ reported, all }: Rate): string => (all === 0 ? "–" : `${((100 * reported) / all).toFixed(0)} %`);
  const { reported, all } = rateOf("own");
  const cells = [
    `${item}`,
    `${place}`,
    `${reported} of ${all}`,
    ...moveKinds
      .filter((kind) => kind !== "own")
      .map(rateOf)
      .map(share),
  ];
  return chosen ? cells.map((cell) => `**${cell}**`) : cells;
}

/** The curve as a Markdown table, the chosen limits in bold. */
export function curveTable(points: readonly Point[]): string {
  const rows = [headers, ...points.map(cellsOf)];
  const widths = headers.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => `${"-".repeat(width - 1)}:`).join(" | ")} |`;
  return [line(headers), rule, ...points.map((point) => line(cellsOf(point)))].join("\n");
}
