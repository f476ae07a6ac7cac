import type { SyntaxCursor, SyntaxNode, SyntaxShape } from "../../model/syntax.js";

/** A node out of the parser's hands: asking it costs nothing. */
export class Copy implements SyntaxShape {
  readonly children: Copy[] = [];
  readonly type: string;
  readonly isNamed: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly #field: string | null;
  readonly #source: string;
  readonly #around: Copy | undefined;
  readonly #index: number;

  constructor(
    node: Pick<SyntaxShape, "type" | "isNamed" | "startIndex" | "endIndex">,
    field: string | null,
    source: string,
    around: Copy | undefined,
  ) {
    this.type = node.type;
    this.isNamed = node.isNamed;
    this.startIndex = node.startIndex;
    this.endIndex = node.endIndex;
    this.#field = field;
    this.#source = source;
    this.#around = around;
    this.#index = around?.children.length ?? 0;
  }

  get text(): string {
    return this.#source.slice(this.startIndex, this.endIndex);
  }

  get parent(): Copy | null {
    return this.#around ?? null;
  }

  get namedChildren(): readonly Copy[] {
    return this.children.filter(({ isNamed }) => isNamed);
  }

  get previousSibling(): Copy | null {
    return this.#around?.children[this.#index - 1] ?? null;
  }

  childForFieldName(field: string): Copy | null {
    return this.children.find((child) => child.#field === field) ?? null;
  }

  /** All children in a field. */
  childrenForFieldName(field: string): readonly Copy[] {
    return this.children.filter((child) => child.#field === field);
  }
}

/** A node and all that is in it, without what is around it. */
export function copyOf(node: SyntaxNode, source: string): Copy {
  const cursor = node.walk();
  try {
    return copyWith(cursor, source);
  } finally {
    // One that is collected after its tree was freed damages the memory of the WebAssembly build.
    cursor.delete?.();
  }
}

function copyWith(cursor: SyntaxCursor, source: string): Copy {
  const copy = (around: Copy | undefined): Copy => {
    const { nodeType: type, nodeIsNamed: isNamed, startIndex, endIndex } = cursor;
    const made = new Copy({ type, isNamed, startIndex, endIndex }, around === undefined ? null : cursor.currentFieldName, source, around);
    around?.children.push(made);
    return made;
  };
  const top = copy(undefined);
  // Without recursion: an expression of ten thousand terms is a tree as deep.
  for (let at: Copy | null = top; at !== null; ) {
    if (cursor.gotoFirstChild()) at = copy(at);
    else {
      while (at !== null && !cursor.gotoNextSibling()) {
        if (at === top || !cursor.gotoParent()) return top;
        at = at.parent;
      }
      at = at?.parent === null || at === null ? null : copy(at.parent);
    }
  }
  return top;
}
