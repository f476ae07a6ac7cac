import { type SyntaxNode, spanOf } from "../../model/syntax.js";
import type { GrammarData } from "../languages/grammar.js";
import { ownNames } from "./owner.js";
import { unwrapped } from "./siblings.js";

/** A subtree whose code is wanted, and the named items around it. */
export interface Wanted {
  readonly node: SyntaxNode;
  readonly owners: readonly string[];
}

const separator = "::";

/** The owner of what stands in items, as one text. */
export function ownerOf(names: readonly string[]): string {
  return names.join(separator);
}

/** For each beginning of an owner the names that go on from it. */
function continuations(owners: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map<string, Set<string>>();
  for (const owner of owners) {
    const names = owner.split(separator);
    for (const [at, name] of names.entries()) {
      const begin = ownerOf(names.slice(0, at));
      next.set(begin, (next.get(begin) ?? new Set()).add(name));
    }
  }
  return next;
}

/**
 * The subtrees that hold all that has one of the owners, outermost ones only: its items, and the macro tokens in which a name of the owner stands, because
 * a macro's tokens can name bodies, too. What has an owner is found whole, whatever other owners are wanted: equal code is counted in it.
 */
export function wantedIn(text: string, root: SyntaxNode, grammar: GrammarData, owners: ReadonlySet<string>): readonly Wanted[] {
  if (owners.has("")) return [{ node: root, owners: [] }];
  const next = continuations(owners);
  const found: Wanted[] = [];
  const around: { readonly end: number; readonly own: readonly string[] }[] = [];
  const nodes = root.descendantsOfType([...Object.keys(grammar.items), ...grammar.tokens]).map((node) => ({ node, ...spanOf(node) }));
  let foundEnd = -1;
  let tokensEnd = -1;
  for (const { node, start, end } of nodes.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < foundEnd || start < tokensEnd) continue;
    while ((around.at(-1)?.end ?? end) < end || (around.at(-1)?.end ?? start + 1) <= start) around.pop();
    const names = around.flatMap(({ own }) => own);
    const isTokens = grammar.tokens.includes(node.type);
    const own = isTokens ? [] : ownNames(node, grammar);
    const written = isTokens ? text.slice(start, end) : "";
    const isWanted = isTokens
      ? [...(next.get(ownerOf(names)) ?? [])].some((other) => written.includes(other))
      : own.length > 0 && owners.has(ownerOf([...names, ...own]));
    if (isTokens) tokensEnd = end;
    if (isWanted) {
      found.push({ node: isTokens ? node : unwrapped(node, grammar), owners: names });
      foundEnd = end;
    } else if (own.length > 0) around.push({ end, own });
  }
  return found;
}
