import type { Finding, Fix, Severity } from "../model/finding.js";
import type { Diagnostic, ReportFix, ReportRange } from "../model/report.js";
import { lineStarts, lineText, type Place, positionAt } from "../model/span.js";

/** A finding with its rule's id and the severity it is reported at. */
export interface Signed {
  readonly rule: string;
  readonly severity: Severity;
  readonly finding: Finding;
}

type TextOf = (path: string) => string | undefined;

/** Turns spans into lines and columns; line starts are kept per file. */
function ranger(textOf: TextOf): (place: Place | undefined) => ReportRange {
  const kept = new Map<string, readonly number[]>();
  return (place) => {
    if (place === undefined) return { path: ".", line: 1, column: 1, endLine: 1, endColumn: 1 };
    const starts = kept.get(place.path) ?? lineStarts(textOf(place.path) ?? "");
    kept.set(place.path, starts);
    const [start, end] = [positionAt(starts, place.span.start), positionAt(starts, place.span.end)];
    return { path: place.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
}

/** The text of a diagnostic's first line, white space folded: what tells it from others of its rule wherever the line moves. */
function lineOf(range: ReportRange, textOf: TextOf): string {
  const text = textOf(range.path) ?? "";
  return (lineText(text, lineStarts(text), range.line) ?? "").replace(/\s+/g, " ").trim();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders by path, line, column, then rule, name and message: never by the order in which files were read. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.name ?? "", b.name ?? "") ||
    compare(a.message, b.message)
  );
}

function reportFix(fix: Fix, range: (place: Place) => ReportRange): ReportFix {
  return {
    title: fix.title,
    safe: fix.safe,
    edits: fix.edits.map((edit) => ({ ...range({ path: edit.path, span: edit.span }), text: edit.text })),
  };
}

/** The hash of what tells a diagnostic from others: 32 hexadecimal digits. */
export async function fingerprintOf(parts: readonly (string | number)[]): Promise<string> {
  // Loaded for the first finding: most checks have none, and Node takes longer to load it than to hash them all.
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** Turns findings into diagnostics: sorted, with lines and columns, and fingerprints that no moved line changes. */
export async function sign(findings: readonly Signed[], textOf: TextOf): Promise<readonly Diagnostic[]> {
  const range = ranger(textOf);
  const unsigned = findings.map(
    ({ rule, severity, finding }): Diagnostic => ({
      rule,
      severity,
      message: finding.message,
      ...(finding.hint === undefined ? {} : { hint: finding.hint }),
      ...(finding.name === undefined ? {} : { name: finding.name }),
      ...range(finding.place),
      related: (finding.related ?? []).map(({ place, message }) => ({ ...range(place), message })),
      ...(finding.fix === undefined ? {} : { fix: reportFix(finding.fix, range) }),
      fingerprint: "",
    }),
  );
  const seen = new Map<string, number>();
  const identified = unsigned.sort(byPlace).map((diagnostic) => {
    const identity = [diagnostic.rule, diagnostic.name ?? "", diagnostic.path, lineOf(diagnostic, textOf)];
    const key = JSON.stringify(identity);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { diagnostic, identity: [...identity, ordinal] };
  });
  return Promise.all(identified.map(async ({ diagnostic, identity }) => ({ ...diagnostic, fingerprint: await fingerprintOf(identity) })));
}
