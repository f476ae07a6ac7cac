import { placeOfCheck, placeOfDefinition } from "../../judge/definitions.js";
import { placeOfAnchor } from "../../judge/places.js";
import type { Finding } from "../../model/finding.js";
import type { Project } from "../../model/project.js";
import type { Place } from "../../model/span.js";
import type { TracedGap } from "../../model/trace.js";
import type { Signed } from "../sign.js";
import type { Draft } from "./drafts.js";
import type { LineOf } from "./lines.js";

/** A finding, in what it says of a name. */
export interface Found extends Signed {
  readonly suppressed: boolean;
}

/** What a rule's findings are called where there is room for two words. Rules that are not listed go by their summary. */
const words: Readonly<Record<string, string>> = {
  "missing-anchor": "no anchor",
  "wrong-file": "anchor in another file",
  "missing-file": "file missing",
  "undeclared-anchor": "anchor without a row",
  "duplicate-anchor": "anchor copied",
  "malformed-anchor": "anchor malformed",
  "not-a-comment": "anchor in no comment",
  "dangling-anchor": "anchor on no code",
  "inactive-anchor": "anchor on inactive code",
  "misplaced-anchor": "anchor misplaced",
  "duplicate-row": "row twice",
  "malformed-row": "row unreadable",
  "stale-explanation": "row outdated",
  "suspect-link": "changed since reviewed",
  "undefined-name": "no definition",
  "unchecked-invariant": "unchecked",
  "undocumented-invariant": "no row",
  "ambiguous-name": "not checked in all modules",
  "missing-symbol": "symbol missing",
  "ambiguous-path": "file ambiguous",
  "stale-lines": "cited lines outdated",
  "lines-out-of-range": "cited lines gone",
  "changed-snippet": "quote outdated",
  "broken-link": "link broken",
};

/** What the matrix says itself, in a column of its own. */
const said: ReadonlySet<string> = new Set(["unjudged-anchor"]);

/** The short words for the findings of each rule. */
export type WordsOf = (rule: string) => string;

/** The words that the matrix has for its rules; `summaries` are the rules' own, by id. */
export function wordsFor(summaries: ReadonlyMap<string, string>): WordsOf {
  return (rule) => words[rule] ?? summaries.get(rule) ?? rule;
}

const holds = (outer: Place, inner: Place): boolean =>
  outer.path === inner.path && outer.span.start <= inner.span.start && inner.span.start < Math.max(outer.span.end, outer.span.start + 1);

const placesOf = ({ place, related }: Finding): readonly Place[] => [
  ...(place === undefined ? [] : [place]),
  ...(related ?? []).map((other) => other.place),
];

/** The places that a name has of its own, of which findings about it speak. */
function ownPlaces(draft: Draft): readonly Place[] {
  return [
    ...draft.rows.map(({ row }) => ({ path: row.row.document, span: row.row.span })),
    ...draft.definitions.map(placeOfDefinition),
    ...draft.unplaced.map(placeOfCheck),
    ...draft.anchors.map(placeOfAnchor),
  ];
}

/** The names of the rows that a finding is about: those that its places stand at; all of a row where one stands in another of its cells. */
function namesAt(places: readonly Place[], { rows }: Project): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, row } of rows) {
    if (kind !== "anchor") continue;
    for (const place of places) {
      if (!holds({ path: row.document, span: row.span }, place)) continue;
      const at = row.names.filter(({ span }) => holds({ path: row.document, span }, place));
      for (const { name } of at.length > 0 ? at : row.names) found.add(name);
    }
  }
  return found;
}

/** The lines that a finding is about: those of its name and of the rows where it stands. Of lines with one name, those where it stands; else those that it points at. */
function draftsFor(finding: Finding, drafts: ReadonlyMap<string, readonly Draft[]>, project: Project): readonly Draft[] {
  const places = placesOf(finding);
  const stands = placesOf({ ...finding, related: (finding.related ?? []).filter(({ same }) => same) });
  const names = new Set([...(finding.name === undefined ? [] : [finding.name]), ...namesAt(places, project)]);
  return [...names].flatMap((name) => {
    const known = drafts.get(name) ?? [];
    if (known.length < 2) return known;
    const near = (spots: readonly Place[]): readonly Draft[] =>
      known.filter((draft) => ownPlaces(draft).some((own) => spots.some((spot) => holds(own, spot))));
    return [near(stands), near(places), known].find(({ length }) => length > 0) ?? [];
  });
}

/** What is missing of each line, and how many findings are about none. The rules have decided; here is only told whom it concerns. */
export interface Missing {
  readonly of: (draft: Draft) => readonly TracedGap[];
  readonly others: number;
}

/** Shares the findings out over the lines that they are about. */
export function missingFrom(
  found: readonly Found[],
  drafts: readonly Draft[],
  project: Project,
  wordsOf: WordsOf,
  lineOf: LineOf,
): Missing {
  const byName = new Map<string, readonly Draft[]>();
  for (const draft of drafts) byName.set(draft.name, [...(byName.get(draft.name) ?? []), draft]);
  const gaps = new Map<Draft, TracedGap[]>();
  let others = 0;
  for (const { rule, severity, finding, suppressed } of found) {
    if (said.has(rule)) continue;
    const about = draftsFor(finding, byName, project);
    if (about.length === 0 && !suppressed) others += 1;
    for (const draft of about) {
      const place = finding.place === undefined ? { path: ".", line: 1 } : lineOf(finding.place);
      // An anchor that nothing else is known of needs a row; one of a name with rows is the odd one out.
      const word = rule === "undeclared-anchor" && draft.rows.length === 0 ? wordsOf("undocumented-invariant") : wordsOf(rule);
      gaps.set(draft, [...(gaps.get(draft) ?? []), { ...place, rule, severity, words: word, message: finding.message, suppressed }]);
    }
  }
  return { of: (draft) => gaps.get(draft) ?? [], others };
}
