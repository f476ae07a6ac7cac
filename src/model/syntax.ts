import type { Span } from "./span.js";

/**
 * A node of a syntax tree: what tree-sitter's native binding and its WebAssembly build have in common.
 * Indices count UTF-16 code units of the parsed text, 0-based; rows are 0-based lines.
 */
export interface SyntaxNode {
  readonly id: number;
  readonly type: string;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  readonly isError: boolean;
  readonly hasError: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly startPosition: { readonly row: number; readonly column: number };
  readonly endPosition: { readonly row: number; readonly column: number };
  readonly text: string;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
  readonly namedChildren: readonly SyntaxNode[];
  readonly firstNamedChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
  readonly previousSibling: SyntaxNode | null;
  readonly nextNamedSibling: SyntaxNode | null;
  readonly previousNamedSibling: SyntaxNode | null;
  childForFieldName(field: string): SyntaxNode | null;
  descendantsOfType(types: string[]): SyntaxNode[];
  descendantForIndex(start: number, end?: number): SyntaxNode;
  walk(): SyntaxCursor;
}

/** Goes through a tree without making a node of each step: several times as fast. Begins at the node it was asked of, and never leaves it. */
export interface SyntaxCursor {
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly currentFieldName: string | null;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
  /** Gives its memory back, where the parser's garbage collection does not: to be called before the tree is freed. */
  delete?(): void;
}

/** The part of a node that says what code it is, apart from where in the tree it is. */
export interface SyntaxShape {
  readonly type: string;
  readonly isNamed: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly text: string;
  /** `null` at the top of what was read. */
  readonly parent: SyntaxShape | null;
  readonly children: readonly SyntaxShape[];
  readonly namedChildren: readonly SyntaxShape[];
  readonly previousSibling: SyntaxShape | null;
  childForFieldName(field: string): SyntaxShape | null;
}

/** A parsed text. `free` gives its memory back; the nodes are dead afterwards. */
export interface SyntaxTree {
  readonly root: SyntaxNode;
  free(): void;
}

/** Parses one language's texts. `undefined`: given up, because the text takes far longer than code of its size does. */
export type Parse = (text: string) => SyntaxTree | undefined;

/** Loads parsers by a grammar's name. Resolves to `undefined` where there is no such grammar. */
export interface Grammars {
  load(grammar: string): Promise<Parse | undefined>;
}

/** The span of a node. */
export function spanOf(node: SyntaxShape): Span {
  return { start: node.startIndex, end: node.endIndex };
}
