import { type Cell, plainText } from "../../model/document.js";
import type { RowName, WrittenSite } from "../../model/row.js";
import type { Span } from "../../model/span.js";
import { isNoPlace, pathIn } from "./mapping-paths.js";
import { looksLikeName, namesIn } from "./names.js";
import { linkedPath, withoutPromise } from "./sites.js";

/** A name that a cell takes from a specification. */
export interface SpecMention {
  readonly name: RowName;
  /** The module that is named with it: `Log.tla (Append)`, or `Log` of `Log!Append`. */
  readonly module: WrittenSite | undefined;
}

/** What a cell of a specification's column names. */
export interface SpecCell {
  readonly modules: readonly WrittenSite[];
  readonly names: readonly SpecMention[];
}

const words = new Set(
  "TRUE FALSE BOOLEAN STRING Nat Int Real Seq Init Next Spec vars IF THEN ELSE LET IN CASE OTHER DOMAIN SUBSET UNION UNCHANGED ENABLED CHOOSE EXCEPT".split(
    " ",
  ),
);

/** Words that say that what follows is not in the specification. */
const negative =
  /\b(?:former(?:ly)?|removed|deleted|no longer|not|no|never|without|missing|instead of|replaces?d?|unlike|old|gone)\b[^.;:(]*$/i;

const moduleWithNames = /([\w./+-]+\.tla)\s*\(([^()]*)\)/g;

/** The names in a stretch of code: `A(x), M!B`, `state[i].owner`; none where some part is an expression. */
function namesOfCode(value: string, span: Span): readonly SpecMention[] {
  // A field of a record is no name of its module, but what holds it is.
  const plain = value.replace(/^([A-Za-z_]\w*(?:\[[^\]]*\])*)(?:\.\w+(?:\[[^\]]*\])*)+$/, "$1");
  const names = namesIn({ span, pieces: [{ kind: "code", value: plain, span, emphasis: false }] }, "SPEC");
  const instance = /^([A-Za-z_]\w*)!/.exec(plain.trim())?.[1];
  return names.flatMap((name) =>
    // `PrunedXAreEmpty` stands for several names.
    words.has(name.name) || /[a-z]X(?:[A-Z]|$)/.test(name.name)
      ? []
      : [{ name, module: instance === undefined ? undefined : { path: `${instance}.tla`, span } }],
  );
}

/** Reads a cell of a column that names elements of specifications. */
export function specCell(cell: Cell): SpecCell {
  const modules: WrittenSite[] = [];
  const names: SpecMention[] = [];
  if (withoutPromise(cell) !== undefined) return { modules, names };
  const add = (path: string, span: Span): void => {
    if (path.endsWith(".tla") && !isNoPlace(path) && !modules.some((known) => known.path === path)) modules.push({ path, span });
  };
  let said = "";
  for (const piece of cell.pieces) {
    const linked = piece.url === undefined ? undefined : linkedPath(piece.url);
    if (linked?.endsWith(".tla")) {
      add(linked, piece.span);
      continue;
    }
    if (piece.kind === "text") {
      said = piece.value;
      for (const word of piece.value.split(/[\s,;()]+/)) {
        const path = pathIn(word.replace(/[.:]+$/, ""));
        if (path !== undefined) add(path.path, piece.span);
      }
      for (const match of piece.value.matchAll(moduleWithNames))
        for (const item of (match[2] ?? "").split(/\s*,\s*/))
          if (/^[A-Z]\w+$/.test(item))
            names.push({ name: { name: item, span: piece.span }, module: { path: match[1] ?? "", span: piece.span } });
      continue;
    }
    const path = pathIn(piece.value);
    if (path !== undefined) add(path.path, piece.span);
    else if (!negative.test(said)) names.push(...namesOfCode(piece.value, piece.span));
    said = "";
  }
  const text = plainText(cell.pieces);
  if (!cell.pieces.some(({ kind }) => kind === "code") && /^[A-Z]\w*$/.test(text) && looksLikeName(text))
    names.push({ name: { name: text, span: cell.span }, module: undefined });
  return { modules, names };
}

/** The operators that an explanation quotes from a module: code that reads as one of TLA+, and as no call of a function. */
export function operatorsIn(cell: Cell): readonly RowName[] {
  return cell.pieces.flatMap((piece) => {
    if (piece.kind !== "code" || !/^[A-Z]\w*(?:\([^()]+\))?$/.test(piece.value) || /^[A-Z][A-Z\d_]*$/.test(piece.value)) return [];
    return namesOfCode(piece.value, piece.span).flatMap(({ name }) =>
      looksLikeName(name.name) || piece.value.endsWith(")") ? [name] : [],
    );
  });
}
