import { citationsOf, rangeFinding } from "../judge/citations/findings.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function check(project: Project): readonly Finding[] {
  return citationsOf(project, "out-of-range").map(({ judged, verdict }) => rangeFinding(judged, verdict));
}

/** A document cites lines that the file does not have. */
export const linesOutOfRange: Rule = {
  id: "lines-out-of-range",
  severity: "error",
  summary: "a file has fewer lines than a document cites",
  check,
};
