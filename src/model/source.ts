import type { Code } from "./code.js";
import type { AnchorForm } from "./form.js";
import type { Outline } from "./outline.js";
import type { Span } from "./span.js";
import type { Suppression } from "./suppression.js";

/**
 * One place where the marker's word stands, followed by something that may be a name, whatever surrounds it.
 * Found by a text search: cheap, for every file.
 */
export interface Mark {
  /** From the marker's first letter to the end of the word after it. */
  readonly span: Span;
  /** Where that word begins. */
  readonly wordStart: number;
  /** The marker as written, with colon and spaces: `SPEC: `, `Spec:`, `SPEC `. */
  readonly marker: string;
  /** True if the marker is written as configured: same case, colon, space. */
  readonly exact: boolean;
  /** The first word after the marker. */
  readonly word: string;
  /** The configured form that it is written in; `undefined`: the marker's own. */
  readonly form?: AnchorForm | undefined;
  /** For a form: true if the word is what it calls a name. */
  readonly fits?: boolean | undefined;
}

/** Whether any build runs the construct, and if not, why. `because` quotes the code that says so. */
export type Activity =
  | { readonly kind: "active" }
  | { readonly kind: "test"; readonly because: string; readonly span: Span }
  | { readonly kind: "compiled-out"; readonly because: string; readonly span: Span }
  | { readonly kind: "import" };

/** The code an anchor marks. */
export interface Construct {
  /** The code without the comments and attributes before it. */
  readonly span: Span;
  /** The node type in its grammar. */
  readonly type: string;
  /** Its own name, if it is a named item. */
  readonly name: string | undefined;
  /** How the anchor's comment is tied to it. */
  readonly tie: "precedes" | "documents" | "trails";
  /** The names of the items around it, outermost first. */
  readonly owner: readonly string[];
  readonly activity: Activity;
}

/** What stands around a mark. `comment` is the only one that can be an anchor. */
export type Surroundings =
  /**
   * The marker begins a line of a live comment. `further` is the text of the comment's further lines up to the next mark,
   * without comment signs.
   */
  | { readonly kind: "comment"; readonly comment: Span; readonly further: string; readonly placement: Placement }
  /** In a live comment, but not where a line of it begins. */
  | { readonly kind: "inside-comment"; readonly comment: Span }
  /** In something that looks like a comment and is none. */
  | { readonly kind: "dead"; readonly what: "string" | "doc-test" | "disabled-block"; readonly span: Span }
  /** In code. */
  | { readonly kind: "code" };

/** The construct of a comment, or why there is none. */
export type Placement =
  | { readonly kind: "construct"; readonly construct: Construct }
  /** Nothing follows or precedes: the comment ends a file, a module, an impl or a class body. */
  | { readonly kind: "dangling"; readonly end: string }
  | { readonly kind: "unjudged"; readonly reason: "no-grammar" | "syntax-error" };

/** A mark and its surroundings. */
export interface ReadMark {
  readonly mark: Mark;
  /** What follows the marker on its line, without the comment's closing sign. */
  readonly said: string;
  readonly around: Surroundings;
}

/** A name that a source file defines. */
export interface SymbolFact {
  readonly name: string;
  /** The names of the items around it, outermost first. */
  readonly owner: readonly string[];
  readonly kind: string;
  readonly span: Span;
}

/** The names of one source file's code; comments and strings have none. */
export interface Symbols {
  readonly defined: readonly SymbolFact[];
  /** Every identifier of the code. */
  readonly used: ReadonlySet<string>;
}

/** What one source file says. */
export interface SourceFacts {
  readonly path: string;
  /** The language's id; `undefined` where no comment syntax is known for the file's name. */
  readonly language: string | undefined;
  /** False where the file was searched by its comment syntax only. */
  readonly judged: boolean;
  readonly marks: readonly ReadMark[];
  /** `undefined` where they were not asked for. Without a grammar only `used` is known. */
  readonly symbols: Symbols | undefined;
  /** `undefined` where it was not asked for, or where there is no grammar. */
  readonly outline: Outline | undefined;
  /** What a lock compares; `undefined` where nobody asked for it, or where there is no grammar. */
  readonly code: Code | undefined;
  /** The code of all owners, read when it is asked for; `undefined` where `code` is. */
  readonly wholeCode?: (() => Code | undefined) | undefined;
  readonly suppressions: readonly Suppression[];
}
