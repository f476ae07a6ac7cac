import { isNear } from "../../judge/nearness.js";
import type { Anchor } from "../../model/project.js";
import type { Mark, SourceFacts } from "../../model/source.js";
import { anchorNames, type Declared } from "../../read/source/anchor-names.js";

/** The names that tables declare, for telling anchors from prose. */
export function declaredNames(names: ReadonlySet<string>): Declared {
  const list = [...names];
  return { has: (name) => names.has(name), near: (name) => list.some((declared) => isNear(name, declared)) };
}

/** The anchors of a source file: its exact marks in live comments whose next words are names. */
export function anchorsOf(source: SourceFacts, declared: Declared): readonly Anchor[] {
  return source.marks.flatMap(({ mark, around }) => {
    if (!mark.exact || around.kind !== "comment") return [];
    const { names, rest } = anchorNames(around.said, declared);
    const text = `${rest} ${around.further}`.replace(/\s+/g, " ").trim();
    return names.map(({ name, start, end }): Anchor => {
      const nameSpan = { start: around.line.start + start, end: around.line.start + end };
      return { path: source.path, name, nameSpan, mark, text, placement: around.placement };
    });
  });
}

/** A mark that is no anchor, with what it would be one for. */
export interface NearMark {
  readonly path: string;
  readonly mark: Mark;
  readonly declared: string;
  readonly kind: "marker" | "position";
  /** True if the names end as an anchor's do: then nobody meant prose. */
  readonly wellFormed: boolean;
}

/** The marks in live comments that name a declared name, ignoring case, but are no anchors. */
export function nearMarksOf(source: SourceFacts, names: ReadonlySet<string>): readonly NearMark[] {
  const byLowerCase = new Map([...names].map((name) => [name.toLowerCase(), name]));
  return source.marks.flatMap(({ mark, around }): readonly NearMark[] => {
    const name = names.has(mark.word) ? mark.word : byLowerCase.get(mark.word.toLowerCase());
    if (name === undefined) return [];
    if (around.kind === "inside-comment")
      return mark.exact ? [{ path: source.path, mark, declared: name, kind: "position", wellFormed: false }] : [];
    if (around.kind !== "comment" || mark.exact) return [];
    const strict: Declared = { has: () => false, near: () => false };
    const rest = around.said.slice(mark.wordStart - around.line.start + mark.word.length);
    const wellFormed = anchorNames(`X${rest}`, strict).names.length > 0 || rest.startsWith("`");
    return [{ path: source.path, mark, declared: name, kind: "marker", wellFormed }];
  });
}
