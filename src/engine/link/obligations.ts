import { affinity } from "../../judge/affinity.js";
import { covers, targetOf } from "../../judge/coverage.js";
import type { Anchor, LinkedRow, Obligation } from "../../model/project.js";

/** True if the obligation asks for exactly one name in exactly one place. */
const isSimple = (obligation: Obligation): boolean => obligation.names.length === 1 && obligation.sites.length === 1;

/** What a row promises. One name is promised in each of its sites; several names each in one of them, and each site has one. */
export function obligationsOf(row: LinkedRow): readonly Obligation[] {
  const { names, reading } = row.row;
  if (row.kind !== "anchor" || reading.kind !== "promise") return [];
  const sites = row.sites.filter((site) => site.resolved !== "external");
  if (sites.length === 0) return [];
  if (reading.anySite) return names.map((name) => ({ row, names: [name], sites }));
  if (names.length === 1 || sites.length === 1)
    return names.flatMap((name) => sites.map((site) => ({ row, names: [name], sites: [site] })));
  return [...names.map((name) => ({ row, names: [name], sites })), ...sites.map((site) => ({ row, names, sites: [site] }))];
}

/** True if the anchor is one that the obligation asks for. */
export function holds(anchor: Anchor, obligation: Obligation): boolean {
  return obligation.names.some(({ name }) => name === anchor.name) && obligation.sites.some((site) => covers(site, anchor.path));
}

/**
 * Those of one name's and one place's rows in one table that the anchors there leave unexplained: of k rows and n
 * anchors, the k − n that have least in common with the anchors' texts.
 */
function unheldOf(rows: readonly Obligation[], anchors: readonly Anchor[]): readonly Obligation[] {
  if (anchors.length >= rows.length) return [];
  const pairs = rows
    .flatMap((obligation) =>
      anchors.map((anchor) => ({ obligation, anchor, score: affinity(obligation.row.row.explanation, anchor.text) })),
    )
    .sort((a, b) => b.score - a.score);
  const held = new Set<Obligation>();
  const spent = new Set<Anchor>();
  for (const { obligation, anchor } of pairs) {
    if (held.has(obligation) || spent.has(anchor)) continue;
    held.add(obligation);
    spent.add(anchor);
  }
  return rows.filter((obligation) => !held.has(obligation));
}

/** Choices that no anchor holds. While a name of a row is nowhere, an empty site of the row is the same fault. */
function unheldChoices(obligations: readonly Obligation[], anchors: readonly Anchor[]): readonly Obligation[] {
  const open = obligations.filter((obligation) => !isSimple(obligation) && !anchors.some((anchor) => holds(anchor, obligation)));
  return open.filter(({ names, row }) => names.length === 1 || !open.some((other) => other.row === row && other.names.length === 1));
}

/** The obligations that no anchor holds. Rows of several tables share their anchors: the table with most rows counts. */
export function unheld(obligations: readonly Obligation[], anchors: readonly Anchor[]): readonly Obligation[] {
  const choices = unheldChoices(obligations, anchors);
  const groups = new Map<string, Map<string, Obligation[]>>();
  for (const obligation of obligations.filter(isSimple)) {
    const { document, table } = obligation.row.row;
    const place = `${obligation.names[0]?.name}\n${obligation.sites.map(targetOf)[0]}`;
    const tables = groups.get(place) ?? new Map<string, Obligation[]>();
    groups.set(place, tables);
    const key = `${document}\n${table}`;
    tables.set(key, [...(tables.get(key) ?? []), obligation]);
  }
  const simple = [...groups.values()].flatMap((tables) => {
    const [first, ...others] = [...tables.values()];
    if (first === undefined) return [];
    const largest = others.reduce((most, rows) => (rows.length > most.length ? rows : most), first);
    const [sample] = largest;
    return unheldOf(largest, sample === undefined ? [] : anchors.filter((anchor) => holds(anchor, sample)));
  });
  return [...simple, ...choices];
}
