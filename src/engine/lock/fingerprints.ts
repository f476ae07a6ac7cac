import type { Code, Stretch } from "../../model/code.js";
import type { LinkKey } from "../../model/lock.js";
import type { SourceFacts } from "../../model/source.js";
import type { Place } from "../../model/span.js";
import { tokensOf } from "../../read/source/print.js";

/** Hashes the texts of tokens. */
export type Hash = (tokens: readonly string[]) => string;

/** Long enough that no two constructs of one owner share it, short enough for a line. */
const digits = 20;

/** The hash that locks are written with. */
export async function loadHash(): Promise<Hash> {
  const { createHash } = await import("node:crypto");
  return (tokens) => createHash("sha256").update(JSON.stringify(tokens)).digest("hex").slice(0, digits);
}

/** Where a construct stands, of those with the same fingerprint under the same owner the one with that many before it; `undefined` if there is none. */
export type FindConstruct = (wanted: Pick<LinkKey, "path" | "owner" | "fingerprint" | "twin">) => Place | undefined;

/** The stretch of the code that a lock means, if it is there. */
export function stretchOf(code: Code, wanted: Pick<LinkKey, "owner" | "fingerprint" | "twin">, hash: Hash): Stretch | undefined {
  const found = new Map<number, Stretch>();
  for (const stretch of code.stretches) {
    if (stretch.owner === wanted.owner && !found.has(stretch.from) && hash(tokensOf(code, stretch)) === wanted.fingerprint)
      found.set(stretch.from, stretch);
  }
  return [...found.values()].sort((a, b) => a.from - b.from)[wanted.twin];
}

/** Looks constructs up in the sources that were read. */
export function finder(sources: ReadonlyMap<string, SourceFacts>, hash: Hash): FindConstruct {
  return (wanted) => {
    const code = sources.get(wanted.path)?.code;
    const stretch = code === undefined ? undefined : stretchOf(code, wanted, hash);
    return stretch === undefined ? undefined : { path: wanted.path, span: stretch.span };
  };
}
