import { isSameName } from "../../judge/symbols-lookup.js";
import type { Place } from "../../model/span.js";
import { symbolSources } from "../references/sources.js";
import type { World } from "../world.js";

/** Definitions in other sources than the cited one. */
export interface Elsewhere {
  readonly find: (names: readonly string[], except: string) => readonly Place[];
  readonly textOf: (path: string) => string | undefined;
}

/** Of all files that hold a name, so many are parsed. */
const mostFiles = 12;
/** More places than these help nobody. */
const mostPlaces = 3;

const inner = new Set(["binding", "parameter"]);
const wordOf = (names: readonly string[]): string => (names.at(-1) ?? "").replace(/^~/, "").split(":")[0] ?? "";

/** Looks for the definitions of names in all sources: the bytes of each are searched once, and only those that hold a name are parsed. */
export async function definitionsElsewhere(
  world: World,
  candidates: readonly string[],
  wanted: readonly { readonly names: readonly string[] }[],
): Promise<Elsewhere> {
  const words = new Set(wanted.map(({ names }) => wordOf(names)));
  if (words.size === 0) return { find: () => [], textOf: () => undefined };
  const sources = symbolSources(world, candidates, words);
  const found = new Map<string, Place[]>();
  for (const word of words) {
    const places: Place[] = [];
    for (const path of sources.filesWith(word).slice(0, mostFiles)) {
      const facts = await sources.facts(path);
      for (const { name, kind, span } of facts?.symbols?.defined ?? [])
        if (isSameName(name, word) && !inner.has(kind)) places.push({ path, span });
    }
    found.set(word, places);
  }
  return {
    find: (names, except) => (found.get(wordOf(names)) ?? []).filter(({ path }) => path !== except).slice(0, mostPlaces),
    textOf: sources.text,
  };
}
