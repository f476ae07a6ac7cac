import type { Site } from "./project.js";
import type { Place, Span } from "./span.js";

/** What a symbol of a document looks like in its text. */
export type SymbolForm = "call" | "scoped" | "member" | "typed" | "declared" | "plain";

/** A symbol as a document writes it. */
export interface SymbolName {
  /** As it stands in the document. */
  readonly written: string;
  /** Its names, outermost first; the last one is what is meant. */
  readonly names: readonly string[];
  readonly form: SymbolForm;
  /** The type that the document gives it: `name: Type`. */
  readonly type: string | undefined;
  /** The method that it is written with, where that is one that containers, locks and atomics of any language have: `log.append()`. */
  readonly method?: string;
}

/** Why a reference is not judged. */
export type Unjudged =
  /** Another repository's, by configuration, or git ignores it. */
  | "external"
  /** The text may mean something else. */
  | "unclear"
  /** The file or the function that it is said to be in is missing, which is a fault of its own. */
  | "place-missing";

/** What became of a symbol. */
export type SymbolVerdict =
  | { readonly kind: "found"; readonly places: readonly Place[] }
  /** Not where the document says, but there. */
  | { readonly kind: "elsewhere"; readonly places: readonly Place[] }
  /** `near`: what is called nearly so, where the document says that it is. */
  | { readonly kind: "missing"; readonly near?: { readonly name: string; readonly place: Place } }
  | { readonly kind: "unjudged"; readonly because: Unjudged };

interface ReferenceBase {
  readonly document: string;
  readonly span: Span;
}

/** A file or folder that a table, a command or a text about tests names. */
export interface PathReference extends ReferenceBase {
  readonly kind: "path";
  readonly site: Site;
  readonly from: "table" | "command" | "text";
}

/** A relative link. `site` is looked up from the document's folder alone, as readers' browsers do. */
export interface LinkReference extends ReferenceBase {
  readonly kind: "link";
  readonly site: Site;
  /** What the link would have to be, where the same path leads somewhere from a folder above. */
  readonly meant: string | undefined;
}

/** A symbol of the code that a mapping table pairs with a specification. */
export interface SymbolReference extends ReferenceBase {
  readonly kind: "symbol";
  readonly symbol: SymbolName;
  /** The files that it is said to be in; empty: any. */
  readonly files: readonly Site[];
  /** The function or type that it is said to be in, as written. */
  readonly within: string | undefined;
  readonly verdict: SymbolVerdict;
}

/** A type that the code writes for a name otherwise than the document does. */
export interface TypeReference extends ReferenceBase {
  readonly kind: "type";
  readonly symbol: SymbolName;
  readonly actual: string;
  readonly place: Place;
}

/** Something that a command names and that is no path: a test of Cargo, a package. */
export interface TargetReference extends ReferenceBase {
  readonly kind: "target";
  readonly what: "test" | "bench" | "example" | "package";
  readonly name: string;
  /** Where one would stand. */
  readonly expected: string;
  readonly near: string | undefined;
}

/** A file that is said to test something and that holds no test. */
export interface TestlessReference extends ReferenceBase {
  readonly kind: "testless";
  readonly path: string;
}

/** Something outside of a document that it names, beside what anchor tables promise. Those of kinds `type`, `target` and `testless` are faults. */
export type Reference = PathReference | LinkReference | SymbolReference | TypeReference | TargetReference | TestlessReference;
