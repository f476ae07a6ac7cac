import type { Slack } from "./grammar.js";

/** A formatter that changes nothing but white space: what a language's data says its own differs in. */
export const noSlack: Slack = {
  separators: [],
  closers: [],
  tuples: [],
  tupleSigns: [],
  exact: [],
  bodies: {},
  blocks: [],
  beforeBody: [],
  doubled: [],
  leading: {},
  terminator: "",
  empty: [],
  jumps: [],
};
