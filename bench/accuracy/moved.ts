import { lineIndexAt, lineStarts } from "../../src/model/span.js";
import { lifted } from "../mutations/mutant.js";
import { indentOf, splice } from "../mutations/splice.js";
import type { Member } from "./code-map.js";
import { landsAs } from "./landing.js";
import { type Mutant, placeRules } from "./mutant.js";
import { isPlaceOf, type Marked, type Source } from "./subject.js";

/**
 * Moves an anchor's comment to a line of its own before other code of its file. `undefined` where that is no move or not possible: the
 * code is the anchor's own, around it or in it (or that of another anchor of its name), does not run, has no line of its own, or would not be what the comment is about.
 */
export function moved(source: Source, anchor: Marked, target: Member): Mutant | undefined {
  const construct = source.code.spanOf(target.span);
  if (!target.active || target.head === undefined || isPlaceOf(source, anchor, construct)) return undefined;
  const starts = lineStarts(source.text);
  const at = lineIndexAt(starts, target.head);
  const indent = indentOf(source.text.slice(target.head));
  const { block } = anchor;
  const { text, landed } = splice(source.text, [
    lifted({ anchor: block }),
    { at, remove: 0, lines: block.comment.map((line) => indent + line) },
  ]);
  const line = (landed[1] ?? 0) + block.mark;
  if (!landsAs(source, text, [{ anchor, line, construct }])) return undefined;
  return {
    targets: [anchor.names],
    rules: placeRules,
    files: new Map([[source.path, text]]),
    from: { path: source.path, line: anchor.line },
    to: { path: source.path, line: lineIndexAt(starts, target.span.start) + 1 },
    note: "",
  };
}

/** The first moves that are possible, each to another place; `targets` may go on for ever after all places have come up. */
export function movesTo(source: Source, anchor: Marked, targets: Iterable<Member>, most: number): readonly Mutant[] {
  const tried = new Set<Member>();
  const made: Mutant[] = [];
  for (const target of targets) {
    if (made.length >= most) break;
    if (tried.has(target)) continue;
    tried.add(target);
    const mutant = moved(source, anchor, target);
    if (mutant !== undefined) made.push(mutant);
  }
  return made;
}
