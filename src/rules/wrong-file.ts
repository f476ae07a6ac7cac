import { targetOf } from "../judge/coverage.js";
import { placeOfMark, quoted, relatedRow } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  for (const { obligation, because } of project.unmet) {
    if (because.kind !== "wrong-file") continue;
    const { anchor } = because;
    const declared = quoted(obligation.sites.map(targetOf), "or");
    yield {
      message: `The anchor \`${anchor.name}\` stands in \`${anchor.path}\`; its row declares ${declared}.`,
      hint: `Declare \`${anchor.path}\` in the row if the code has moved, or move the anchor back to the code that upholds it.`,
      name: anchor.name,
      place: placeOfMark(anchor),
      related: [relatedRow(obligation.row)],
    };
  }
}

/** The anchor of a row is in another file than the row declares. */
export const wrongFile: Rule = {
  id: "wrong-file",
  severity: "error",
  summary: "an anchor stands in another file than its row declares",
  check,
};
