/** One reviewed link, as `spec-anchors.lock` writes it. */
export interface LockBlock {
  /** The row's name. */
  readonly name: string;
  /** The file of the anchor, relative to the root, with `/`. */
  readonly path: string;
  /** The named items around the construct and its own name, outermost first, with `::` between; empty at the top of a file. */
  readonly owner: string;
  /**
   * Which of the links with the same name, path and owner it is, in the order of the file. Absent: the first.
   * @asType integer
   * @minimum 1
   */
  readonly ordinal?: number;
  /**
   * A hash of the construct's tokens, without comments and what a formatter changes.
   * @pattern ^[0-9a-f]{16,64}$
   */
  readonly fingerprint: string;
  /**
   * How many constructs with the same fingerprint stand before it under the same owner. Absent: none.
   * @asType integer
   * @minimum 1
   */
  readonly twin?: number;
  /**
   * How many constructs with the same fingerprint the file has, under any owner. Absent: only this one.
   * @asType integer
   * @minimum 2
   */
  readonly equal?: number;
  /** What the row said; one line each where several rows were about the link. */
  readonly explanation: string;
  /**
   * A hash of what the specification says of the name. Absent: no specification was read.
   * @pattern ^[0-9a-f]{16,64}$
   */
  readonly definition?: string;
  /**
   * The commit that holds the file as it was reviewed. Absent: the file had changes that were not committed.
   * @pattern ^[0-9a-f]{7,64}$
   */
  readonly commit?: string;
  /** Why the link is right, as the reviewer put it. */
  readonly note?: string;
}

/** What `spec-anchors.lock` holds. */
export interface LockFile {
  /** The version of this form. */
  readonly version: 1;
  /** Sorted by name, path, owner and ordinal. */
  readonly link?: readonly LockBlock[];
}
