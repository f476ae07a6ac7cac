import { placeOfRow, quoted } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { LinkedRow, Project } from "../model/project.js";

/** What makes two rows of one document the same: names, sites and text; without a text, the table too. */
function keyOf({ row, sites }: LinkedRow): string {
  const names = row.names.map(({ name }) => name).sort();
  const targets = sites.map((site) => (site.resolved === "file" || site.resolved === "directory" ? site.target : site.path)).sort();
  const symbols = row.reading.kind === "promise" ? row.reading.symbols.map(({ symbol }) => symbol) : [];
  return JSON.stringify([row.document, names, targets, symbols, row.explanation, row.explanation === "" ? row.table : undefined]);
}

function* check(project: Project): Generator<Finding> {
  const first = new Map<string, LinkedRow>();
  for (const row of project.rows) {
    if (row.kind !== "anchor" || row.row.reading.kind !== "promise") continue;
    const key = keyOf(row);
    const original = first.get(key);
    if (original === undefined) {
      first.set(key, row);
      continue;
    }
    yield {
      message: `The row of ${quoted(
        row.row.names.map(({ name }) => name),
        "and",
      )} says what another row says: same name, file and text.`,
      hint: "Delete one of the two, or say in each which place it means.",
      name: row.row.names[0]?.name,
      place: placeOfRow(row),
      related: [{ place: placeOfRow(original), message: "the other one" }],
    };
  }
}

/** Two rows say the same: name, file and text. */
export const duplicateRow: Rule = { id: "duplicate-row", severity: "error", summary: "two rows have the same name, file and text", check };
