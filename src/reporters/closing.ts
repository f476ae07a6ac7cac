import type { Report, ReportContext, Summary } from "../model/report.js";
import { visiblePath } from "./visible.js";

/** What came of it: `2 errors, 1 warning`, or `no problems`. */
export function verdict(summary: Summary): string {
  const counts = [
    ...(summary.errors > 0 ? [count(summary.errors, "error")] : []),
    ...(summary.warnings > 0 ? [count(summary.warnings, "warning")] : []),
  ];
  return counts.length > 0 ? counts.join(", ") : "no problems";
}

/** What was mended, and what could be: `fixed 3 (2 files)`, `1 fixable with --fix --unsafe`. Nothing where there is neither. */
export function mending(report: Report, { fixing }: ReportContext): readonly string[] {
  const fixes = report.diagnostics.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
  const safe = fixes.filter((fix) => fix.safe).length;
  const unsafe = fixes.length - safe;
  const withUnsafe = "fixable with --fix --unsafe";
  if (fixing === undefined) {
    return [
      ...(safe > 0 ? [`${grouped(safe)} fixable with --fix`] : []),
      ...(unsafe > 0 ? [`${grouped(unsafe)} ${safe > 0 ? "more " : ""}${withUnsafe}`] : []),
    ];
  }
  const { fixed, files, mode, written } = fixing;
  const what = fixed === 0 ? "nothing" : `${grouped(fixed)} (${count(files, "file")})`;
  return [`${written ? "fixed" : "would fix"} ${what}`, ...(mode === "safe" && unsafe > 0 ? [`${grouped(unsafe)} ${withUnsafe}`] : [])];
}

/** What was looked at: `21 rows in 1 document, 22 anchors in 3 files`, and the definitions where specifications were read. */
export function lookedAt(summary: Summary): string {
  return [
    `${count(summary.rows, "row")} in ${count(summary.documents, "document")}`,
    `${count(summary.anchors, "anchor")} in ${count(summary.sources, "file")}`,
    ...(summary.definitions > 0 ? [count(summary.definitions, "definition")] : []),
  ].join(", ");
}

/** What a reader could take for checked, or for absent, and is not: one line each, none where there is nothing to say. */
export function notes(report: Report, context: ReportContext): readonly string[] {
  const { summary } = report;
  const lines: (string | false)[] = [
    summary.limitedTo.length > 0 && `only what touches ${summary.limitedTo.map((path) => visiblePath(path || ".")).join(", ")} is reported`,
    summary.unjudged > 0 && `${count(summary.unjudged, "link")} not judged (see --format json)`,
    ...links(summary),
    summary.suppressed > 0 && `${count(summary.suppressed, "finding")} suppressed`,
    summary.withoutPromise > 0 && `${count(summary.withoutPromise, "row")} without a promise`,
    summary.external > 0 && `${count(summary.external, "external row")} not judged`,
    ...tables(summary.inferredTables, "is read as an anchor table because at least half of its rows have their anchor"),
    ...tables(summary.doubtedTables, "speaks of anchors, but no source marks its names: not read as an anchor table"),
    summary.unconfiguredDocuments > 0 && unconfigured(summary.unconfiguredDocuments),
    context.quiet && summary.warnings > 0 && `${count(summary.warnings, "warning")} not shown (--quiet)`,
  ];
  return lines.filter((line) => line !== false);
}

/** What the lock says that no finding does. */
function links({ links: lock }: Summary): readonly (string | false)[] {
  if (lock === undefined) return [];
  const verbs = { unreviewed: lock.unreviewed === 1 ? "was" : "were", moved: lock.moved === 1 ? "its anchor" : "their anchors" };
  return [
    lock.unreviewed > 0 && `${count(lock.unreviewed, "link")} ${verbs.unreviewed} never reviewed (see spec-anchors review)`,
    lock.gone > 0 && `${count(lock.gone, "reviewed link")} ${lock.gone === 1 ? "is" : "are"} gone (see spec-anchors review)`,
    lock.moved > 0 && `${count(lock.moved, "reviewed construct")} moved together with ${verbs.moved}`,
  ];
}

/** A line for each table, but not pages of them. */
function tables(places: Summary["inferredTables"], what: string): readonly string[] {
  const shown = 5;
  const lines = places.slice(0, shown).map(({ path, line }) => `${visiblePath(path)}:${line} ${what}`);
  return places.length > shown ? [...lines, `${count(places.length - shown, "more table")} alike (see --format json)`] : lines;
}

function unconfigured(documents: number): string {
  const verbs = documents === 1 ? "cites code and is not configured" : "cite code and are not configured";
  return `${count(documents, "more document")} ${verbs}`;
}

/** A number with its noun, in the plural where it is not one. */
function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** A number with its thousands set apart. By hand: the tables behind `toLocaleString` take longer to load than a check. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
