import { nearestWord } from "../judge/nearness.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  for (const { path, suppression } of project.directives) {
    const { rule, reason, span } = suppression;
    const near = nearestWord(rule, project.ruleIds);
    if (rule === "")
      yield { message: "The suppression names no rule.", hint: "Write `spec-anchors-ignore RULE: reason`.", place: { path, span } };
    else if (!project.ruleIds.includes(rule)) {
      yield {
        message: `There is no rule \`${rule}\`.`,
        hint: near === undefined ? "`spec-anchors explain` lists the rules." : `Did you mean \`${near}\`?`,
        place: { path, span },
      };
    } else if (project.alwaysIds.includes(rule))
      yield { message: `\`${rule}\` cannot be suppressed.`, hint: "Mend what it reports.", place: { path, span } };
    else if (reason === "")
      yield { message: `The suppression of \`${rule}\` gives no reason.`, hint: "Write the reason after a colon.", place: { path, span } };
  }
}

/** A suppression without a reason or for a rule that does not exist: it suppresses nothing. */
export const malformedSuppression: Rule = {
  id: "malformed-suppression",
  severity: "error",
  summary: "a suppression has no reason, or names no rule",
  check,
};
