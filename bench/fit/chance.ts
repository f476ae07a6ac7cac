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
