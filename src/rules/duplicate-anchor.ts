import { rowsOf } from "../judge/coverage.js";
import { placeOfMark } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Anchor, Project } from "../model/project.js";

/** The same name twice on one construct. */
function onOneConstruct(a: Anchor, b: Anchor): boolean {
  if (a.placement.kind !== "construct" || b.placement.kind !== "construct") return false;
  const [one, other] = [a.placement.construct.span, b.placement.construct.span];
  return one.start === other.start && one.end === other.end;
}

/** Token for token the same text, and not nothing: a copy. */
function sameText(a: Anchor, b: Anchor): boolean {
  const tokens = (text: string): string => text.match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu)?.join(" ") ?? "";
  return tokens(a.text) !== "" && tokens(a.text) === tokens(b.text);
}

/** How many rows of one table declare the anchor at most. */
function rowsFor(project: Project, anchor: Anchor): number {
  const counts = new Map<string, number>();
  for (const { row } of rowsOf(project.rows, anchor))
    counts.set(`${row.document}\n${row.table}`, (counts.get(`${row.document}\n${row.table}`) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function* check(project: Project): Generator<Finding> {
  const groups = new Map<string, Anchor[]>();
  for (const anchor of project.anchors) {
    const key = `${anchor.path}\n${anchor.name}`;
    groups.set(key, [...(groups.get(key) ?? []), anchor]);
  }
  for (const anchors of groups.values()) {
    const [sample] = anchors;
    if (sample === undefined || anchors.length < 2) continue;
    const rows = rowsFor(project, sample);
    if (rows === 0) continue;
    for (const [at, anchor] of anchors.entries()) {
      const before = anchors.slice(0, at);
      const twin = before.find((other) => onOneConstruct(other, anchor));
      const original = twin ?? (anchors.length > rows ? before.find((other) => sameText(other, anchor)) : undefined);
      if (original === undefined) continue;
      yield {
        message:
          twin === undefined
            ? `The anchor \`${anchor.name}\` is a copy: another construct has one with the same text.`
            : `The anchor \`${anchor.name}\` stands twice on one construct.`,
        hint: twin === undefined ? "Delete the copy, or give it a row and a text of its own." : "Delete one of the two.",
        name: anchor.name,
        place: placeOfMark(anchor),
        related: [{ place: placeOfMark(original), message: "the other one" }],
      };
    }
  }
}

/** One name is anchored twice on one construct, or more often than rows declare it with the same text. */
export const duplicateAnchor: Rule = { id: "duplicate-anchor", severity: "error", summary: "an anchor is a copy of another", check };
