import { changedFinding, citationsOf } from "../judge/citations/findings.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function check(project: Project): readonly Finding[] {
  return citationsOf(project, "changed").map(({ judged, verdict }) => changedFinding(judged, verdict));
}

/** A document quotes code that the source has otherwise. */
export const changedSnippet: Rule = {
  id: "changed-snippet",
  severity: "warning",
  summary: "code that a document quotes is different in the source",
  check,
};
