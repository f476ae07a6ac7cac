import type { Link } from "../model/lock.js";
import type { LinkedRow } from "../model/project.js";

/** The lines of an explanation, which has one for each row. */
export function linesOf(explanation: string): readonly string[] {
  return explanation.split("\n");
}

/** The row that says what is new about a link since it was reviewed, or else the first that is about it. */
export function newestRow({ rows, state, explanation }: Link): LinkedRow | undefined {
  const before = state.kind === "unreviewed" ? [] : linesOf(state.entry.explanation);
  const lines = linesOf(explanation);
  const own = rows.filter(({ row }) => lines.includes(row.explanation));
  return own.find(({ row }) => !before.includes(row.explanation)) ?? own[0] ?? rows[0];
}
