import type { Anchor, LinkedRow } from "./project.js";
import type { Construct } from "./source.js";
import type { Place, Span } from "./span.js";
import type { Definition } from "./specification.js";

/** What tells one link from every other, apart from what was said about it. */
export interface LinkKey {
  readonly name: string;
  /** The file of the anchor, relative to the root. */
  readonly path: string;
  /** The named items around the construct and its own name, outermost first, with `::` between; empty at the top of a file. */
  readonly owner: string;
  /** Which of the links with the same name, path and owner it is, in the order of the file. */
  readonly ordinal: number;
  /** A hash of the construct's tokens. */
  readonly fingerprint: string;
  /** How many constructs with the same fingerprint stand before it under the same owner. */
  readonly twin: number;
}

/** A link as it was when somebody reviewed it. */
export interface LockEntry extends LinkKey {
  /** How many constructs of its file had the same tokens, whatever their owner. */
  readonly equal: number;
  /** What the row said; one line each where several rows were about the link. */
  readonly explanation: string;
  /** The commit whose file is what was reviewed; `undefined` where the file had changes that were not committed. */
  readonly commit: string | undefined;
  /** Why the link is right, as the reviewer put it. */
  readonly note: string | undefined;
  /** A hash of what the specification says of the name; `undefined` where it was not read. */
  readonly definition: string | undefined;
}

/** A fault of a lock's text. */
export interface LockProblem {
  /** Where in it; `undefined`: the whole file. */
  readonly at: Span | undefined;
  readonly message: string;
  readonly hint: string | undefined;
}

/** The lock that was found: its entries, or everything that is wrong with it. */
export type LoadedLock = { readonly path: string; readonly text: string } & (
  | { readonly kind: "lock"; readonly entries: readonly LockEntry[] }
  | { readonly kind: "problems"; readonly problems: readonly LockProblem[] }
);

/** What is no longer as it was reviewed. */
export type LinkChange =
  | { readonly kind: "code" }
  | { readonly kind: "row" }
  /** The construct that was reviewed is still there, and the anchor marks another one. */
  | { readonly kind: "left"; readonly still: Place }
  /** What the specification says of the name. */
  | { readonly kind: "definition" }
  /** The construct that was reviewed is gone, and the anchor marks another one with the same tokens. */
  | { readonly kind: "alike" };

/** What became of a link since it was reviewed. */
export type LinkState =
  | { readonly kind: "unreviewed" }
  | { readonly kind: "reviewed"; readonly entry: LockEntry }
  /** The construct moved or was renamed, and its anchor with it; or row and anchor have another name, and nothing else changed. */
  | { readonly kind: "moved"; readonly entry: LockEntry }
  | { readonly kind: "suspect"; readonly entry: LockEntry; readonly changes: readonly LinkChange[] };

/** An anchor with a construct, and the rows that declare it for its file. */
export interface Link extends LinkKey {
  readonly anchor: Anchor;
  readonly construct: Construct;
  /** How many constructs of its file have the same tokens. Counted when it is asked for: the whole file is read for it. */
  readonly equal: () => number;
  /** At least one. */
  readonly rows: readonly LinkedRow[];
  /** What the rows say that are about this link, one line each. */
  readonly explanation: string;
  /** What the specification says of the name, as its rows mean it; none where no module defines it. */
  readonly definitions: readonly Definition[];
  /** A hash of that; `undefined` where there is none. */
  readonly definition: string | undefined;
  readonly state: LinkState;
}

/** The links of a project held against its lock. */
export interface Links {
  readonly links: readonly Link[];
  /** Entries whose row and anchor are both gone. */
  readonly gone: readonly LockEntry[];
  /** Entries of links that have another entry, which fits better. */
  readonly doubles: readonly LockEntry[];
}

/** How many links a lock speaks for. */
export interface LinkSummary {
  /** As they were reviewed, moved ones included. */
  readonly reviewed: number;
  /** Changed since they were reviewed. */
  readonly suspect: number;
  /** Never reviewed. */
  readonly unreviewed: number;
  /** Moved or renamed together with their anchor. */
  readonly moved: number;
  /** Entries of the lock whose row and anchor are both gone. */
  readonly gone: number;
}
