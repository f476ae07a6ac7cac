import type { Anchor, Project } from "../model/project.js";
import type { SymbolFact } from "../model/source.js";

const receivers = new Set(["self", "this", "crate", "super", "Self"]);

/** The names of a claimed construct, outermost first: `Lease::grant()` is two. */
function partsOf(written: string): readonly string[] {
  return written
    .replace(/\(\)$/, "")
    .split(/::|->|[.#/]/)
    .filter((part) => part !== "" && !receivers.has(part));
}

/** True if the names end alike, as far as both go: a claim may leave out modules, or say more of them than the file does. */
function isCalled(chain: readonly string[], parts: readonly string[]): boolean {
  const length = Math.min(chain.length, parts.length);
  return length > 0 && chain.slice(-length).every((name, at) => name === parts.slice(-length)[at]);
}

/** True if the anchor marks the construct that it claims, or something in it; `undefined` where it claims none, or marks nothing that is known. */
export function holdsClaim({ claimed, placement }: Anchor): boolean | undefined {
  if (claimed === undefined || placement.kind !== "construct") return undefined;
  const { name, owner } = placement.construct;
  const parts = partsOf(claimed.written);
  return isCalled(owner, parts) || (name !== undefined && isCalled([...owner, name], parts));
}

/** Where what an anchor claims is defined: in its own file if it is there, else in the first of the sources that were read. */
export function definitionOfClaim(project: Project, anchor: Anchor): { readonly path: string; readonly symbol: SymbolFact } | undefined {
  const parts = partsOf(anchor.claimed?.written ?? "");
  const own = project.sources.get(anchor.path);
  for (const source of [...(own === undefined ? [] : [own]), ...project.sources.values()]) {
    const symbol = source.symbols?.defined.find(({ name, owner }) => isCalled([...owner, name], parts));
    if (symbol !== undefined) return { path: source.path, symbol };
  }
  return undefined;
}
