import { moveEdits } from "../judge/anchor-comment.js";
import { placeOfMark, relatedRow } from "../judge/places.js";
import type { Finding, Fix, Rule } from "../model/finding.js";
import type { Judgement, Misfit, Verdict } from "../model/judgement.js";
import type { Anchor, Project } from "../model/project.js";
import { lineStarts, positionAt } from "../model/span.js";

type Misplaced = Verdict & { readonly kind: "misplaced" };

/** The most that a message quotes of a line of code, in UTF-16 units. */
const longest = 48;

/** The first line of a construct, cut where it is long. */
function headOf(text: string): string {
  const line = (/^.*/.exec(text)?.[0] ?? "").trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

const speakers = { row: "The row", name: "The name", anchor: "The anchor's own text" } as const;

/** What is not here: the weightiest piece of code that is named, or the words that fit elsewhere. */
function said({ misfits }: Misplaced): string {
  const [first] = misfits;
  if (first.kind !== "word") return `${speakers[first.by]} ${first.kind === "symbol" ? "names" : "says"} \`${first.written}\``;
  const words = misfits.filter((other) => other.kind === "word").slice(0, 3);
  return `${speakers[first.by]} speaks of ${words.map(({ written }) => `\`${written}\``).join(", ")}`;
}

function messageOf({ anchor, construct }: Judgement, verdict: Misplaced, text: string): string {
  const line = (offset: number): number => positionAt(lineStarts(text), offset).line;
  const [first] = verdict.misfits;
  const owner = anchor.placement.kind === "construct" ? anchor.placement.construct.owner.at(-1) : undefined;
  const there = verdict.sameItem ? "" : ` in \`${verdict.owner.at(-1) ?? "the file"}\``;
  const here = owner === undefined ? "" : ` in \`${owner}\``;
  const is = first.kind === "word" && verdict.misfits.filter(({ kind }) => kind === "word").length > 1 ? "are" : "is";
  return `${said(verdict)}, which ${is}${there} at line ${line(first.span.start)}; the anchor \`${anchor.name}\` sits on \`${headOf(text.slice(construct.start, construct.end))}\`${here}.`;
}

function fixOf({ anchor }: Judgement, { place }: Misplaced, project: Project, text: string): Fix | undefined {
  const alone = !project.anchors.some(
    (other) => other !== anchor && other.path === anchor.path && other.mark.span.start === anchor.mark.span.start,
  );
  const edits = place === undefined ? undefined : moveEdits(text, anchor, project.marker, alone, place);
  if (place === undefined || edits === undefined) return undefined;
  return { title: `Move the anchor to line ${positionAt(lineStarts(text), place.start).line}`, safe: false, edits };
}

function relatedTo(
  misfit: Misfit,
  path: string,
): { readonly place: { readonly path: string; readonly span: Misfit["span"] }; readonly message: string } {
  return { place: { path, span: misfit.span }, message: `\`${misfit.written}\` stands here` };
}

/** The anchors of which the lock knows better: somebody said that they are right where they are, or the lock itself says what they left. */
function settled({ links }: Project): ReadonlySet<Anchor> {
  const known = (links?.links ?? []).filter(
    ({ state }) =>
      state.kind === "reviewed" ||
      state.kind === "moved" ||
      (state.kind === "suspect" && state.changes.some(({ kind }) => kind === "left")),
  );
  return new Set(known.map(({ anchor }) => anchor));
}

function* check(project: Project): Generator<Finding> {
  const reviewed = settled(project);
  for (const judgement of project.judgements) {
    if (reviewed.has(judgement.anchor)) continue;
    const { anchor, rows, verdict } = judgement;
    const text = project.textOf(anchor.path);
    if (verdict.kind !== "misplaced" || text === undefined) continue;
    const fix = fixOf(judgement, verdict, project, text);
    yield {
      message: messageOf(judgement, verdict, text),
      hint: "Move the anchor to the code that upholds the invariant, or say in the row how this code does.",
      name: anchor.name,
      place: placeOfMark(anchor),
      related: [relatedTo(verdict.misfits[0], anchor.path), ...rows.slice(0, 1).map(relatedRow)],
      ...(fix === undefined ? {} : { fix }),
    };
  }
}

/** What row and anchor say is explained clearly better by another place of the file. */
export const misplacedAnchor: Rule = {
  id: "misplaced-anchor",
  severity: "warning",
  judges: true,
  summary: "another place in the file is clearly better explained by the row",
  check,
};
