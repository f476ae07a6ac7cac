/** What reading a file gave: its text (without byte order mark), or why there is none. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };

/** What stands at a path. */
export type Entry = "file" | "directory" | "absent";

/** The files under the root. Paths are relative to it, with `/`. */
export interface Workspace {
  /** The root's absolute path, with `/`. */
  readonly root: string;
  /** Every file that git does not ignore (without git: that stands in no hidden or build folder), sorted; symbolic links excepted. */
  list(): Promise<readonly string[]>;
  /** What stands at the path on disk, git-ignored or not. */
  entry(path: string): Entry;
  /** The path by which `list` knows what stands at `path`: links resolved. The path itself where nothing stands there. */
  real(path: string): string;
  /** The file's bytes, for searches; `undefined` where it cannot be read or is larger than the limit. */
  bytes(path: string): Uint8Array | undefined;
  read(path: string): FileText;
}

/** What git is asked. Every answer is `undefined` where there is no git, no repository or no history. */
export interface History {
  /** Where the file that stood at `path` went: followed through renames to a path that exists. */
  renamedTo(path: string): string | undefined;
  /** When the 1-based line last changed: seconds since 1970; `Infinity` for a change that is not committed. */
  lastChange(path: string, line: number): number | undefined;
  /** The last change that took a word out of a file, and what it put there, where a line shows that; `undefined` where the file never had it. */
  readonly lost?: (path: string, word: string) => { readonly now: string | undefined } | undefined;
  /** Those of the paths that git ignores. */
  ignored(paths: readonly string[]): ReadonlySet<string>;
}

/** What git keeps of earlier times. */
export interface Archive {
  /** The commit whose files these are, for each of the paths that has no change since. */
  committed(paths: readonly string[]): ReadonlyMap<string, string>;
  /** The texts that the file had: first in the commit, if one is given and known, then from the last commit that changed it backward. */
  versions(path: string, commit: string | undefined): Iterable<string>;
}

/** Verdicts of earlier runs, by the hash of all that they depend on. */
export interface Verdicts {
  /** What was kept under the key, if it still is. */
  recall(key: string): string | undefined;
  keep(key: string, verdict: string): void;
}
