/** Lines of a file that a line of a document cites. Paths are relative to the root, with `/`. */
export interface CitedLines {
  readonly document: string;
  /** The 1-based line of the document as it stands on disk. */
  readonly line: number;
  /**
   * Where the file stands, or may have stood: the first of them that was there when the line was written counts. If none was, the only
   * file of that time whose path ends with the last of them.
   */
  readonly paths: readonly string[];
  /** The first and the last cited line, 1-based. */
  readonly first: number;
  readonly last: number;
}

/** A commit, as messages name it. */
export interface Revision {
  readonly hash: string;
  /** When it was committed: seconds since 1970. */
  readonly date: number;
  readonly subject: string;
}

/** What took lines away: a commit, a change that is not committed, or something in a history that is too long to be followed. */
export type Remover =
  | { readonly kind: "commit"; readonly commit: Revision }
  | { readonly kind: "uncommitted" }
  | { readonly kind: "not-known" };

/** What became of one cited line; `line` is its number then, 1-based as all the others. */
export type LineFate =
  /** The line stands at `at`, to `to` where it was wrapped; at most its white space changed. */
  | { readonly kind: "kept"; readonly line: number; readonly at: number; readonly to: number }
  | { readonly kind: "edited"; readonly line: number; readonly at: number; readonly to: number }
  | { readonly kind: "gone"; readonly line: number; readonly by: Remover };

/** What a citation was when it was written. */
export interface Written {
  /** The commit that last changed more than white space of the document's line. */
  readonly commit: Revision;
  /** The file in that commit. */
  readonly path: string;
  /** Its text, with `\n` as line ends. */
  readonly text: string;
  /** True if document and file entered history in that commit: what the file was before, nobody can tell, so nothing was "never right". */
  readonly together: boolean;
}

/** Where cited lines are now. */
export interface FollowedLines {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** What history says of a citation. */
export type Followed =
  /** There is no git, history is cut off, the document has no such line, git gave no answer, or a file on the way is too large. */
  | { readonly kind: "unknown"; readonly reason: "no-git" | "cut-off" | "no-line" | "no-answer" | "too-large" }
  /** The document's line is not committed: it speaks of the files as they are. */
  | { readonly kind: "uncommitted" }
  /** When the line was written there was no such file. */
  | { readonly kind: "absent"; readonly commit: Revision }
  /** Document and file entered history together and neither has changed since. */
  | ({ readonly kind: "no-history" } & Written)
  /** The file had not so many lines. */
  | ({ readonly kind: "beyond" } & Written)
  | ({
      readonly kind: "here";
      readonly now: FollowedLines;
      /** True if the text of every cited line stands there unchanged. */
      readonly exact: boolean;
      /** True if nothing but white space, line ends and commas before closing brackets changed. */
      readonly layout: boolean;
      /** How many lines stand between the first and the last that were not cited. */
      readonly inserted: number;
      readonly lines: readonly LineFate[];
    } & Written)
  /** The lines went to one of several places that are equally likely. */
  | ({ readonly kind: "ambiguous"; readonly by: Remover } & Written)
  /** The lines went to a file that is not below the root. */
  | ({ readonly kind: "outside" } & Written)
  /** The lines are gone; `path` is the last file that held them. */
  | ({ readonly kind: "gone"; readonly by: Remover; readonly from: string } & Written);

/** What git tells about what documents cite. */
export interface Past {
  /** One answer for each citation, in their order. One call for all citations needs far fewer questions to git than one for each. */
  follow(cited: readonly CitedLines[]): readonly Followed[];
}
