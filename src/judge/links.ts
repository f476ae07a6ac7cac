import type { Link } from "../model/lock.js";
import type { Anchor, LinkedRow, Project } from "../model/project.js";
import { rowsOf } from "./coverage.js";

/** An anchor that has a row, and why it cannot be compared with what was reviewed. */
export interface UnjudgedAnchor {
  readonly anchor: Anchor;
  readonly rows: readonly LinkedRow[];
  readonly because: string;
}

const reasons = { "no-grammar": "no grammar reads its file", "syntax-error": "a syntax error is in what it marks" } as const;

/** The anchors with a row that no review can be about. */
export function unjudgedIn({ anchors, rows }: Pick<Project, "anchors" | "rows">): readonly UnjudgedAnchor[] {
  return anchors.flatMap((anchor) => {
    const { placement } = anchor;
    const own = placement.kind === "unjudged" ? rowsOf(rows, anchor) : [];
    return placement.kind === "unjudged" && own.length > 0 ? [{ anchor, rows: own, because: reasons[placement.reason] }] : [];
  });
}

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
