import { markText } from "../judge/anchor-text.js";
import { covers } from "../judge/coverage.js";
import { placeOfAnchor, placeOfMark, placeOfRow, relatedRow } from "../judge/places.js";
import { byMark, type UnmetBy } from "../judge/unmet.js";
import type { Finding, Fix, Rule } from "../model/finding.js";
import type { LinkedRow, Project } from "../model/project.js";
import type { Mark } from "../model/source.js";

/** Writes a form's beginning, and the first name's letter case; `undefined` where what is behind the name is not as the form says, too. */
function formFix(project: Project, path: string, mark: Mark, declared: string): Fix | undefined {
  const { form } = mark;
  const text = project.textOf(path);
  const closing = form === undefined ? "" : `${form.close}${form.claim?.optional === false ? form.claim.before : ""}`;
  if (form === undefined || text?.startsWith(closing.trimEnd(), mark.span.end) !== true) return undefined;
  return {
    title: `write \`${form.open}${declared}\``,
    safe: true,
    edits: [
      { path, span: { start: mark.span.start, end: mark.span.start + mark.marker.length }, text: form.open },
      ...(mark.word === declared ? [] : [{ path, span: { start: mark.wordStart, end: mark.span.end }, text: declared }]),
    ],
  };
}

/** Writes the marker, and the first name's letter case, as they have to be. */
function markerFix(project: Project, path: string, mark: Mark, declared: string): Fix {
  const written = `${project.marker}: `;
  return {
    title: `write \`${written}${declared}\``,
    safe: true,
    edits: [
      { path, span: { start: mark.span.start, end: mark.span.start + mark.marker.length }, text: written },
      ...(mark.word === declared ? [] : [{ path, span: { start: mark.wordStart, end: mark.span.end }, text: declared }]),
    ],
  };
}

/** A marker that deviates in case, colon or space. It is mended safely only where a row waits for it: elsewhere it would be undeclared. */
function deviatingMarker(project: Project, path: string, mark: Mark, declared: string, rows: readonly LinkedRow[]): Finding {
  const { form } = mark;
  const awaited = rows.some(({ sites }) => sites.some((site) => covers(site, path)));
  const fix = form === undefined ? markerFix(project, path, mark, declared) : formFix(project, path, mark, declared);
  return {
    message:
      form === undefined
        ? `\`${mark.marker}${mark.word}\` is no anchor: the marker is written \`${project.marker}: \`.`
        : `\`${mark.marker}${mark.word}\` is no anchor: it is written \`${markText(project, mark, declared)}\`.`,
    hint: form === undefined ? "Correct the marker: case, colon and space count." : "Write it as its form says: every sign counts.",
    name: declared,
    place: { path, span: mark.span },
    related: rows.map(relatedRow),
    ...(awaited && fix !== undefined ? { fix } : {}),
  };
}

/** A row and an anchor whose names are nearly alike: at the row, unless git says that the anchor changed last. */
function nearSpelling(unmet: UnmetBy<"malformed">): Finding | undefined {
  const { obligation, because } = unmet;
  if (because.deviation.kind !== "spelling") return undefined;
  const { written, declared, changed } = because.deviation;
  const atAnchor = changed === "anchor";
  const sameLetters = declared.toLowerCase() === written.name.toLowerCase();
  return {
    message: `The row says \`${declared}\` and the anchor says \`${written.name}\`: ${sameLetters ? "they differ in letter case" : "is that one name?"}${sameLetters ? "." : ""}`,
    hint: atAnchor
      ? `Write \`${declared}\` in the anchor: it changed last.`
      : `Write \`${written.name}\` in the row, or \`${declared}\` in the anchor.`,
    name: declared,
    place: atAnchor ? placeOfMark(written) : placeOfRow(obligation.row),
    related: [atAnchor ? relatedRow(obligation.row) : { place: placeOfAnchor(written), message: "the anchor" }],
  };
}

function findingOf(project: Project, group: readonly UnmetBy<"malformed">[], first: UnmetBy<"malformed">): Finding | undefined {
  const { path, mark, deviation } = first.because;
  const rows = group.map(({ obligation }) => obligation.row);
  if (deviation.kind === "marker") return deviatingMarker(project, path, mark, deviation.declared, rows);
  if (deviation.kind === "spelling") return nearSpelling(first);
  return {
    message: `\`${markText(project, mark, deviation.declared)}\` does not begin its comment line, so it is no anchor.`,
    hint: "Put the marker first on a line of its comment.",
    name: deviation.declared,
    place: { path, span: mark.span },
    related: rows.map(relatedRow),
  };
}

function* check(project: Project): Generator<Finding> {
  for (const group of byMark(project, "malformed")) {
    const spelled = group.filter(({ because }) => because.deviation.kind === "spelling");
    const [marked] = group.filter(({ because }) => because.deviation.kind !== "spelling");
    const findings = [...spelled.map((unmet) => findingOf(project, [unmet], unmet)), marked && findingOf(project, group, marked)];
    for (const finding of findings) if (finding !== undefined) yield finding;
  }
  for (const { path, mark, names } of project.nearMarks) {
    const [declared] = names;
    if (declared === undefined) continue;
    const rows = project.rows.filter(({ row }) => row.names.some(({ name }) => name === declared));
    const awaiting = rows.filter(({ sites }) => sites.some((site) => covers(site, path)));
    yield deviatingMarker(project, path, mark, declared, (awaiting.length > 0 ? awaiting : rows).slice(0, 1));
  }
}

/** A marker is near a declared name but misses it: by case, colon, space, place or a few letters. */
export const malformedAnchor: Rule = {
  id: "malformed-anchor",
  severity: "error",
  summary: "a marker is almost an anchor of a declared name",
  check,
};
