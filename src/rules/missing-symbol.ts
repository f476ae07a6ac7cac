import { quoted } from "../judge/places.js";
import { findSymbol, whereElse } from "../judge/symbols.js";
import type { Finding, Rule } from "../model/finding.js";
import type { LinkedRow, Project } from "../model/project.js";
import type { SourceFacts } from "../model/source.js";

function declaredSources(project: Project, row: LinkedRow): readonly SourceFacts[] {
  return row.sites.flatMap((site) => {
    const source = site.resolved === "file" ? project.sources.get(site.target) : undefined;
    return source === undefined ? [] : [source];
  });
}

function* check(project: Project): Generator<Finding> {
  for (const row of project.rows) {
    if (row.kind !== "anchor" || row.row.reading.kind !== "promise") continue;
    const sources = declaredSources(project, row);
    if (sources.length === 0 || sources.length < row.sites.length) continue;
    for (const { symbol, span } of row.row.reading.symbols) {
      if (sources.some((source) => findSymbol(source, symbol))) continue;
      const elsewhere = whereElse(project.sources.values(), symbol);
      yield {
        message: `${quoted(
          sources.map((source) => source.path),
          "and",
        )} has no \`${symbol}\`.`,
        hint: elsewhere === undefined ? "Correct the symbol, or the file." : `\`${elsewhere.path}\` has it.`,
        name: row.row.names[0]?.name,
        place: { path: row.row.document, span },
        related: elsewhere === undefined ? [] : [{ place: elsewhere, message: "defined here" }],
      };
    }
  }
}

/** A symbol that a row names is not in the file that the row declares. */
export const missingSymbol: Rule = {
  id: "missing-symbol",
  severity: "error",
  summary: "a symbol is not in the file a row declares",
  check,
};
