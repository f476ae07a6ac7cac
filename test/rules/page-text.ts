import type { Nodes } from "mdast";

/** The text of a node as a reader sees it, white space folded. */
export function plainTextOf(node: Nodes): string {
  if ("value" in node) return node.value;
  const parts: readonly string[] = "children" in node ? node.children.map(plainTextOf) : [];
  return parts.join("").replace(/\s+/g, " ");
}
