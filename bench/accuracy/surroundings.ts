import { holds, lineIndexAt, lineStarts, type Span } from "../../src/model/span.js";
import type { CodeMap, MappedFunction, Member } from "./code-map.js";
import { isSame } from "./code-text.js";
import type { Marked, Source } from "./subject.js";

/** The members around a construct, innermost first; one that is the construct itself comes first. */
export function membersAround({ map }: Source, { construct }: Marked): readonly Member[] {
  const around = map.members.filter(({ span }) => holds(span, construct.span));
  return around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

/** The innermost function that is or holds a construct. */
export function functionOf({ map }: Source, { construct }: Marked): MappedFunction | undefined {
  return map.functions.filter(({ span }) => holds(span, construct.span)).at(-1);
}

/** The statements of a function, those of functions inside it excepted. */
export function statementsOf(map: CodeMap, own: MappedFunction): readonly Member[] {
  return map.members.filter(({ role, within }) => role === "statement" && within !== undefined && map.functions[within] === own);
}

/** The member of the same list that comes so many places later, or earlier. */
export function siblingOf({ members }: CodeMap, member: Member, distance: number): Member | undefined {
  return members.find(({ list, at }) => list === member.list && at === member.at + distance);
}

/** What a construct is part of, for comparison with functions: its function, or else the item around it that no other item holds. */
export function unitOf(source: Source, anchor: Marked): Span {
  const own = functionOf(source, anchor);
  const around = membersAround(source, anchor);
  return own?.span ?? around.at(-1)?.span ?? anchor.construct.span;
}

/** The functions that run and are within so many functions of a stretch of code, nearest first, which is neither in them nor around them. */
export function neighboursOf(map: CodeMap, unit: Span, distance: number): readonly MappedFunction[] {
  const others = map.functions.filter(({ span, active }) => active && !isSame(span, unit));
  const before = others.filter(({ span }) => span.end <= unit.start).slice(-distance);
  const after = others.filter(({ span }) => span.start >= unit.end).slice(0, distance);
  return [...before.reverse(), ...after];
}

/** How many lines lie between the beginnings of two stretches. */
export function linesBetween({ text }: Source, a: Span, b: Span): number {
  const starts = lineStarts(text);
  return Math.abs(lineIndexAt(starts, a.start) - lineIndexAt(starts, b.start));
}
