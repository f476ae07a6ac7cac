import { moveEdits } from "../judge/anchor-comment.js";
import { beginsAnchor } from "../judge/anchor-text.js";
import { definitionOfClaim, holdsClaim } from "../judge/claimed-construct.js";
import { rowsOf } from "../judge/coverage.js";
import { placeOfMark, relatedRow } from "../judge/places.js";
import type { Finding, Fix, Rule } from "../model/finding.js";
import type { Judgement, Misfit, Verdict } from "../model/judgement.js";
import type { Anchor, Project } from "../model/project.js";
import { lineStarts, positionAt, type Span } from "../model/span.js";

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
  if (first.kind === "sense") return `${speakers[first.by]} speaks of \`${first.written}\``;
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
  const which = first.kind === "sense" ? `with which \`${text.slice(first.span.start, first.span.end)}\` goes` : `which ${is}`;
  return `${said(verdict)}, ${which}${there} at line ${line(first.span.start)}; the anchor \`${anchor.name}\` sits on \`${headOf(text.slice(construct.start, construct.end))}\`${here}.`;
}

function fixOf(anchor: Anchor, place: Span | undefined, project: Project, text: string): Fix | undefined {
  const alone = !project.anchors.some(
    (other) => other !== anchor && other.path === anchor.path && other.mark.span.start === anchor.mark.span.start,
  );
  const edits = place === undefined ? undefined : moveEdits(text, anchor, (said) => beginsAnchor(project, said), alone, place);
  if (place === undefined || edits === undefined) return undefined;
  return { title: `Move the anchor to line ${positionAt(lineStarts(text), place.start).line}`, safe: false, edits };
}

function relatedTo(
  misfit: Misfit,
  path: string,
): { readonly place: { readonly path: string; readonly span: Misfit["span"] }; readonly message: string } {
  const what = misfit.kind === "sense" ? "what goes with " : "";
  return { place: { path, span: misfit.span }, message: `${what}\`${misfit.written}\` stands here` };
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

/** An anchor whose form says what it marks, and that marks something else. */
function notAsClaimed(project: Project, anchor: Anchor): Finding | undefined {
  const { claimed, placement, path } = anchor;
  const rows = rowsOf(project.rows, anchor);
  const text = project.textOf(path);
  if (claimed === undefined || placement.kind !== "construct" || rows.length === 0 || text === undefined) return undefined;
  if (holdsClaim(anchor) !== false) return undefined;
  const { span, owner } = placement.construct;
  const found = definitionOfClaim(project, anchor);
  const foundText = found === undefined ? undefined : project.textOf(found.path);
  const line = found === undefined || foundText === undefined ? 0 : positionAt(lineStarts(foundText), found.symbol.span.start).line;
  const there =
    found === undefined
      ? "which no source defines"
      : found.path === path
        ? `which is at line ${line}`
        : `which is in \`${found.path}\` at line ${line}`;
  const around = owner.at(-1);
  const here = around === undefined ? "" : ` in \`${around}\``;
  const fix = found?.path === path ? fixOf(anchor, found.symbol.span, project, text) : undefined;
  return {
    message: `The anchor \`${anchor.name}\` names \`${claimed.written}\`, ${there}; it sits on \`${headOf(text.slice(span.start, span.end))}\`${here}.`,
    hint: "Move the anchor to what it names, or name what it marks.",
    name: anchor.name,
    place: { path, span: claimed.span },
    related: [
      ...(found === undefined
        ? []
        : [{ place: { path: found.path, span: headSpan(found.symbol.span, foundText ?? "") }, message: "named by the anchor" }]),
      ...rows.slice(0, 1).map(relatedRow),
    ],
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The first line of a span. */
function headSpan({ start, end }: Span, text: string): Span {
  const newline = text.indexOf("\n", start);
  return { start, end: newline === -1 ? end : Math.min(end, newline) };
}

function* check(project: Project): Generator<Finding> {
  const claims = new Set<string>();
  for (const anchor of project.anchors) {
    const key = `${anchor.path}\n${anchor.claimed?.span.start}`;
    const finding = claims.has(key) ? undefined : notAsClaimed(project, anchor);
    if (finding === undefined) continue;
    claims.add(key);
    yield finding;
  }
  const reviewed = settled(project);
  for (const judgement of project.judgements) {
    // What an anchor's form says goes before what its row seems to say.
    if (reviewed.has(judgement.anchor) || holdsClaim(judgement.anchor) !== undefined) continue;
    const { anchor, rows, verdict } = judgement;
    const text = project.textOf(anchor.path);
    if (verdict.kind !== "misplaced" || text === undefined) continue;
    const fix = fixOf(anchor, verdict.place, project, text);
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

/** What row and anchor say is explained clearly better by another place of the file, or the anchor itself names another construct. */
export const misplacedAnchor: Rule = {
  id: "misplaced-anchor",
  severity: "warning",
  judges: true,
  summary: "another place in the file is clearly better explained by the row",
  check,
};
