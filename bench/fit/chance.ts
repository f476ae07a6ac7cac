/** Draws a number from 0 up to but not including `below`. */
export type Draw = (below: number) => number;

/** Draws that depend on the seed alone: a linear congruential generator of 31 bits, reckoned in doubles. */
export function drawsFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return Math.min(below - 1, Math.floor((state / 0x7fffffff) * below));
  };
}

/** The list in another order: each from the last on trades places with one before it, or with itself. */
export function shuffled<Item>(list: readonly Item[], draw: Draw): readonly Item[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1);
    order.splice(other, 1, ...order.splice(at, 1, ...order.slice(other, other + 1)));
  }
  return order;
}
