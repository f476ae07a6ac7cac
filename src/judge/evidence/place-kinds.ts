import type { Outline } from "../../model/outline.js";
import { lowerBound, type Span } from "../../model/span.js";

/** What the first word of a construct says of it. */
const openers: readonly (readonly [kind: string, first: RegExp])[] = [
  ["branch", /^(?:if|match|switch|guard|unless)$/],
  ["loop", /^(?:while|for|loop|do)$/],
  ["assertion", /assert|^ensure$|^require$/],
  ["exit", /^(?:return|throw|raise|break|continue|Err|Ok|Some|None)$/],
];

const change = /^(?:[-+*/%&|^]|<<|>>)=$/;
const comparison = /^(?:<|>|<=|>=)$/;

/** A construct of no more tokens is a name with little else. */
const fewTokens = 3;

function kindOf(head: readonly string[], length: number): string {
  const [first = ""] = head;
  const opened = openers.find(([, pattern]) => pattern.test(first))?.[0];
  if (opened !== undefined) return opened;
  if (head.includes("=>")) return "arm";
  if (head.some((token) => change.test(token))) return "change";
  if (head.includes("==")) return "binding";
  return length <= fewTokens ? "small" : "other";
}

/** What kinds of construct the places of an item are, by their first lines: anchors stand on conditions and changes more often than on other code. */
export function kindsOfPlaces(places: readonly Span[], { starts, tokens, lines }: Outline): ReadonlyMap<string, readonly number[]> {
  const kinds = new Map<string, number[]>();
  const put = (kind: string, place: number): void => {
    kinds.set(kind, [...(kinds.get(kind) ?? []), place]);
  };
  const begin = Math.min(...places.map(({ start }) => start));
  const end = Math.max(...places.map((place) => place.end));
  for (const [at, place] of places.entries()) {
    const from = lowerBound(starts, place.start);
    const to = lowerBound(starts, place.end);
    let until = from;
    while (until < to && lines[until] === lines[from]) until += 1;
    const head = tokens.slice(from, until);
    if (place.start === begin && place.end === end) put("is item", at);
    else {
      put(`is ${kindOf(head, to - from)}`, at);
      if (head.some((token) => comparison.test(token))) put("is comparing", at);
    }
  }
  return kinds;
}
