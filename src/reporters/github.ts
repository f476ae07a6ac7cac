import type { Diagnostic, RelatedPlace, ReportContext, Reporter } from "../model/report.js";
import { lookedAt, mending, verdict } from "./closing.js";
import { hasPlace, selected } from "./selection.js";
import { visible } from "./visible.js";

/** Workflow commands that GitHub shows as annotations, then the two closing lines, which hold no text of the repository. */
export const github: Reporter = (report, context) => {
  const commands = selected(report, context).map((diagnostic) => command(diagnostic, context));
  const outcome = [verdict(report.summary), ...(context.fixing === undefined ? [] : mending(report, context))].join(", ");
  return [...commands, outcome, lookedAt(report.summary)].map((line) => `${line}\n`).join("");
};

function command(diagnostic: Diagnostic, context: ReportContext): string {
  const properties = [...place(diagnostic, context), `title=${escapeProperty(`spec-anchors ${diagnostic.rule}`)}`];
  const hint = diagnostic.hint === undefined ? [] : [diagnostic.hint];
  const related = diagnostic.related.map((other) => relatedLine(other, context));
  const message = [diagnostic.message, ...hint, ...related].map((line) => escapeData(visible(line))).join("%0A");
  return `::${diagnostic.severity} ${properties.join(",")}::${message}`;
}

function place(diagnostic: Diagnostic, context: ReportContext): readonly string[] {
  if (!hasPlace(diagnostic)) return [];
  const { path, line, endLine, column, endColumn } = diagnostic;
  const lines = [`file=${escapeProperty(context.prefix + path)}`, `line=${line}`, `endLine=${endLine}`];
  // GitHub takes columns only for a span of one line.
  return line === endLine ? [...lines, `col=${column}`, `endColumn=${endColumn}`] : lines;
}

function relatedLine(related: RelatedPlace, context: ReportContext): string {
  return hasPlace(related) ? `${context.prefix}${related.path}:${related.line}: ${related.message}` : related.message;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Line ends are kept, escaped, because GitHub finds the file by its exact path; what else is not text is made visible. */
function escapeProperty(text: string): string {
  return visible(escapeData(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
