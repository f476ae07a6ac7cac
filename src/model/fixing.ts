/** Which repairs to make: those that never change what is claimed, or the others too. */
export type FixMode = "safe" | "all";

/** A file whose text changes. Both texts are the file's whole content, its byte order mark included. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What came of making repairs. */
export interface FixOutcome {
  readonly mode: FixMode;
  /** How many diagnostics were mended, or would be where nothing is written. */
  readonly fixed: number;
  /** In how many files. */
  readonly files: number;
  /** False if nothing was to be written: then the report is of the files as they are. */
  readonly written: boolean;
}
