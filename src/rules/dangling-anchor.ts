import { rowsOf } from "../judge/coverage.js";
import { placeOfMark, relatedRow } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

function* check(project: Project): Generator<Finding> {
  for (const anchor of project.anchors) {
    if (anchor.placement.kind !== "dangling") continue;
    const rows = rowsOf(project.rows, anchor);
    if (rows.length === 0) continue;
    yield {
      message: `The anchor \`${anchor.name}\` marks no code: only the end of ${anchor.placement.end} follows it.`,
      hint: "Move it to the code that upholds the invariant.",
      name: anchor.name,
      place: placeOfMark(anchor),
      related: rows.slice(0, 1).map(relatedRow),
    };
  }
}

/** No construct follows an anchor, nor does it trail one. */
export const danglingAnchor: Rule = { id: "dangling-anchor", severity: "error", summary: "an anchor marks no code", check };
