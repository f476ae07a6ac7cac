import type { SyntaxNode, SyntaxShape } from "../../model/syntax.js";

/** A node out of the parser's hands: asking it costs nothing. */
class Copy implements SyntaxShape {
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

  get namedChildren(): readonly Copy[] {
    return this.children.filter(({ isNamed }) => isNamed);
  }

  get previousSibling(): Copy | null {
    return this.#around?.children[this.#index - 1] ?? null;
  }

  childForFieldName(field: string): Copy | null {
    return this.children.find((child) => child.#field === field) ?? null;
  }
}

/** A node and all that is in it, without what is around it. */
export function copyOf(node: SyntaxNode, source: string): SyntaxShape {
  const cursor = node.walk();
  const copy = (around: Copy | undefined): Copy => {
    const { nodeType: type, nodeIsNamed: isNamed, startIndex, endIndex } = cursor;
    const made = new Copy({ type, isNamed, startIndex, endIndex }, around === undefined ? null : cursor.currentFieldName, source, around);
    if (!cursor.gotoFirstChild()) return made;
    do made.children.push(copy(made));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
    return made;
  };
  return copy(undefined);
}
