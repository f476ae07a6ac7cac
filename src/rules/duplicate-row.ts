import { duplicateRows } from "../judge/duplicates.js";
import { placeOfRow, quoted } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  for (const [row, original] of duplicateRows(project.rows)) {
    const names = row.row.names.map(({ name }) => name);
    yield {
      message: `The row of ${quoted(names, "and")} says what another row says: same name, file and text.`,
      hint: "Delete one of the two, or say in each which place it means.",
      name: names[0],
      place: placeOfRow(row),
      related: [{ place: placeOfRow(original), message: "the other one" }],
    };
  }
}

/** Two rows say the same: name, file and text. */
export const duplicateRow: Rule = { id: "duplicate-row", severity: "error", summary: "two rows have the same name, file and text", check };
