import type { Span } from "../../model/span.js";
import type { ConfigFacts, ConfigSection, SpecFault } from "../../model/spec.js";
import { type AssignmentEntry, assignmentAt, type NameEntry, nameAt, type Section, sections, type Words } from "./config-entries.js";
import { type Range, spanOf } from "./declarations.js";
import { pairsOf } from "./pairs.js";
import { remarksOf, shareRemarks } from "./remarks.js";
import { lex, type Token } from "./tokens.js";

/** A section without its remarks. */
interface RawSection {
  readonly section: Section;
  readonly keyword: Token;
  readonly entries: readonly (NameEntry | AssignmentEntry)[];
  readonly checked: boolean | undefined;
  readonly span: Span;
}

/** Reads the section whose keyword stands at `from`, up to the next keyword. Nothing where none stands there. */
function readSection(words: Words, { from, to }: Range, faults: SpecFault[]): readonly RawSection[] {
  const { tokens } = words;
  const keyword = tokens[from];
  const section = sections.get(keyword?.text ?? "");
  if (keyword === undefined || section === undefined) return [];
  const entries: (NameEntry | AssignmentEntry)[] = [];
  const stray = (token: Token): void =>
    void faults.push({ span: token.span, message: `\`${token.text}\` means nothing after ${keyword.text}` });
  let checked: boolean | undefined;
  for (let at = from + 1; at < to; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const said = faults.length;
    const full = section.kind === "names" && section.single && entries.length > 0;
    const read = section.kind === "constants" ? assignmentAt(words, at, to, faults) : nameAt(tokens, at, full ? at : to);
    if (section.kind === "deadlock") {
      if (at > from + 1 || !/^(?:TRUE|FALSE)$/.test(token.text)) stray(token);
      else checked = token.text === "TRUE";
    } else if (read.found !== undefined) {
      entries.push("kind" in read.found ? read.found : { kind: "name", ...read.found, whole: read.found.span });
    } else if (faults.length === said && read.next === at) stray(token);
    at = Math.max(read.next, at + 1);
  }
  const mayBeEmpty = section.kind === "constants" || (section.kind === "names" && !section.single);
  if (from + 1 >= to && !mayBeEmpty) faults.push({ span: keyword.span, message: `nothing follows ${keyword.text}` });
  return [{ section, keyword, entries, checked, span: spanOf(tokens, { from, to }) }];
}

/**
 * Reads a `.cfg` file of the model checker: what it checks and with which constants. Comments are kept, since it is they that say
 * which invariants are expected to fail.
 *
 * ```text
 * SPECIFICATION Spec              names: the specification
 * CONSTANTS N = 3  Next <- Step   constants: a value and a replacement
 * INVARIANTS TypeOK Safe          names: two invariants
 * CHECK_DEADLOCK FALSE            deadlock: not checked
 * ```
 *
 * Linear in the text's length. Never throws.
 */
export function readConfig(text: string): ConfigFacts {
  const { tokens, comments, faults: lexical } = lex(text);
  const faults = [...lexical];
  const words = { tokens, closes: pairsOf(tokens).closes };
  const begins = tokens.flatMap(({ text: word }, at) => (sections.has(word) ? [at] : []));
  for (const token of tokens.slice(0, begins[0] ?? tokens.length))
    faults.push({ span: token.span, message: `\`${token.text}\` is no keyword of a configuration` });
  const raw = begins.flatMap((from, index) => readSection(words, { from, to: begins[index + 1] ?? tokens.length }, faults));

  const remarks = remarksOf(text, comments);
  const things = raw.flatMap(({ keyword, entries }) => [keyword.span, ...entries.map(({ whole }) => whole)]);
  const shared = shareRemarks(text, remarks, things);
  const none = { before: [], after: [] };
  let thing = 0;
  const found = raw.map(({ section, keyword, entries, checked, span }): ConfigSection => {
    const common = { span, keyword: { name: keyword.text, span: keyword.span }, remarks: shared[thing] ?? none };
    const remarked = entries.map((entry, index) => ({ entry, remarks: shared[thing + 1 + index] ?? none }));
    thing += 1 + entries.length;
    if (section.kind === "deadlock") return { kind: "deadlock", ...common, checked };
    if (section.kind === "names") {
      const names = remarked.flatMap(({ entry, remarks: own }) =>
        entry.kind === "name" ? [{ name: entry.name, span: entry.span, remarks: own }] : [],
      );
      return { kind: "names", role: section.role, ...common, names };
    }
    const assignments = remarked.flatMap(({ entry, remarks: own }) => {
      if (entry.kind === "name") return [];
      const { whole, ...rest } = entry;
      return [{ ...rest, span: whole, remarks: own }];
    });
    return { kind: "constants", ...common, assignments };
  });
  return { sections: found, comments: remarks, faults: faults.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}
