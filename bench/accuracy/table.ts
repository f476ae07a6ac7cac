import { shareOf, tallyOf } from "./statistics.js";
import type { Trial, Untouched } from "./trial.js";

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function recall(part: number, whole: number): readonly string[] {
  const share = shareOf(part, whole);
  return share === undefined ? ["–", ""] : [percent(part / whole), `${percent(share.low)} – ${percent(share.high)}`];
}

const headers = ["trials", "found", "recall", "95 % interval", "judged", "of them found", "95 % interval", "both", "invalid"];
const widths = [8, 7, 9, 18, 8, 15, 18, 6, 9];

/** Recall by kind, a line each, and of all. Invalid trials are no trials: they have a column of their own. */
export function recallTable(ids: readonly string[], trials: readonly Trial[]): string {
  const first = Math.max(...ids.map((id) => id.length), 4);
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(first) + cells.map((cell, at) => String(cell).padStart(widths[at] ?? 0)).join("");
  const row = (name: string, own: readonly Trial[]): string => {
    const { valid, invalid, found, both, judged, foundJudged } = tallyOf(own);
    const swaps = own.some(({ kind }) => kind.startsWith("swapped"));
    return line(name, [valid, found, ...recall(found, valid), judged, ...recall(foundJudged, judged), swaps ? both : "", invalid]);
  };
  const own = (id: string): readonly Trial[] => trials.filter(({ kind }) => kind === id);
  return [line("kind", headers), ...ids.map((id) => row(id, own(id))), row("all", trials)].join("\n");
}

/** What untouched repositories are accused of: the share of anchors, and below it each alarm with its place. */
export function alarmLines(untouched: readonly Untouched[]): string {
  const sum = (count: (one: Untouched) => number): number => untouched.reduce((all, one) => all + count(one), 0);
  const [accused, judged, anchors] = [sum((one) => one.accused), sum((one) => one.judged), sum((one) => one.anchors)];
  const alarms = untouched.flatMap((one) => one.alarms);
  const [share, interval] = recall(accused, judged);
  return [
    `false alarms: ${alarms.length}, about ${accused} of ${judged} judged anchors (${share}, ${interval}); ${anchors} anchors in all`,
    ...alarms.map(({ path, line, rule, name, message }) => `  ${path}:${line} ${rule} ${name ?? "-"}: ${message}`),
  ].join("\n");
}

const place = ({ path, line }: Trial["from"]): string => `${path}:${line}`;

/** One trial and what came of it. */
export function trialLine({ kind, name, from, to, note, message, judged }: Trial): string {
  const more = [note, judged ? "" : "not judged", message].filter((part) => part !== "");
  return `${kind} · ${name}: ${place(from)} → ${place(to)}${more.map((part) => ` · ${part}`).join("")}`;
}

/** A trial as data. */
export function trialData(repo: string, set: string | undefined, trial: Trial): Readonly<Record<string, unknown>> {
  const { kind, name, from, to, note, outcome, both, judged, message } = trial;
  const places = { from: place(from), to: place(to) };
  return { repo, set, kind, name, ...places, note, found: outcome === "found", both, invalid: outcome === "invalid", judged, message };
}
