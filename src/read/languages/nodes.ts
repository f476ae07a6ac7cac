import type { SyntaxShape } from "../../model/syntax.js";
import type { Path } from "./grammar.js";

const ofType =
  (wanted: string) =>
  ({ type }: SyntaxShape): boolean =>
    type === wanted;

/** The node that a path leads to. */
export function follow(node: SyntaxShape, path: Path): SyntaxShape | undefined {
  let at: SyntaxShape | null | undefined = node;
  for (const step of typeof path === "string" ? [path] : path) {
    if (at === null || at === undefined) return undefined;
    const from: SyntaxShape = at;
    if (typeof step === "number") at = from.namedChildren.at(step);
    else at = from.childForFieldName(step) ?? from.namedChildren.find(ofType(step)) ?? from.children.find(ofType(step));
  }
  return at ?? undefined;
}

/** What asks a node whether a path leads to a node of one of the types; without types, whether it leads anywhere. */
export function has(path: Path, ...types: readonly string[]): (node: SyntaxShape) => boolean {
  return (node) => {
    const found = follow(node, path);
    return found !== undefined && (types.length === 0 || types.includes(found.type));
  };
}

/** What asks a node whether a path leads to a text. */
export function reads(path: Path, pattern: RegExp): (node: SyntaxShape) => boolean {
  return (node) => pattern.test(follow(node, path)?.text ?? "");
}

/** What asks a node whether it stands right in a node of one of the types. */
export function within(...types: readonly string[]): (node: SyntaxShape) => boolean {
  return ({ parent }) => parent !== null && types.includes(parent.type);
}
