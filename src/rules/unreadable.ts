import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  for (const { path, at, message, hint } of project.unreadable) yield { message, hint, place: { path, span: at ?? { start: 0, end: 0 } } };
}

/** A document, a source file or the configuration cannot be read. */
export const unreadable: Rule = {
  id: "unreadable",
  severity: "error",
  summary: "a document, a source file or the configuration cannot be read",
  always: true,
  check,
};
