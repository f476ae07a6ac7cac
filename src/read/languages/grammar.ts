import type { Span } from "../../model/span.js";
import type { SyntaxNode } from "../../model/syntax.js";

/** What a piece of syntax says about the builds that hold the code it governs. */
export interface Gate {
  /** `test`: test builds only. `never`: no build at all. */
  readonly builds: "test" | "never";
  /** The code that says so, as written. */
  readonly because: string;
  readonly span: Span;
}

/** What a formatter adds and takes away without changing what code does. Signs are tokens as written, the rest are node types. */
export interface Slack {
  /** Signs that may follow the last member of a list. */
  readonly separators: readonly string[];
  /** Signs that close a list. */
  readonly closers: readonly string[];
  /** Nodes in which a separator after the only member counts: `(x,)`. */
  readonly tuples: readonly string[];
  /** Signs that open among a macro's tokens what may be such a node. */
  readonly tupleSigns: readonly string[];
  /** Nodes in which every separator counts: a macro's patterns and repetitions. */
  readonly exact: readonly string[];
  /** Nodes of which one field, by its name, may stand in a block of its own: `=> x` and `=> { x }`. */
  readonly bodies: Readonly<Record<string, string>>;
  /** Such a block. */
  readonly blocks: readonly string[];
  /** Signs that such a body follows among a macro's tokens. */
  readonly beforeBody: readonly string[];
  /** Brackets that say nothing more where they hold only another pair of the same kind: `((x))`. */
  readonly doubled: readonly string[];
  /** Signs that may begin a node without meaning anything, by its type: `| A | B`. */
  readonly leading: Readonly<Record<string, string>>;
  /** What ends a statement. */
  readonly terminator: string;
  /** Statements that are nothing but the terminator. */
  readonly empty: readonly string[];
  /** Expressions after which the terminator may be left out at the end of a block. */
  readonly jumps: readonly string[];
}

/**
 * What the reader has to know of a tree-sitter grammar, in its node types. Everything a language needs is said here:
 * the reader has no branch for any of them.
 */
export interface GrammarData {
  /** The grammar's name: `tree-sitter-<name>.wasm`. */
  readonly name: string;
  readonly comments: readonly string[];
  readonly strings: readonly string[];
  /** Signs that open a comment about what encloses it (`//!`). */
  readonly innerDocs: readonly string[];
  /** Signs that open a comment about what follows it (`///`); longer runs of the same sign do not count. */
  readonly outerDocs: readonly string[];
  /** What may stand between a comment and the code it is about. */
  readonly attributes: readonly string[];
  /** Those of them that are about what encloses them (`#![cfg(test)]`). */
  readonly innerAttributes: readonly string[];
  /** Bodies at whose end a comment marks nothing: of files, modules, impls, classes. */
  readonly bodies: readonly string[];
  /** Lists whose last comment marks the member before it: statements, arms, fields, arguments. */
  readonly lists: readonly string[];
  /** Nodes that only wrap one construct, so that the two are the same place: `expression_statement`. */
  readonly wrappers: readonly string[];
  /** Unparsed token sequences, as macro arguments are. */
  readonly tokens: readonly string[];
  readonly imports: readonly string[];
  /** Named items: their kind, and the field that holds the name. */
  readonly items: Readonly<Record<string, { readonly kind: string; readonly name: string }>>;
  /** Those of the items that are called: functions and methods. */
  readonly callables: readonly string[];
  /** Nodes that bind a name without being an item (locals, parameters, fields): their kind and the field of the pattern. */
  readonly bindings: Readonly<Record<string, { readonly kind: string; readonly pattern: string }>>;
  /** Node types of names, for symbols and for the names inside patterns. */
  readonly identifiers: readonly string[];
  readonly slack: Slack;
  /** The gate that a node lays on what it governs: an attribute on its item, a condition on its branch `inside`. */
  readonly gate: (node: SyntaxNode, inside: SyntaxNode) => Gate | undefined;
}
