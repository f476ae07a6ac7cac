import type { DocumentFacts } from "./document.js";
import type { Row, RowName, TableKind, WrittenSite } from "./row.js";
import type { Mark, Placement, SourceFacts } from "./source.js";
import type { Place, Span } from "./span.js";

/** A written site and what it stands for under the root. */
export type Site = WrittenSite &
  (
    | { readonly resolved: "file" | "directory"; readonly target: string }
    | { readonly resolved: "missing" }
    /** Another repository's, by config; or a git-ignored path, a URL: not judged. */
    | { readonly resolved: "external" }
    /** A bare basename that several files have. */
    | { readonly resolved: "ambiguous"; readonly candidates: readonly string[] }
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
  readonly because:
    | { readonly kind: "missing-file" }
    | { readonly kind: "malformed"; readonly path: string; readonly mark: Mark; readonly deviation: Deviation }
    | { readonly kind: "not-a-comment"; readonly path: string; readonly mark: Mark; readonly what: "string" | "doc-test" | "disabled-block" | "code" }
    | { readonly kind: "wrong-file"; readonly anchor: Anchor }
    | { readonly kind: "missing" };
}

/** How a marker misses being an anchor for a declared name. */
export type Deviation =
  | { readonly kind: "marker"; readonly declared: string }
  | { readonly kind: "position"; readonly declared: string }
  /** The name is spelled nearly alike; `changed` is the side that changed last, where git knows. */
  | { readonly kind: "spelling"; readonly declared: string; readonly changed: "row" | "anchor" | undefined };

/** A document or a file that could not be read, or a configuration that could not be understood. */
export interface Unreadable {
  readonly place: Place | undefined;
  readonly path: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** Everything the rules decide from. */
export interface Project {
  readonly marker: string;
  readonly documents: readonly DocumentFacts[];
  readonly sources: ReadonlyMap<string, SourceFacts>;
  readonly rows: readonly LinkedRow[];
  readonly anchors: readonly Anchor[];
  readonly obligations: readonly Obligation[];
}
