/** Finds names of specifications in the words of source code. */
export interface NameFinder {
  /** True if the word is one of the names. */
  readonly isName: (word: string) => boolean;
  /** The names that an identifier is made of, in part or as a whole, however they are spelled there: `SortedCheckpoints` in `sorted_checkpoints_hold`. */
  readonly within: (identifier: string) => readonly string[];
}

/** The words of an identifier: `CSE`, `Remap` of `CSERemap`; `of`, `2` of `of2`. */
function wordsIn(identifier: string): readonly string[] {
  return identifier.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}

/** True for a name that is a word of plain language as well: `Safety`, `Next`. */
export function isPlainWord(name: string): boolean {
  return wordsIn(name).length < 2 && !name.includes("_");
}

/** What may stand beside a plain word in the name of a test that is about it. */
const beside = /^(?:tests?|prop(?:erty)?|invariant|holds?|is|it)$/i;

const folded = (text: string): string => text.replaceAll("_", "").toLowerCase();

/** More words than any name of a function has: what has more is data. */
const mostWords = 40;

/** A finder of these names. What it found for an identifier is kept: projects use few, and each of them often. */
export function nameFinder(names: Iterable<string>): NameFinder {
  const all = new Set(names);
  const byFolded = new Map<string, string[]>();
  for (const name of all) byFolded.set(folded(name), [...(byFolded.get(folded(name)) ?? []), name]);
  const longest = Math.max(0, ...[...byFolded.keys()].map(({ length }) => length));
  const known = new Map<string, readonly string[]>();

  const look = (identifier: string): readonly string[] => {
    const words = wordsIn(identifier);
    if (words.length > mostWords) return [];
    const found = new Set<string>();
    for (let from = 0; from < words.length; from += 1) {
      let part = "";
      for (let to = from; to < words.length && part.length < longest; to += 1) {
        part += (words[to] ?? "").toLowerCase();
        const rest = [...words.slice(0, from), ...words.slice(to + 1)];
        for (const name of byFolded.get(part) ?? []) if (!isPlainWord(name) || rest.every((word) => beside.test(word))) found.add(name);
      }
    }
    return [...found];
  };
  return {
    isName: (word) => all.has(word),
    within: (identifier) => {
      const before = known.get(identifier);
      if (before !== undefined) return before;
      const found = look(identifier);
      known.set(identifier, found);
      return found;
    },
  };
}
