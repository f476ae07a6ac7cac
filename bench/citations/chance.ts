import { draw } from "../mutations/chance.js";

/** Numbers that depend on nothing but the seed and how many were drawn before. */
export interface Chance {
  /** From 0 up to but not including `below`. */
  readonly below: (below: number) => number;
  /** True once in so many times. */
  readonly once: (inTimes: number) => boolean;
  /** One of the list. Throws if it is empty. */
  readonly one: <Item>(list: readonly Item[]) => Item;
  readonly shuffled: <Item>(list: readonly Item[]) => readonly Item[];
}

export function chanceOf(seed: string): Chance {
  let drawn = 0;
  const below = (limit: number): number => {
    drawn += 1;
    return draw(`${seed}/${drawn}`, limit);
  };
  return {
    below,
    once: (inTimes) => below(inTimes) === 0,
    one: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new Error("nothing to choose from");
      return item;
    },
    shuffled: (list) =>
      list
        .map((item) => ({ item, key: below(1_000_000) }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}
