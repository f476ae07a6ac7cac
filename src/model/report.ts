import type { Severity } from "./finding.js";
import type { FixOutcome } from "./fixing.js";
import type { LinkSummary } from "./lock.js";

/** What was looked at, and what came of it. */
export interface Summary {
  /** Documents that were read. */
  readonly documents: number;
  /** Rows of anchor tables, malformed ones included. */
  readonly rows: number;
  /** Anchors, one per name. */
  readonly anchors: number;
  /** Source files that hold an anchor or that a row declares. */
  readonly sources: number;
  /** Definitions read from specifications. */
  readonly definitions: number;
  /** Diagnostics of severity `error`. */
  readonly errors: number;
  /** Diagnostics of severity `warning`. */
  readonly warnings: number;
  /** Links that were not judged; `unjudged` of the report lists them. */
  readonly unjudged: number;
  /** Findings that a suppression with a reason silenced. */
  readonly suppressed: number;
  /** Rows that promise nothing (`—`, `N/A`, `implicit`). */
  readonly withoutPromise: number;
  /** Rows whose site is declared external or git-ignored: not judged. */
  readonly external: number;
  /** Files whose bytes were searched for markers. */
  readonly searched: number;
  /** Markdown files that cite code and are not documents by configuration or discovery. */
  readonly unconfiguredDocuments: number;
  /** Tables that are anchor tables only because at least half of their rows have their anchor. */
  readonly inferredTables: readonly { readonly path: string; readonly line: number }[];
  /** Tables that speak of anchors but are not read as anchor tables, because no marker stands with them. */
  readonly doubtedTables: readonly { readonly path: string; readonly line: number }[];
  /** The paths that the report was limited to; empty: it shows everything. What was read is never limited. */
  readonly limitedTo: readonly string[];
  /** How the links compare with the lock; absent where there is none. */
  readonly links?: LinkSummary;
  /** Diagnostics that were mended before this report; absent where no fixing was asked for. */
  readonly fixed?: number;
}

/** A stretch of a file as editors count it: 1-based, columns in UTF-16 code units, `endColumn` exclusive. */
export interface ReportRange {
  /** Relative to the root, with `/`; `.` for a finding that has no place. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place that helps to understand a diagnostic. */
export interface RelatedPlace extends ReportRange {
  readonly message: string;
}

/** A replacement of a range of a file. */
export interface ReportEdit extends ReportRange {
  readonly text: string;
}

/** A repair of a diagnostic. */
export interface ReportFix {
  readonly title: string;
  /** True if it never changes what the program or the document claims. */
  readonly safe: boolean;
  readonly edits: readonly ReportEdit[];
}

/** A finding, signed with its rule and severity. */
export interface Diagnostic extends ReportRange {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence, names in backticks. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The row's name, or the anchor's where no row is concerned. */
  readonly name?: string;
  readonly related: readonly RelatedPlace[];
  readonly fix?: ReportFix;
  /** Stays the same while the finding does, wherever its line moves: a hash without line numbers. */
  readonly fingerprint: string;
}

/** An anchor that could be neither confirmed nor doubted, and why. */
export interface UnjudgedLink {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly reason: string;
}

/** What `check` found. The JSON output is this object. */
export interface Report {
  /** The version of this shape. It grows by optional members only. */
  readonly version: 1;
  /** The root's absolute path, with `/`. */
  readonly root: string;
  readonly summary: Summary;
  /** Sorted by path, line, column, rule. */
  readonly diagnostics: readonly Diagnostic[];
  readonly unjudged: readonly UnjudgedLink[];
}

/** What a reporter may know beside the report. */
export interface ReportContext {
  /** The text of a file of the report, or `undefined` where there is none. */
  readonly textOf: (path: string) => string | undefined;
  /** True where the output understands ANSI colours. */
  readonly colour: boolean;
  /** Columns of the terminal; `undefined` where the output is none: frames then take what a log shows well. */
  readonly width: number | undefined;
  /** What to put before a path so that it is relative to the repository's top folder: `""` or `crates/a/`. */
  readonly prefix: string;
  /** Errors only. */
  readonly quiet: boolean;
  /** What came of fixing, where that was asked for. */
  readonly fixing?: FixOutcome;
}

/** Turns a report into text, with a final line end. */
export type Reporter = (report: Report, context: ReportContext) => string;
