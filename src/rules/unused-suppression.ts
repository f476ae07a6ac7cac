import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  for (const { path, suppression, use } of project.directives) {
    if (use !== "unused") continue;
    yield {
      message: `Nothing is suppressed here: there is no \`${suppression.rule}\` to suppress.`,
      hint: "Delete the directive.",
      place: { path, span: suppression.span },
    };
  }
}

/** A suppression that suppresses nothing. */
export const unusedSuppression: Rule = {
  id: "unused-suppression",
  severity: "warning",
  summary: "a suppression suppresses nothing",
  last: true,
  check,
};
