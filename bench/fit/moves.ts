import type { Occurrences } from "../../src/judge/evidence/occurrences.js";
import { lowerBound, overlap, type Span } from "../../src/model/span.js";
import { type Case, filesOf } from "./cases.js";

/** Where an anchor is put. `own` is where it should be: an alarm is false there. */
export const moveKinds = ["own", "other function", "same function", "before", "after", "swapped", "no code"] as const;

export type MoveKind = (typeof moveKinds)[number];

/** A place for an anchor; the weights of a kind's places sum to one for each anchor. */
export interface Move {
  readonly kind: MoveKind;
  readonly to: Span;
  readonly weight: number;
}

/** So many lines away another place of the function is plainly another. */
const farLines = 8;

/** Of more places than this, every so manyth is tried. */
const most = 24;

interface Place {
  readonly item: number | undefined;
  readonly span: Span;
}

function placesIn({ outline }: Occurrences): readonly Place[] {
  return [undefined, ...outline.items.keys()].flatMap((item) => outline.placesIn(item).map((span) => ({ item, span })));
}

/** True for a place that begins its line, as a comment before it needs. */
function beginsLine({ outline: { starts, lines } }: Occurrences, { start }: Span): boolean {
  const at = lowerBound(starts, start);
  return lines[at] !== lines[at - 1];
}

/** Places of other functions, each function as likely as the others and each place in it: of more than `most` every so manyth. */
function inFunctions(own: Case, places: readonly Place[]): readonly Move[] {
  const { code } = own;
  const byItem = new Map<number, Span[]>();
  for (const { item, span } of places) {
    const around = item === undefined ? undefined : code.outline.items[item];
    if (item === undefined || item === own.item || around?.callable !== true || !beginsLine(code, span)) continue;
    if (span.start === around.span.start && span.end === around.span.end) continue;
    byItem.set(item, [...(byItem.get(item) ?? []), span]);
  }
  const all = [...byItem.values()].flatMap((spans) => spans.map((to) => ({ to, weight: 1 / byItem.size / spans.length })));
  const step = Math.ceil(all.length / most);
  const kept = all.filter((_, at) => at % step === 0);
  const sum = kept.reduce((total, { weight }) => total + weight, 0);
  return kept.map(({ to, weight }) => ({ kind: "other function", to, weight: weight / sum }));
}

function allOf(kind: MoveKind, spans: readonly Span[]): readonly Move[] {
  const step = Math.ceil(spans.length / most);
  const kept = spans.filter((_, at) => at % step === 0);
  return kept.map((to) => ({ kind, to, weight: 1 / kept.length }));
}

/** The last and outermost place before a construct. */
function lastBefore(spans: readonly Span[], own: Span): Span | undefined {
  return spans
    .filter(({ end }) => end <= own.start)
    .reduce<Span | undefined>((last, span) => (last === undefined || span.end > last.end ? span : last), undefined);
}

function movesOf(own: Case, places: readonly Place[], neighbours: readonly Span[], to: Span): readonly Move[] {
  const free = places.filter(({ span }) => !overlap(span, to));
  const inside = free.flatMap(({ item, span }) => (item === own.item ? [span] : []));
  const line = own.lineOf(to.start);
  const before = lastBefore(inside, to);
  // Places are in document order, outer ones first.
  const after = inside.find(({ start }) => start >= to.end);
  return [
    { kind: "own", to, weight: 1 },
    ...inFunctions(own, free),
    ...allOf(
      "no code",
      free.flatMap(({ item, span }) => {
        const around = item === undefined ? undefined : own.code.outline.items[item];
        const whole = around !== undefined && span.start === around.span.start && span.end === around.span.end;
        return item !== own.item && (whole || around?.callable !== true) && beginsLine(own.code, span) ? [span] : [];
      }),
    ),
    ...allOf(
      "same function",
      inside.filter((span) => beginsLine(own.code, span)).filter(({ start }) => Math.abs(own.lineOf(start) - line) >= farLines),
    ),
    ...(before === undefined ? [] : allOf("before", [before])),
    ...(after === undefined ? [] : allOf("after", [after])),
    ...allOf(
      "swapped",
      neighbours.filter((span) => !overlap(span, to)),
    ),
  ];
}

/** Every place that is tried, with the anchor that is put there. */
export function* movesOfAll(cases: readonly Case[]): Generator<{ readonly own: Case; readonly move: Move }> {
  for (const [code, anchors] of filesOf(cases)) {
    const places = placesIn(code);
    const spanOf = ({ construct }: Case): Span => construct;
    for (const own of anchors) {
      const neighbours = anchors.flatMap((other) => (other === own ? [] : [spanOf(other)]));
      for (const move of movesOf(own, places, neighbours, spanOf(own))) yield { own, move };
    }
  }
}
