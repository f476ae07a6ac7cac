import type { Occurrences } from "./occurrences.js";
import { stemsOf } from "./words.js";

/** What is to be known of a file's items, worked out once for all its anchors. Item -1 is the top of the file. */
export interface ItemIndex {
  readonly all: readonly number[];
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** Items with a word of that stem in their name. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Items inside one of that name. */
  readonly insideName: ReadonlyMap<string, readonly number[]>;
  /** Items inside one with a word of that stem in its name. */
  readonly insideStem: ReadonlyMap<string, readonly number[]>;
  /** The items but the top by how many lines they have. */
  readonly bySize: ReadonlyMap<number, readonly number[]>;
  /** Functions, what holds other items, and the rest. */
  readonly byKind: ReadonlyMap<string, readonly number[]>;
  /** The items in whose own lines one of the lines is; the same set for the same array. */
  readonly having: (lines: readonly number[]) => ReadonlySet<number>;
  /** The items that use the name of one. */
  readonly users: (item: number) => ReadonlySet<number>;
  /** The items whose names one uses. */
  readonly used: (item: number) => readonly number[];
}

function add(map: Map<string, number[]>, key: string, item: number): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else if (items.at(-1) !== item) items.push(item);
}

function build(code: Occurrences): ItemIndex {
  const { items } = code.outline;
  const byName = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const insideName = new Map<string, number[]>();
  const insideStem = new Map<string, number[]>();
  for (const [at, { name, within }] of items.entries()) {
    add(byName, name, at);
    for (const stem of stemsOf(name)) add(byStem, stem, at);
    for (let around = within; around !== undefined; around = items[around]?.within) {
      const outer = items[around]?.name ?? "";
      add(insideName, outer, at);
      for (const stem of stemsOf(outer)) add(insideStem, stem, at);
    }
  }
  const sets = new Map<readonly number[], ReadonlySet<number>>();
  const having = (lines: readonly number[]): ReadonlySet<number> => {
    const known = sets.get(lines) ?? new Set(lines.map((line) => code.itemOfLine[line] ?? -1));
    sets.set(lines, known);
    return known;
  };
  const bySize = new Map<number, number[]>();
  for (const [at, { span }] of items.entries()) {
    const { first, last } = code.linesOf(span);
    const size = 1 + Math.max(0, last - first);
    bySize.set(size, [...(bySize.get(size) ?? []), at]);
  }
  const holders = new Set(items.map(({ within }) => within));
  const byKind = new Map<string, number[]>();
  for (const [at, { callable }] of items.entries()) add(byKind, callable ? "callable" : holders.has(at) ? "holder" : "data", at);
  const users = (item: number): ReadonlySet<number> => having(code.ofToken(items[item]?.name ?? ""));
  let used: Map<number, number[]> | undefined;
  const usedBy = (): ReadonlyMap<number, readonly number[]> => {
    if (used !== undefined) return used;
    used = new Map();
    for (const item of items.keys()) for (const user of users(item)) used.set(user, [...(used.get(user) ?? []), item]);
    return used;
  };
  return {
    all: [-1, ...items.keys()],
    byName,
    byStem,
    insideName,
    insideStem,
    bySize,
    byKind,
    having,
    users,
    used: (item) => usedBy().get(item) ?? [],
  };
}

const kept = new WeakMap<Occurrences, ItemIndex>();

/** The index of a file's items. */
export function itemIndexOf(code: Occurrences): ItemIndex {
  const known = kept.get(code) ?? build(code);
  kept.set(code, known);
  return known;
}
