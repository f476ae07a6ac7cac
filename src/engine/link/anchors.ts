import { isNear } from "../../judge/nearness.js";
import type { Anchor } from "../../model/project.js";
import type { Mark, ReadMark, SourceFacts } from "../../model/source.js";
import { anchorNames, type Declared, endsName } from "../../read/source/anchor-names.js";
import { type Form, formOf } from "../../read/source/form-expressions.js";
import { type FormedLine, formedNames } from "../../read/source/form-names.js";

const prepared = new WeakMap<object, Form>();

/** The form of a mark, ready for reading. */
function formOfMark({ form }: Mark): Form | undefined {
  if (form === undefined) return undefined;
  const known = prepared.get(form) ?? formOf(form);
  prepared.set(form, known);
  return known;
}

/** The names behind a mark, read as its form says. */
function namesBehind(mark: Mark, said: string, declared: Declared): FormedLine {
  const form = formOfMark(mark);
  return form === undefined ? { ...anchorNames(said, declared), claimed: undefined } : formedNames(said, form, declared);
}

/** The names that tables declare, for telling anchors from prose. */
export function declaredNames(names: ReadonlySet<string>): Declared {
  const list = [...names];
  return { has: (name) => names.has(name), near: (name) => list.some((declared) => isNear(name, declared)) };
}

/** The anchors of a source file: its exact marks in live comments whose next words are names. */
export function anchorsOf(source: SourceFacts, declared: Declared): readonly Anchor[] {
  return source.marks.flatMap(({ mark, said, around }) => {
    if (!mark.exact || around.kind !== "comment") return [];
    const { names, rest, claimed } = namesBehind(mark, said, declared);
    const text = `${rest} ${around.further}`.replace(/\s+/g, " ").trim();
    const from = mark.span.start + mark.marker.length;
    const claim = claimed && { written: claimed.written, span: { start: from + claimed.start, end: from + claimed.end } };
    return names.map(({ name, start, end }): Anchor => {
      const anchor = {
        path: source.path,
        name,
        nameSpan: { start: from + start, end: from + end },
        mark,
        text,
        placement: around.placement,
      };
      return claim === undefined ? anchor : { ...anchor, claimed: claim };
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
    const meant = namesBehind(mark, said, declared).names.flatMap(({ name }) => declaredAs(name) ?? []);
    const first = declaredAs(mark.word);
    if (fault === undefined || first === undefined) return [];
    const form = formOfMark(mark);
    if (form !== undefined) {
      const wellFormed = form.worded && (meant.length > 0 || endsName(said.slice(mark.span.end - mark.span.start - mark.marker.length)));
      return [{ path: source.path, mark, names: [...new Set([first, ...meant])], fault, wellFormed }];
    }
    // A stand-in for the name that looks like none: what follows alone tells whether it ends as an anchor's name does.
    const rest = said.slice(mark.wordStart - mark.span.start - mark.marker.length + mark.word.length).replace(/^`/, "");
    const wellFormed = anchorNames(`X${rest}`, nothingDeclared).names.length > 0;
    return [{ path: source.path, mark, names: [...new Set([first, ...meant])], fault, wellFormed }];
  });
}
