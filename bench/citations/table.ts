import type { Trial } from "./trial.js";

const columns = [
  ["cited", () => true],
  ["right", ({ verdict }) => verdict === "right"],
  ["missed", ({ verdict }) => verdict === "missed"],
  ["false", ({ verdict }) => verdict === "false"],
  ["other", ({ verdict }) => verdict === "other"],
  ["repaired", ({ repair }) => repair === "right"],
  ["not made", ({ repair }) => repair === "not-made"],
  ["wrongly", ({ repair }) => repair === "wrong"],
] as const satisfies readonly (readonly [string, (trial: Trial) => boolean])[];

/** One row for each group, and one for all. */
export function tableOf(title: string, groups: ReadonlyMap<string, readonly Trial[]>, all: readonly Trial[]): string {
  const width = Math.max(title.length, 3, ...[...groups.keys()].map((name) => name.length)) + 2;
  const row = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(width) + cells.map((cell) => `${cell}`.padStart(9)).join("");
  const counts = (trials: readonly Trial[]): readonly number[] => columns.map(([, holds]) => trials.filter(holds).length);
  const header = row(
    title,
    columns.map(([name]) => name),
  );
  return [header, ...[...groups].map(([name, trials]) => row(name, counts(trials))), row("all", counts(all))].join("\n");
}

/** The trials by one or more names each, in the order of the names. */
export function grouped<Item>(items: readonly Item[], names: (item: Item) => Iterable<string>): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) for (const name of names(item)) groups.set(name, [...(groups.get(name) ?? []), item]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)} %`;
}
