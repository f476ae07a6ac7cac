import { placeOfAnchor, placeOfMark, placeOfRow, relatedRow } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { LinkedRow, Obligation, Project, Unmet } from "../model/project.js";
import type { Mark } from "../model/source.js";

type Malformed = Unmet["because"] & { readonly kind: "malformed" };

/** A marker that deviates in case, colon or space, with the edit that mends it. */
function deviatingMarker(project: Project, path: string, mark: Mark, declared: string, row: LinkedRow | undefined): Finding {
  const name = { start: mark.wordStart, end: mark.span.end };
  return {
    message: `\`${mark.marker}${mark.word}\` is no anchor: an anchor is written \`${project.marker}: ${declared}\`.`,
    hint: "Correct the marker: case, colon and space count.",
    name: declared,
    place: { path, span: mark.span },
    related: row === undefined ? [] : [relatedRow(row)],
    fix: {
      title: `write \`${project.marker}: ${declared}\``,
      safe: true,
      edits: [
        { path, span: { start: mark.span.start, end: mark.span.start + mark.marker.length }, text: `${project.marker}: ` },
        ...(mark.word === declared ? [] : [{ path, span: name, text: declared }]),
      ],
    },
  };
}

function findingOf(project: Project, obligation: Obligation, because: Malformed): Finding {
  const { deviation, path, mark } = because;
  if (deviation.kind === "marker") return deviatingMarker(project, path, mark, deviation.declared, obligation.row);
  if (deviation.kind === "position") {
    return {
      message: `\`${project.marker}: ${deviation.declared}\` does not begin its comment line, so it is no anchor.`,
      hint: "Put the marker first on a line of its comment.",
      name: deviation.declared,
      place: { path, span: mark.span },
      related: [relatedRow(obligation.row)],
    };
  }
  const { written, declared, changed } = deviation;
  const [row, anchor] = [placeOfRow(obligation.row), placeOfMark(written)];
  const anchorIsWrong = changed === "anchor";
  return {
    message: `The row says \`${declared}\` and the anchor says \`${written.name}\`: they miss each other by a few letters.`,
    hint: anchorIsWrong
      ? `Write \`${declared}\` in the anchor: it changed last.`
      : `Write \`${written.name}\` in the row, or \`${declared}\` in the anchor.`,
    name: declared,
    place: anchorIsWrong ? anchor : row,
    related: [anchorIsWrong ? relatedRow(obligation.row) : { place: placeOfAnchor(written), message: "the anchor" }],
  };
}

function* check(project: Project): Generator<Finding> {
  for (const { obligation, because } of project.unmet) if (because.kind === "malformed") yield findingOf(project, obligation, because);
  for (const { path, mark, declared } of project.nearMarks) {
    const row = project.rows.find(({ row: { names } }) => names.some(({ name }) => name === declared));
    yield deviatingMarker(project, path, mark, declared, row);
  }
}

/** A marker is near a declared name but misses it: by case, colon, space, place or a few letters. */
export const malformedAnchor: Rule = {
  id: "malformed-anchor",
  severity: "error",
  summary: "a marker is almost an anchor of a declared name",
  check,
};
