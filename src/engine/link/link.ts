import { covers, declares, filesOf } from "../../judge/coverage.js";
import { duplicateRows } from "../../judge/duplicates.js";
import { differInNumber, meantBy, nearest } from "../../judge/nearness.js";
import type { Anchor, LinkedRow, MalformedRow, Undeclared, Unmet } from "../../model/project.js";
import type { SourceFacts } from "../../model/source.js";
import { type Clues, explain } from "./absence.js";
import { anchorsOf, declaredNames, type NearMark, nearMarksOf } from "./anchors.js";
import { obligationsOf, unheld } from "./obligations.js";

/** Rows and anchors held against each other. */
export interface Linked {
  readonly anchors: readonly Anchor[];
  readonly unmet: readonly Unmet[];
  readonly malformed: readonly MalformedRow[];
  readonly undeclared: readonly Undeclared[];
  readonly nearMarks: readonly NearMark[];
}

/** The names that the rows declare. */
export function namesOf(rows: readonly LinkedRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ row }) => row.names.map(({ name }) => name)));
}

/** Malformed rows with what they seem to mean; the stray anchors that they mean are explained by them. */
function readMalformed(rows: readonly LinkedRow[], anchors: readonly Anchor[], strays: Set<Anchor>): readonly MalformedRow[] {
  const names = namesOf(rows);
  return rows
    .filter((row) => row.kind === "anchor" && row.row.reading.kind === "malformed")
    .map((row): MalformedRow => {
      const words = row.row.reading.kind === "malformed" ? row.row.reading.words : "";
      const own = row.row.names[0]?.name;
      const here = [...strays].filter((anchor) => row.sites.length === 0 || row.sites.some((site) => covers(site, anchor.path)));
      const meant =
        own ??
        meantBy(
          words,
          here.map((anchor) => anchor.name),
        ) ??
        meantBy(words, [...anchors.map((anchor) => anchor.name), ...names]);
      const anchor = here.find((stray) => stray.name === meant);
      if (anchor !== undefined) strays.delete(anchor);
      return { row, meant, anchor };
    });
}

/** The names that an anchor may be a misspelling of: where its form numbers names, none of another number. */
function otherThanNumbers({ name, mark }: Anchor, names: ReadonlySet<string>): Iterable<string> {
  return mark.fits === true ? [...names].filter((declared) => !differInNumber(name, declared)) : names;
}

/**
 * Holds rows and anchors against each other. Every fault is explained once, by the first explanation that fits. Nothing is asked of
 * `unread` files, which are faults of their own, nor of a row that only repeats another.
 */
export function link(
  rows: readonly LinkedRow[],
  sources: ReadonlyMap<string, SourceFacts>,
  unread: ReadonlySet<string>,
  changedLast: Clues["changedLast"],
): Linked {
  const names = namesOf(rows);
  const declared = declaredNames(names);
  const anchors = [...sources.values()].flatMap((source) => anchorsOf(source, declared));
  const nearMarks = [...sources.values()].flatMap((source) => nearMarksOf(source, names));
  const strays = new Set(anchors.filter((anchor) => !rows.some((row) => declares(row, anchor))));
  const duplicates = duplicateRows(rows);
  const obligations = rows.filter((row) => !duplicates.has(row)).flatMap(obligationsOf);
  const open = unheld(obligations, anchors).filter(({ sites }) => !sites.some((site) => filesOf(site).some((path) => unread.has(path))));
  const { unmet, usedAnchors, usedMarks } = explain(open, { strays, nearMarks, rows, changedLast });
  const unexplained = new Set([...strays].filter((anchor) => !usedAnchors.has(anchor)));
  const malformed = readMalformed(rows, anchors, unexplained);
  return {
    anchors,
    unmet,
    malformed,
    undeclared: [...unexplained].map((anchor) => ({
      anchor,
      elsewhere: rows.filter(({ row }) => row.names.some(({ name }) => name === anchor.name)),
      near: names.has(anchor.name) ? undefined : nearest(anchor.name, otherThanNumbers(anchor, names)),
    })),
    nearMarks: nearMarks.filter(
      (near) => near.fault === "marker" && !usedMarks.has(near) && near.wellFormed && near.names[0] === near.mark.word,
    ),
  };
}
