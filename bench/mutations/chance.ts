import { distance } from "fastest-levenshtein";

/** A number from 0 up to but not including `below` that depends on nothing but the seed (FNV-1a). */
export function draw(seed: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The low bits of short seeds differ little: fold the high ones in.
  return ((hash ^ (hash >>> 15)) >>> 0) % Math.max(1, below);
}

/** One of the list, chosen by the seed; `undefined` of an empty list. */
export function pick<Item>(list: readonly Item[], seed: string): Item | undefined {
  return list[draw(seed, list.length)];
}

type Edit = (name: string, at: number) => string;

const substitute: Edit = (name, at) => name.slice(0, at) + (name[at] === "k" ? "w" : "k") + name.slice(at + 1);
const drop: Edit = (name, at) => name.slice(0, at) + name.slice(at + 1);
const double: Edit = (name, at) => name.slice(0, at) + name.slice(at - 1);

/**
 * The name after one or two edits of a letter, never its first; `undefined` where a name is too short to be recognised after them, or
 * where every try comes near another of the `others`.
 */
export function misspelled(name: string, edits: 1 | 2, others: readonly string[], seed: string): string | undefined {
  if (name.length < (edits === 1 ? 5 : 10)) return undefined;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    let written = name;
    for (let edit = 0; edit < edits; edit += 1) {
      const chance = `${seed}/${attempt}/${edit}`;
      const apply = name.length < 10 ? substitute : (pick([substitute, drop, double], chance) ?? substitute);
      written = apply(written, 1 + draw(`${chance}/at`, written.length - 2));
    }
    const alone = others.every((other) => other === name || distance(other, written) > 3);
    if (distance(written, name) === edits && alone) return written;
  }
  return undefined;
}

/** A name that reads like none of the others. */
export function unlike(name: string): string {
  return `Quite${[...name.toLowerCase()].reverse().join("")}Other`;
}
