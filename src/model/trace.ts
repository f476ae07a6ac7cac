/** The formats of the matrix. */
export const matrixFormats = ["text", "json", "markdown", "html"] as const;

/** A format that `trace --format` knows. */
export type MatrixFormat = (typeof matrixFormats)[number];

/** A line of a file. */
export interface TracePlace {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** Where a module defines the name. */
export interface TracedDefinition extends TracePlace {
  readonly module: string;
  readonly kind: "operator" | "function" | "constant" | "variable" | "assumption" | "theorem" | "instance" | "module";
}

/** One thing that checks the name, or says how it is checked. */
export type TracedCheck =
  /** A configuration, or an option of a command, gives it to the model checker. */
  | (TracePlace & {
      readonly kind: "model-checker";
      readonly role: "invariant" | "property";
      /** The checked definition that states the name among others, where the name itself is not given. */
      readonly in?: string;
      /** Why the run is expected to find a fault: the words that say so. */
      readonly fails?: string;
      /** False where nobody can tell which module the configuration is for. */
      readonly paired: boolean;
    })
  /** It is an ASSUME or a THEOREM itself: the keyword as written. */
  | (TracePlace & { readonly kind: "claim"; readonly keyword: string })
  /** A theorem with a proof states it. */
  | (TracePlace & { readonly kind: "proof"; readonly theorem: string })
  /** Its row, or the configuration, says how it is checked. */
  | { readonly kind: "said"; readonly says: string };

/** Where a document's table names it. */
export interface TracedRow extends TracePlace {
  /** `anchor`: a row that promises anchors; `mention`: a cell of another table. */
  readonly kind: "anchor" | "mention";
  /** The files and folders that the row declares, as far as they were found; else as they are written. */
  readonly files: readonly string[];
  /** Why the row promises nothing, in its own words. */
  readonly promisesNothing?: string;
}

/** Why nobody can tell from what is said whether an anchor stands where it should. */
export type UnjudgedReason =
  /** No grammar reads its file. */
  | "no-grammar"
  /** A syntax error is in what it marks. */
  | "syntax-error"
  /** Nothing that row, name and comment say tells one place of the file from another. */
  | "no-evidence"
  /** It has no row to be held against. */
  | "no-row"
  /** It marks no code, or code that production does not run. */
  | "no-code";

/** The code that an anchor marks. */
export interface TracedConstruct {
  /** 1-based, in the anchor's file. */
  readonly line: number;
  /** The node type in its grammar. */
  readonly type: string;
  /** Its own name, if it is a named item. */
  readonly name?: string;
  /** How the anchor's comment is tied to it. */
  readonly tie: "precedes" | "documents" | "trails";
}

/** What became of a link since somebody reviewed it. `moved`: construct and anchor went elsewhere together, and are else as they were. */
export interface TracedReview {
  readonly state: "reviewed" | "moved" | "suspect" | "unreviewed";
  /** What is no longer as it was reviewed. */
  readonly changed: readonly ("code" | "row" | "definition" | "place")[];
  /** Why the link is right, as the reviewer put it. */
  readonly note?: string;
}

/** An anchor of the name. */
export interface TracedAnchor extends TracePlace {
  /** True if a row declares the name for the anchor's file. */
  readonly declared: boolean;
  /** The names of the items around the construct and its own, with `::` between; empty at the top of a file. */
  readonly owner: string;
  /** Absent where it marks none, or none that can be told. */
  readonly construct?: TracedConstruct;
  /** Absent where it was judged. */
  readonly unjudged?: UnjudgedReason;
  /** Absent without a lock, and where there is nothing to review. */
  readonly review?: TracedReview;
}

/** A test that names it. The line is that of its function. */
export interface TracedTest extends TracePlace {
  /** The names of the items around it and its own, with `::` between. */
  readonly test: string;
  /** Where it says the name. */
  readonly by: "name" | "comment" | "attribute";
}

/** Something that is missing or wrong: a finding of `check` about the name. */
export interface TracedGap extends TracePlace {
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** In two or three words. */
  readonly words: string;
  /** The finding's own sentence. */
  readonly message: string;
  /** True if a suppression with a reason silences it: then nothing counts as missing. */
  readonly suppressed: boolean;
}

/** One line of the matrix. */
export interface TracedName {
  readonly name: string;
  /** The name; with its module before it (`M!Name`) where several lines have the same. */
  readonly title: string;
  readonly definitions: readonly TracedDefinition[];
  readonly checks: readonly TracedCheck[];
  readonly rows: readonly TracedRow[];
  readonly anchors: readonly TracedAnchor[];
  readonly tests: readonly TracedTest[];
  /** The worst state of its links; `no-link` where there is none, `no-lock` where the project has no lock. */
  readonly review: "reviewed" | "suspect" | "unreviewed" | "no-link" | "no-lock";
  /** Empty if nothing is missing. */
  readonly missing: readonly TracedGap[];
}

/** What the matrix says of itself. */
export interface MatrixSummary {
  /** Every name that there is, shown or not. */
  readonly names: number;
  /** Those of them of which something is missing. */
  readonly incomplete: number;
  /** Those of the names that are shown. */
  readonly shown: number;
  /** Findings of `check` that are about no name of the matrix. */
  readonly otherFindings: number;
}

/** The traceability matrix. The JSON output is this object. */
export interface Matrix {
  /** The version of this shape. It grows by optional members only. */
  readonly version: 1;
  /** The root's absolute path, with `/`. */
  readonly root: string;
  /** False where no document is about any module: then definitions and checks are not known. */
  readonly specifications: boolean;
  readonly summary: MatrixSummary;
  /** In the order of the documents, then of the specifications. */
  readonly names: readonly TracedName[];
  /** What could not be read: the matrix is without it. */
  readonly unreadable: readonly (TracePlace & { readonly message: string })[];
  /** Test files that name something and that no grammar reads. */
  readonly unreadTests: readonly string[];
}

/** What a reporter of the matrix may know beside it. */
export interface MatrixContext {
  /** True where the output understands ANSI colours. */
  readonly colour: boolean;
  /** Columns of the terminal; `undefined` where the output is none. */
  readonly width: number | undefined;
  /** What leads from the folder of the output to the root: `""`, `../`. */
  readonly toRoot: string;
}

/** Turns the matrix into text, with a final line end. */
export type MatrixReporter = (matrix: Matrix, context: MatrixContext) => string;

/** True if something is missing that no suppression answers for. */
export function isIncomplete({ missing }: Pick<TracedName, "missing">): boolean {
  return missing.some(({ suppressed }) => !suppressed);
}
