import { pick } from "../mutations/chance.js";

/** What functions are commonly called by. */
const verbs =
  "absorb adjust admit align apply arrange assemble assign attach balance bind build cache carry choose claim classify collect combine compute confirm consume convert deliver derive detect dispatch distribute emit ensure establish estimate evaluate examine expand extend extract fetch finalize fold gather handle inspect install issue iterate join launch limit link locate maintain merge migrate normalize notify obtain organize perform place prepare process produce project promote provide reconcile refine regulate release render replace resolve restore retain review schedule select settle shift sort stage steer submit supply survey trace track transfer transform translate traverse trigger update verify visit".split(
    " ",
  );

/** What there is for them to be about. */
const nouns =
  "batch bounds chunk context detail entry item layout part pass piece position range record result scope state step unit work".split(" ");

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/**
 * A name that somebody might give a function instead, written as it is and not `taken`: another verb for its first word; where it has one
 * word only, sometimes a noun behind it.
 */
export function freshName(name: string, taken: (name: string) => boolean, seed: string): string | undefined {
  const snake = name.includes("_") || name === name.toLowerCase();
  const words = snake ? name.split("_").filter((word) => word !== "") : name.split(/(?<=[a-z0-9])(?=[A-Z])/);
  const rest = words.slice(1);
  for (let at = 0; at < 50; at += 1) {
    const verb = pick(verbs, `${at}/verb/${seed}`) ?? "";
    const noun = pick(nouns, `${at}/noun/${seed}`) ?? "";
    const more = rest.length === 0 && at % 2 === 1 ? [noun] : rest;
    const first = /^[A-Z]/.test(name) ? capitalised(verb) : verb;
    const made = snake ? [verb, ...more].join("_") : [first, ...more.map(capitalised)].join("");
    if (!words.includes(verb) && !taken(made)) return made;
  }
  return undefined;
}
