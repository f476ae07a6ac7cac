import type { JudgedCitation } from "./citing.js";
import type { DocumentFacts } from "./document.js";
import type { AnchorForm } from "./form.js";
import type { Gone, Judgement } from "./judgement.js";
import type { Links } from "./lock.js";
import type { Reference } from "./reference.js";
import type { Row, RowName, TableKind, WrittenSite } from "./row.js";
import type { Mark, Placement, SourceFacts } from "./source.js";
import type { Span } from "./span.js";
import type { Specifications } from "./specification.js";
import type { Suppression } from "./suppression.js";

/** A written site and what it stands for under the root. */
export type Site = WrittenSite &
  (
    | { readonly resolved: "file" | "directory"; readonly target: string }
    | { readonly resolved: "missing" }
    /** Another repository's, by config; or a git-ignored path, a URL: not judged. */
    | { readonly resolved: "external" }
    /** A bare basename that several files have. */
    | { readonly resolved: "ambiguous"; readonly candidates: readonly string[] }
    /** Patterns: any of the files that they match. */
    | { readonly resolved: "pattern"; readonly files: ReadonlySet<string> }
  );

/** A row with its sites looked up. `sites` is empty unless the row is a promise. */
export interface LinkedRow {
  readonly row: Row;
  readonly kind: TableKind;
  readonly sites: readonly Site[];
}

/** A `SPEC: Name` marker in a live comment: one per name. */
export interface Anchor {
  readonly path: string;
  readonly name: string;
  readonly nameSpan: Span;
  readonly mark: Mark;
  /** The comment's text after the names, up to the next anchor, white space folded. */
  readonly text: string;
  readonly placement: Placement;
  /** The construct that it says it marks, where its form has a place for that. */
  readonly claimed?: { readonly written: string; readonly span: Span } | undefined;
}

/** One thing a row promises: one of `names` is anchored in one of `sites`. Mostly one name and one site. */
export interface Obligation {
  readonly row: LinkedRow;
  readonly names: readonly RowName[];
  readonly sites: readonly Site[];
}

/** An obligation that no anchor holds, with the first explanation that fits. */
export interface Unmet {
  readonly obligation: Obligation;
  readonly because: /** None of its sites exists; `anchor` is one of its name in another file. */
    | { readonly kind: "missing-file"; readonly anchor: Anchor | undefined }
    | { readonly kind: "malformed"; readonly path: string; readonly mark: Mark; readonly deviation: Deviation }
    | {
        readonly kind: "not-a-comment";
        readonly path: string;
        readonly mark: Mark;
        readonly what: "string" | "doc-test" | "disabled-block" | "code";
        readonly declared: string;
      }
    | { readonly kind: "wrong-file"; readonly anchor: Anchor }
    | { readonly kind: "missing" };
}

/** A row that cannot be read. `meant` reads alike; `anchor` is the anchor of that name in the row's site. */
export interface MalformedRow {
  readonly row: LinkedRow;
  readonly meant: string | undefined;
  readonly anchor: Anchor | undefined;
}

/** An anchor without a row for its file. */
export interface Undeclared {
  readonly anchor: Anchor;
  /** The rows that declare its name for other files. */
  readonly elsewhere: readonly LinkedRow[];
  /** A declared name that reads alike. */
  readonly near: string | undefined;
}

/** How a marker misses being an anchor for a declared name. */
export type Deviation =
  | { readonly kind: "marker"; readonly declared: string }
  | { readonly kind: "position"; readonly declared: string }
  /** The name is spelled nearly alike; `changed` is the side that changed last, where git knows. */
  | { readonly kind: "spelling"; readonly declared: string; readonly written: Anchor; readonly changed: "row" | "anchor" | undefined };

/** A document, a source file or a configuration that could not be read. */
export interface Unreadable {
  readonly path: string;
  /** Where in it; `undefined`: the whole file. */
  readonly at: Span | undefined;
  readonly message: string;
  readonly hint: string | undefined;
}

/** A suppression, where it stands and what became of it. `not-run`: its rule did not run, so nothing can be said. */
export interface Directive {
  readonly path: string;
  readonly suppression: Suppression;
  readonly use: "used" | "unused" | "not-run";
}

/** Everything the rules decide from. */
export interface Project {
  /** The marker's word without its colon. */
  readonly marker: string;
  /** The forms of anchors beside the marker's own. */
  readonly forms: readonly AnchorForm[];
  /** The ids of all rules. */
  readonly ruleIds: readonly string[];
  /** The ids of those that nothing can silence. */
  readonly alwaysIds: readonly string[];
  readonly documents: readonly DocumentFacts[];
  /** The source files that were read: those that a row declares, and those that hold a mark. */
  readonly sources: ReadonlyMap<string, SourceFacts>;
  /** Rows of anchor and mapping tables, in the order of documents and rows. */
  readonly rows: readonly LinkedRow[];
  readonly anchors: readonly Anchor[];
  /** The obligations that no anchor holds, one explanation each. */
  readonly unmet: readonly Unmet[];
  /** Rows of anchor tables that cannot be read, with the declared or anchored name that reads alike. */
  readonly malformed: readonly MalformedRow[];
  /** Anchors that no row declares for their file and that explain no row. */
  readonly undeclared: readonly Undeclared[];
  /** Marks near a declared name that are no anchors and that no row misses. */
  readonly nearMarks: readonly { readonly path: string; readonly mark: Mark; readonly names: readonly string[] }[];
  /** Whether the anchors that have a row stand where row and code say; only those whose code could be judged. */
  readonly judgements: readonly Judgement[];
  /** What the explanations of rows name and what is nowhere any more. */
  readonly gone: readonly Gone[];
  /** What documents name beside what their anchor tables promise. */
  readonly references: readonly Reference[];
  /** What documents cite, with what became of it. */
  readonly citations: readonly JudgedCitation[];
  /** What the specifications say; `undefined` where no document is about any. */
  readonly specifications: Specifications | undefined;
  /** The text of a document, source, module or configuration that was read. */
  readonly textOf: (path: string) => string | undefined;
  readonly directives: readonly Directive[];
  readonly unreadable: readonly Unreadable[];
  /** The links as they compare with the lock; `undefined` where there is none and nobody asked. */
  readonly links: Links | undefined;
  /** True if a link that was never reviewed is a fault. */
  readonly requiresReview: boolean;
  /** How many source files were searched for marks. */
  readonly searched: number;
  /** Where a missing path went, as far as git or a similar name tells. */
  readonly suggestions: ReadonlyMap<string, { readonly path: string; readonly because: "renamed" | "similar" }>;
  /** First folders of missing paths that exist nowhere under the root: the rows that name them are about another repository. */
  readonly strangeFolders: ReadonlySet<string>;
}
