import { rowsOf } from "../judge/coverage.js";
import { placeOfMark, placeOfRow, relatedRow } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project } from "../model/project.js";

/** Declared files that were searched by their comment syntax, one finding each. */
function* withoutGrammar(project: Project): Generator<Finding> {
  for (const source of project.sources.values()) {
    if (source.judged) continue;
    const anchors = project.anchors.filter((anchor) => anchor.path === source.path && rowsOf(project.rows, anchor).length > 0);
    const [first] = anchors;
    const [row] = first === undefined ? [] : rowsOf(project.rows, first);
    if (first === undefined || row === undefined) continue;
    yield {
      message: `No grammar reads \`${source.path}\`: what its ${anchors.length === 1 ? "anchor marks" : `${anchors.length} anchors mark`} is not judged.`,
      hint:
        source.language === undefined
          ? "Give the file an extension that tells its language."
          : "See the README for the languages that have a grammar.",
      name: first.name,
      place: placeOfMark(first),
      related: [{ place: placeOfRow(row), message: "declared here" }],
    };
  }
}

function* check(project: Project): Generator<Finding> {
  yield* withoutGrammar(project);
  for (const anchor of project.anchors) {
    if (anchor.placement.kind !== "unjudged" || anchor.placement.reason !== "syntax-error") continue;
    const rows = rowsOf(project.rows, anchor);
    if (rows.length === 0) continue;
    yield {
      message: `A syntax error in what the anchor \`${anchor.name}\` marks keeps it from being judged.`,
      hint: "Check that the code compiles; if it does, the grammar does not know its syntax yet.",
      name: anchor.name,
      place: placeOfMark(anchor),
      related: rows.slice(0, 1).map(relatedRow),
    };
  }
}

/** An anchor is present, but what it marks could not be judged. */
export const unjudgedAnchor: Rule = {
  id: "unjudged-anchor",
  severity: "warning",
  summary: "what an anchor marks could not be judged",
  check,
};
