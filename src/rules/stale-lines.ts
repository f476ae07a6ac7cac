import { citationsOf, staleFinding } from "../judge/citations/findings.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function check(project: Project): readonly Finding[] {
  return citationsOf(project, "stale").map(({ judged, verdict }) => staleFinding(judged, verdict));
}

/** Lines that a document cites do not hold what it says of them. */
export const staleLines: Rule = {
  id: "stale-lines",
  severity: "warning",
  summary: "cited lines do not hold what the document says of them",
  check,
};
