import type { Citation, CitationClaim, CitedLines } from "./citation.js";
import type { Remover, Revision } from "./past.js";
import type { Site } from "./project.js";
import type { SymbolFact } from "./source.js";
import type { Place, Span } from "./span.js";

/** A range of lines, 1-based, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A text as citations are held against it: a cited file, or a block of code in a document. */
export interface CitedText {
  readonly path: string;
  readonly text: string;
  /** What it defines; empty where nothing reads its language. */
  readonly defined: readonly SymbolFact[];
  /** False where words alone tell what stands where. */
  readonly isParsed: boolean;
  /** In order. */
  readonly comments: readonly Span[];
  readonly strings: readonly Span[];
}

/** What history says of a citation that is not right. */
export type Story =
  /** Nothing: no git, no commit, or nothing that can be told. */
  | { readonly kind: "unknown" }
  /** Document and file entered history together: what was there before, nobody can tell. */
  | { readonly kind: "no-history" }
  /** What it says did not hold when it was written. */
  | { readonly kind: "never"; readonly written: Revision }
  /** It held when it was written, and its lines are still there. */
  | { readonly kind: "moved"; readonly written: Revision }
  /** It held when it was written, and its lines are gone. */
  | { readonly kind: "gone"; readonly written: Revision; readonly by: Remover };

/** Cited lines that are wrong, and where they should point. */
export interface StaleLines {
  readonly lines: CitedLines;
  /** `undefined` where nothing tells, or several places are as likely. */
  readonly now: (LineRange & { readonly path: string }) | undefined;
  /** True if that is certain: the very lines were followed, or what is claimed has this place only. */
  readonly isSure: boolean;
}

/** A place where what is claimed stands. */
export interface ClaimPlace {
  readonly claim: CitationClaim;
  readonly lines: LineRange;
  readonly place: Place;
  readonly kind: "definition" | "use" | "text";
}

/** A line of a block of code that the source has otherwise. `undefined`: the other side has no such line. */
export interface LineDifference {
  readonly written: string | undefined;
  readonly actual: string | undefined;
  /** The 1-based line of the source that it is, or that it would stand before. */
  readonly line: number;
}

/** What became of a citation. */
export type CitationVerdict =
  | { readonly kind: "right" }
  /**
   * `proposal`: the text says what is to be done. `external`: another repository's, or ignored. `other`: judged as something else.
   * `unclear`: nothing certain is claimed. `unreadable`: the file cannot be read, or not as it was then.
   */
  | { readonly kind: "unjudged"; readonly because: "proposal" | "external" | "other" | "unclear" | "unreadable" }
  | { readonly kind: "missing-file" }
  /** The files of that name; `holding` are those in which the citation is right. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly string[]; readonly holding: readonly string[] }
  /** Lines that the file does not have: `count` is how many it has. */
  | {
      readonly kind: "out-of-range";
      readonly lines: CitedLines;
      readonly count: number;
      readonly stale: readonly StaleLines[];
      readonly places: readonly ClaimPlace[];
      readonly story: Story;
    }
  /** What is claimed stands elsewhere in the file (`places`), or the lines went elsewhere; `claims` is empty where nothing is claimed. */
  | {
      readonly kind: "stale";
      readonly stale: readonly StaleLines[];
      readonly claims: readonly CitationClaim[];
      readonly places: readonly ClaimPlace[];
      readonly story: Story;
    }
  /** The file has nothing of that name; `elsewhere` are the definitions in other sources; `now` is what became of the cited lines. */
  | {
      readonly kind: "missing-symbol";
      readonly claim: CitationClaim & { readonly names: readonly string[] };
      readonly elsewhere: readonly Place[];
      readonly now: (LineRange & { readonly path: string }) | undefined;
      readonly story: Story;
    }
  /** The source is like the quoted block, and not the same. */
  | {
      readonly kind: "changed";
      readonly claim: CitationClaim;
      readonly lines: LineRange;
      readonly place: Place;
      readonly differences: readonly LineDifference[];
      readonly story: Story;
    };

/** A citation with what became of it. */
export interface JudgedCitation {
  readonly document: string;
  readonly citation: Citation;
  /** `undefined` where no file is named. */
  readonly site: Site | undefined;
  /** The file that it was held against. */
  readonly target: string | undefined;
  /** The commit that the document is held to, where it describes a past state. */
  readonly asOf: Revision | undefined;
  readonly verdict: CitationVerdict;
}

/** How the citations of a document are judged. */
export interface CitationPolicy {
  /** `written`: as the sources were when the citing line was written; else a commit; `undefined`: as they are. */
  readonly asOf: string | undefined;
  /** By how many lines a citation may miss what it cites. */
  readonly tolerance: number;
}

/** The files of earlier commits. */
export interface PastFiles {
  /** The commit that a name or the beginning of a hash stands for. */
  readonly commit: (name: string) => Revision | undefined;
  /** The first of the paths that the commit has; `undefined` where it has none of them, or where it cannot be read. */
  readonly file: (commit: Revision, paths: readonly string[]) => { readonly path: string; readonly text: string } | undefined;
}
