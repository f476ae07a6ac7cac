import { targetOf } from "../judge/coverage.js";
import { placeOfMark, placeOfRow, quoted } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Project, Undeclared } from "../model/project.js";

function messageOf({ anchor, elsewhere }: Undeclared): string {
  const paths = [...new Set(elsewhere.flatMap(({ sites }) => sites.map(targetOf)))];
  if (paths.length > 0) return `\`${anchor.name}\` is declared for ${quoted(paths, "and")}, not for \`${anchor.path}\`.`;
  return elsewhere.length > 0 ? `The row of \`${anchor.name}\` declares no file.` : `No row declares \`${anchor.name}\`.`;
}

function* check(project: Project): Generator<Finding> {
  if (project.rows.length === 0) return;
  for (const found of project.undeclared) {
    const { anchor, elsewhere, near } = found;
    yield {
      message: messageOf(found),
      hint:
        near !== undefined
          ? `Did you mean \`${near}\`? Otherwise give it a row, or delete the anchor.`
          : `Give it a row for \`${anchor.path}\`, or delete the anchor.`,
      name: anchor.name,
      place: placeOfMark(anchor),
      related: elsewhere.slice(0, 1).map((row) => ({ place: placeOfRow(row), message: "declared here" })),
    };
  }
}

/** An anchor has no row, or none for its file. */
export const undeclaredAnchor: Rule = {
  id: "undeclared-anchor",
  severity: "error",
  summary: "no row declares an anchor for its file",
  check,
};
