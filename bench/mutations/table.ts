import type { Trial } from "./trial.js";

const columns = ["tried", "exact", "different", "missed"] as const;

function count(trials: readonly Trial[], column: (typeof columns)[number]): number {
  return column === "tried" ? trials.length : trials.filter(({ outcome }) => outcome === column).length;
}

/** The table of mutations and outcomes, and below it what was foreseen and found where the two differ. */
export function tableOf(ids: readonly string[], trials: readonly Trial[]): string {
  const width = Math.max(...ids.map((id) => id.length), "mutation".length);
  const row = (name: string, cells: readonly (string | number)[]): string =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(10))].join("");
  const lines = [row("mutation", columns)];
  for (const id of ids) {
    const own = trials.filter(({ mutation }) => mutation === id);
    lines.push(
      row(
        id,
        columns.map((column) => count(own, column)),
      ),
    );
  }
  lines.push(
    row(
      "all",
      columns.map((column) => count(trials, column)),
    ),
  );
  for (const { mutation, target, outcome, foreseen, found } of trials) {
    if (outcome === "exact") continue;
    lines.push(
      "",
      `${mutation} · ${target}: ${outcome}`,
      ...foreseen.map((line) => `  foreseen ${line}`),
      ...found.map((line) => `  found    ${line}`),
    );
  }
  return lines.join("\n");
}
