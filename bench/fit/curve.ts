import { type Doubt, doubted, doubtOf, limits } from "../../src/judge/evidence/plausibility.js";
import { type Observed, trainDoubt } from "./doubt.js";
import { moveKinds } from "./moves.js";

/** How doubtful an anchor at a place is, by weights that know nothing of its repository. */
interface Doubted extends Observed {
  readonly doubt: Doubt;
}

/** The limits that are tried beside those in use. */
const grid = { code: [0, 0.5, 0.75, 1, 1.25, 1.5, 2, 3], place: [1, 1.5, 2, 2.5, 3, 4] } as const;

/** The doubts of each part, by what the other parts teach. */
export function doubtsOf(parts: readonly (readonly Observed[])[]): readonly Doubted[] {
  return parts.flatMap((part) => {
    const weights = trainDoubt(parts.flatMap((other) => (other === part ? [] : other)));
    return part.map((one) => ({ ...one, doubt: doubtOf(one.traits, weights) }));
  });
}

const headers = ["function", "construct", "false alarms", ...moveKinds.filter((kind) => kind !== "own")];

/** What a pair of limits comes to, as the cells of a row. */
function cellsOf(all: readonly Doubted[], code: number, place: number): readonly string[] {
  const by = { ...limits, code, place };
  const reported = (one: Doubted): boolean => doubted(one.doubt, one.isCode, by) !== undefined;
  const shares = moveKinds.flatMap((kind) => {
    const own = all.filter((one) => one.kind === kind);
    const sum = (some: readonly Doubted[]): number => some.reduce((total, { weight }) => total + weight, 0);
    const found = own.filter(reported);
    if (kind === "own") return [`${found.length} of ${own.length}`];
    return [own.length === 0 ? "–" : `${((100 * sum(found)) / sum(own)).toFixed(0)} %`];
  });
  const cells = [`${code}`, `${place}`, ...shares];
  return code === limits.code && place === limits.place ? cells.map((cell) => `**${cell}**`) : cells;
}

/** What limits come to, as a Markdown table; those in use in bold. */
export function curveTable(all: readonly Doubted[]): string {
  const rows = grid.code.flatMap((code) => grid.place.map((place) => cellsOf(all, code, place)));
  const widths = headers.map((header, at) => Math.max(header.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => `${"-".repeat(width - 1)}:`).join(" | ")} |`;
  return [line(headers), rule, ...rows.map(line)].join("\n");
}
