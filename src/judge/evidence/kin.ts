import { holds, type Span } from "../../model/span.js";
import { itemIndexOf } from "./item-index.js";
import { headOf, tokensOn } from "./located.js";
import type { Occurrences } from "./occurrences.js";

/** What uses a name that so many items or more use says nothing; also not what more than this share of the items uses. */
const few = 3;
const shareOfFew = 1 / 3;

const identifier = /^#?[A-Za-z_\u00c0-\u1fff]\w{2,}/;

/** What stands before a name to say of what kind it is, in languages that let nothing be named so, or hardly anybody does. */
const modifiers = new Set(
  "pub crate mut const static let private protected public readonly final override mutable volatile inline constexpr export abstract unsigned signed extern struct enum".split(
    " ",
  ),
);

/**
 * The identifiers that a line of data declares: those that stand there first in the file. A field may be named like another one further up: then the
 * rarest, for types stand in many lines. (Where its type is new as well, that is taken for it.)
 */
function declaredOn(code: Occurrences, line: number): readonly string[] {
  const names = tokensOn(code.outline, { first: line, last: line }).filter((token) => identifier.test(token) && !modifiers.has(token));
  const first = names.filter((token) => code.ofToken(token)[0] === line);
  if (first.length > 0) return first;
  const rarest = Math.min(...names.map((token) => code.ofToken(token).length));
  return names.filter((token) => code.ofToken(token).length === rarest);
}

/**
 * The functions that use what a line of data declares, if it is no other item's name. Where many use it, those that are `named` in the row.
 */
function usersOfData(code: Occurrences, own: number | undefined, line: number, named: ReadonlySet<number>): readonly number[] {
  const { items } = code.outline;
  const { having } = itemIndexOf(code);
  const declared = declaredOn(code, line).filter((token) => !code.isItem(token) || (own !== undefined && items[own]?.name === token));
  return [...new Set(declared)].flatMap((token) => {
    const users = having(code.ofToken(token));
    const isTelling = users.size <= Math.max(few, shareOfFew * items.length);
    return [...users].filter((user) => items[user]?.callable === true && (isTelling || named.has(user)));
  });
}

/**
 * The items that a construct has so much to do with that what speaks for them speaks for it: the functions that its head calls; those that use
 * what it declares, where it is data; and those inside, where it is a whole item. `named` are the items that the row names.
 */
export function kinOf(code: Occurrences, own: number | undefined, construct: Span, named: ReadonlySet<number>): ReadonlySet<number> {
  const { items } = code.outline;
  const { byName } = itemIndexOf(code);
  const head = headOf(code, construct);
  const item = own === undefined ? undefined : items[own];
  const isWhole = item !== undefined && holds(construct, item.span);
  const kin = new Set<number>();
  // The head of a function that is marked as a whole calls nothing: it has the function's name.
  if (!isWhole || item?.callable !== true) {
    const used = new Set(tokensOn(code.outline, head));
    for (const token of used) for (const called of byName.get(token) ?? []) if (items[called]?.callable === true) kin.add(called);
  }
  if (item?.callable !== true) for (const user of usersOfData(code, own, head.first, named)) kin.add(user);
  if (isWhole) for (const [at, { span }] of items.entries()) if (at !== own && holds(item.span, span)) kin.add(at);
  return kin;
}
