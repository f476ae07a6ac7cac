import type { Blockquote, FootnoteDefinition, Html, List, ListItem, Nodes, Root, RootContent } from "mdast";

/** A block that holds no other blocks, and its place among its siblings. */
export interface MarkdownBlock {
  readonly node: Exclude<RootContent, Container>;
  readonly siblings: readonly RootContent[];
  /** 0-based, among `siblings`. */
  readonly index: number;
  /** True for the first block of a list item. */
  readonly opensItem: boolean;
}

type Container = Blockquote | FootnoteDefinition | List | ListItem;

/** Every block below `parent` that holds no other blocks, in document order. */
export function blocksIn(parent: Root | Container): readonly MarkdownBlock[] {
  const found: MarkdownBlock[] = [];
  collectBlocks(parent, found);
  return found;
}

function collectBlocks(parent: Root | Container, found: MarkdownBlock[]): void {
  const siblings: readonly RootContent[] = parent.children;
  for (const [index, node] of siblings.entries()) {
    switch (node.type) {
      case "blockquote":
      case "footnoteDefinition":
      case "list":
      case "listItem":
        collectBlocks(node, found);
        break;
      default:
        found.push({ node, siblings, index, opensItem: index === 0 && parent.type === "listItem" });
    }
  }
}

/** The HTML nodes below `node` in document order. Tags and comments in code are no HTML nodes. */
export function htmlIn(node: Nodes): readonly Html[] {
  if (node.type === "html") return [node];
  return "children" in node ? node.children.flatMap(htmlIn) : [];
}
