import { affinity } from "../../judge/affinity.js";
import { linesOf } from "../../judge/links.js";

/** A link of one name and file, as far as its rows are concerned. */
export interface Explained {
  /** What the rows said when it was reviewed, one line each; `undefined` if it never was. */
  readonly reviewed: string | undefined;
  /** What tells which of several rows is about it. */
  readonly evidence: string;
}

function bestFor<Item>(items: readonly Item[], likeness: (item: Item) => number): Item | undefined {
  let best: { readonly item: Item; readonly likeness: number } | undefined;
  for (const item of items) {
    const own = likeness(item);
    if (best === undefined || own > best.likeness) best = { item, likeness: own };
  }
  return best?.item;
}

/**
 * What the rows of one name and file say about each of its links. A row stays with the links that were reviewed with it; a new one goes to a link
 * that has none, by what the two have in common. Each row is about a link and each link has a row, so that no change of a row is lost. Only the
 * `elsewhere` ones, which were reviewed with links that are not there, are no news for the others.
 */
export function explanationsOf<Link extends Explained>(
  links: readonly Link[],
  texts: readonly string[],
  elsewhere: ReadonlySet<string> = new Set(),
): ReadonlyMap<Link, string> {
  const rows = [...new Set(texts)].sort();
  const said = new Map(
    links.map((link) => {
      const before = link.reviewed === undefined ? [] : linesOf(link.reviewed);
      return [link, new Set(rows.filter((row) => before.includes(row)))] as const;
    }),
  );
  const kept = new Set([...said.values()].flatMap((own) => [...own]));
  const give = (link: Link | undefined, row: string | undefined): void => {
    if (link !== undefined && row !== undefined) said.get(link)?.add(row);
  };
  for (const row of rows.filter((text) => !kept.has(text) && !elsewhere.has(text))) {
    const without = links.filter((link) => said.get(link)?.size === 0);
    give(
      bestFor(without.length > 0 ? without : links, (link) => affinity(row, `${link.reviewed ?? ""} ${link.evidence}`)),
      row,
    );
  }
  for (const link of links)
    if (said.get(link)?.size === 0)
      give(
        link,
        bestFor(rows, (row) => affinity(row, link.evidence)),
      );
  return new Map([...said].map(([link, own]) => [link, [...own].sort().join("\n")]));
}
