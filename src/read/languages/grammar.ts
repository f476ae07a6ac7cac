import type { Span } from "../../model/span.js";
import type { SyntaxNode, SyntaxShape } from "../../model/syntax.js";

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
  /** Statements that end with the terminator whether it is written or the end of the line stands for it. */
  readonly terminated?: readonly string[];
  /** Signs that say nothing among the parts of a node, by its type: what stands between the members of an interface. */
  readonly spare?: Readonly<Record<string, readonly string[]>>;
  /** Brackets that say nothing around only one node of these types: `(x) => x`. */
  readonly lone?: Readonly<Record<string, readonly string[]>>;
  /** Nodes of which the words may come in any order: `static final`. */
  readonly unordered?: readonly string[];
  /** Brackets that say nothing where they hold nothing, by the type of what they are part of: `class A():`. */
  readonly vacant?: Readonly<Record<string, readonly string[]>>;
  /** What stands for all ways to write a node without parts, by its type: `"` for `'`. */
  readonly alike?: Readonly<Record<string, (written: string, node: SyntaxShape) => string>>;
  /**
   * Brackets that say nothing where they stand right `in` one of these nodes, or in one of its fields where some are named, by their type;
   * unless they hold one of those: `return (x)`.
   */
  readonly idle?: Readonly<
    Record<string, { readonly in: Readonly<Record<string, readonly string[]>>; readonly unless: readonly string[] }>
  >;
}

/**
 * How to get from a node to one inside it, a step at a time: a field by its name, the first child of a type, a word or sign, or the named
 * child at an index. A single step may stand without brackets.
 */
export type Path = string | readonly (string | number)[];

/** A kind of named item. */
export interface Item {
  /** What messages and lists of symbols call it: `fn`, `class`. */
  readonly kind: string;
  /** To the node that holds the name; where that is no name itself, `nameFields` lead on. */
  readonly name: Path;
  /** To what else names the owner of what is inside, before the name: the receiver of a method. */
  readonly owner?: Path;
  /** True for what is called: functions and methods. */
  readonly callable?: true;
  /** Which nodes of the type are such items, if not all. */
  readonly when?: (node: SyntaxShape) => boolean;
  /** The names it goes by, its full one first, where they are not what stands at `name`: `foo:bar:` and `foo`. Empty: none. */
  readonly spell?: (node: SyntaxShape) => readonly string[];
}

/** A kind of name that is bound without being an item: a local, a parameter, a field. */
export interface Binding {
  readonly kind: string;
  /** The field of the pattern, of which a node may have several, or the way to it; the node itself if none is said. */
  readonly pattern?: Path;
  /** True where the pattern is one name with a type around it, so that its other names bind nothing: `a[N]`. */
  readonly single?: true;
  /** The items around it of which the innermost owns the names, whatever other items are between: the class of `self.x = …`. */
  readonly heldBy?: readonly string[];
  /** Which nodes of the type bind such names, if not all. */
  readonly when?: (node: SyntaxShape) => boolean;
}

/** One of a kind, or several of which the first that fits counts. */
export type Variants<Kind> = Kind | readonly Kind[];

/**
 * What the reader has to know of a tree-sitter grammar, in its node types. Everything a language needs is said here:
 * the reader has no branch for any of them. What may be left out, most languages have not.
 */
export interface GrammarData {
  /** The grammar's name: `tree-sitter-<name>.wasm`. */
  readonly name: string;
  /** The package that has the grammar, if it is not `tree-sitter-<name>`. */
  readonly from?: string;
  /**
   * Puts what the grammar cannot read into signs that it can, each character by another: the text's length and its line ends stay.
   * The tree then says what the text means, and the text what it says.
   */
  readonly prepare?: (text: string) => string;
  readonly comments: readonly string[];
  readonly strings: readonly string[];
  /** Nodes in strings that hold code: `${…}`. What is between them has no nodes of its own. */
  readonly holes?: readonly string[];
  /** Nodes that are nothing but a comment's brackets where they hold comments alone: the braces that JSX asks for. */
  readonly shells?: readonly string[];
  /** Text in which a line end is as good as a blank, and blanks at the ends are none: that between JSX tags. */
  readonly prose?: readonly string[];
  /** Nodes beside it that are a blank, by their type and text: `{" "}`. */
  readonly blanks?: Readonly<Record<string, RegExp>>;
  /** Text that the grammar leaves as it is, comments included: the body of a `#define`. */
  readonly raw?: readonly string[];
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
  /** Items whose body is one of these, where other nodes of its type are only lists: the block of a Python class. */
  readonly bodiesOf?: readonly string[];
  /** Lists whose last comment marks the member before it: statements, arms, fields, arguments. */
  readonly lists: readonly string[];
  /** Those of the lists that no bracket closes. Where grammars leave open whose comment it is that stands at their ends, its column says it. */
  readonly loose?: readonly string[];
  /** Those of the lists that are bodies where a body is around them, and lists where a list is: `#if … #endif`. */
  readonly regions?: readonly string[];
  /** What stands in a list or body without being a member of it, by fields or types: the value of a `case`. */
  readonly heads?: Readonly<Record<string, readonly string[]>>;
  /** Nodes that only wrap one construct, so that the two are the same place: `expression_statement`. Those that are lists, too, wrap an only member. */
  readonly wrappers: readonly string[];
  /** Unparsed token sequences, as macro arguments are. */
  readonly tokens: readonly string[];
  readonly imports: readonly string[];
  /** Which other nodes are imports in all but their type: `export … from`. */
  readonly isImport?: (node: SyntaxNode) => boolean;
  /** Named items. */
  readonly items: Readonly<Record<string, Variants<Item>>>;
  /** Nodes that bind names without being items. */
  readonly bindings: Readonly<Record<string, Variants<Binding>>>;
  /** Node types of names, for symbols and for the names inside patterns. */
  readonly identifiers: readonly string[];
  /** The fields that lead from a node that is no name to its name; `name` and `type` where nothing is said. */
  readonly nameFields?: readonly string[];
  /** Nodes that are several names, outermost first: `Foo::bar`. */
  readonly paths?: readonly string[];
  /** Names that own nothing, and are none where others stand beside them: `prototype`. */
  readonly unnamed?: readonly string[];
  /** Nodes in patterns whose names are used there and not bound: `self.x`. */
  readonly unbound?: readonly string[];
  /** What stands for a name and is none: `_`. */
  readonly blankNames?: readonly string[];
  /** The only field in which a node of a pattern binds names, by its type: the value of `{ key: value }`. */
  readonly boundIn?: Readonly<Record<string, string>>;
  readonly slack: Slack;
  /**
   * The gate that a node lays on what it governs: an attribute on its item, a condition on its branch `inside`; for one of the `gated`,
   * also on itself, where `inside` is the node.
   */
  readonly gate: (node: SyntaxNode, inside: SyntaxNode) => Gate | undefined;
  /** Nodes beside attributes that may lay a gate on themselves or on children, and so keep code out of what can be anchored. */
  readonly gated?: readonly string[];
  /** The gate that lies on all of a file. */
  readonly file?: (path: string, text: string) => Gate | undefined;
}
