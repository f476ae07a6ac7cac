import { isNear } from "../../judge/nearness.js";
import type { Anchor } from "../../model/project.js";
import type { Mark, ReadMark, SourceFacts } from "../../model/source.js";
import { anchorNames, type Declared } from "../../read/source/anchor-names.js";

/** The names that tables declare, for telling anchors from prose. */
export function declaredNames(names: ReadonlySet<string>): Declared {
  const list = [...names];
  return { has: (name) => names.has(name), near: (name) => list.some((declared) => isNear(name, declared)) };
}

/** The anchors of a source file: its exact marks in live comments whose next words are names. */
export function anchorsOf(source: SourceFacts, declared: Declared): readonly Anchor[] {
  return source.marks.flatMap(({ mark, said, around }) => {
    if (!mark.exact || around.kind !== "comment") return [];
    const { names, rest } = anchorNames(said, declared);
    const text = `${rest} ${around.further}`.replace(/\s+/g, " ").trim();
    const from = mark.span.start + mark.marker.length;
    return names.map(({ name, start, end }): Anchor => {
      return { path: source.path, name, nameSpan: { start: from + start, end: from + end }, mark, text, placement: around.placement };
    });
  });
}

/** A mark that is no anchor, with the declared names it would be one for. */
export interface NearMark {
  readonly path: string;
  readonly mark: Mark;
  readonly names: readonly string[];
  /** What is wrong: the marker, its place in the comment, or that no live comment is there. */
  readonly fault: "marker" | "position" | "string" | "doc-test" | "disabled-block" | "code";
  /** True if the names end as an anchor's do: then nobody meant prose. */
  readonly wellFormed: boolean;
}

const nothingDeclared: Declared = { has: () => false, near: () => false };

function faultOf({ mark, around }: ReadMark): NearMark["fault"] | undefined {
  switch (around.kind) {
    case "comment":
      return mark.exact ? undefined : "marker";
    case "inside-comment":
      return mark.exact ? "position" : undefined;
    case "dead":
      return mark.exact ? around.what : undefined;
    case "code":
      return mark.exact ? "code" : undefined;
  }
}

/** The marks that name declared names, letter case ignored, but are no anchors. */
export function nearMarksOf(source: SourceFacts, names: ReadonlySet<string>): readonly NearMark[] {
  const byLowerCase = new Map([...names].map((name) => [name.toLowerCase(), name]));
  const declaredAs = (word: string): string | undefined => (names.has(word) ? word : byLowerCase.get(word.toLowerCase()));
  const declared: Declared = { has: (name) => declaredAs(name) !== undefined, near: () => false };
  return source.marks.flatMap((read): readonly NearMark[] => {
    const fault = faultOf(read);
    const { mark, said } = read;
    const meant = anchorNames(said, declared).names.flatMap(({ name }) => declaredAs(name) ?? []);
    const first = declaredAs(mark.word);
    if (fault === undefined || first === undefined) return [];
    // A stand-in for the name that looks like none: what follows alone tells whether it ends as an anchor's name does.
    const rest = said.slice(mark.wordStart - mark.span.start - mark.marker.length + mark.word.length).replace(/^`/, "");
    const wellFormed = anchorNames(`X${rest}`, nothingDeclared).names.length > 0;
    return [{ path: source.path, mark, names: [...new Set([first, ...meant])], fault, wellFormed }];
  });
}
