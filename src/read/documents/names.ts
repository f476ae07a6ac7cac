import type { Cell, Piece } from "../../model/document.js";
import { plainText } from "../../model/document.js";
import type { RowName } from "../../model/row.js";
import type { FormNames } from "./form-cells.js";

/** `Name`, `M!Name`, `Name(args)`, `Name[t]`, `Name'`: the first group is the name. */
const nameForm = /^(?:[A-Za-z_]\w*!)*([A-Za-z_]\w*)(?:\s*[([][\s\S]*[)\]]'*|'+)?$/;

/** What may stand between two names of one cell. */
const separator = /\s*(?:[,/&;+]|\band\b)\s*/y;

/** True for a word that reads as an identifier even in prose: an inner capital, a digit or an underscore, and not all capitals (`RFC9110`). */
export function looksLikeName(word: string): boolean {
  return /^[A-Za-z_]\w*$/.test(word) && /[\d_]|^.+[A-Z]/.test(word) && !/^[A-Z]+\d*$/.test(word);
}

/** The name that `text` stands for, NFC-normalised; `undefined` if it stands for none. */
export function nameOf(text: string): string | undefined {
  return nameForm.exec(text.trim())?.[1]?.normalize("NFC");
}

/** Splits at separators that stand outside brackets: `A, B(x, y)` is two. */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if ("([{<".includes(letter)) depth += 1;
    else if (")]}>".includes(letter)) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      separator.lastIndex = at;
      if (separator.test(text)) {
        found.push(text.slice(from, at));
        from = separator.lastIndex;
        at = from - 1;
      }
    }
  }
  return [...found, text.slice(from)];
}

/** The names in one stretch of code or bare text, all or nothing. */
function namesOf(piece: Piece, value: string): readonly RowName[] {
  const names = parts(value).map(nameOf);
  return names.every((name) => name !== undefined) ? names.map((name) => ({ name, span: piece.span })) : [];
}

const isSet = (piece: Piece): boolean => piece.kind === "text" && (piece.emphasis || piece.url !== undefined);

/** Text without the marker that some tables repeat before each name: `SPEC: Name`, `// SPEC: Name`. */
function withoutMarker(text: string, marker: string): string {
  const at = text.indexOf(`${marker}:`);
  return at !== -1 && /^\W*$/.test(text.slice(0, at)) ? text.slice(at + marker.length + 1) : text;
}

/** The names of a cell of which each stretch of code, or else the whole text, is names of configured forms. */
function namesOfForms(cell: Cell, marker: string, formed: FormNames): readonly RowName[] {
  const coded = cell.pieces.filter(({ kind }) => kind === "code");
  const read = (value: string, span: RowName["span"]): readonly RowName[] => {
    const whole = formed(value);
    return (whole.length > 0 ? whole : formed(withoutMarker(value, marker))).map((name) => ({ name, span }));
  };
  if (coded.length === 0) return read(plainText(cell.pieces), cell.span);
  const names = coded.map((piece) => read(piece.value, piece.span));
  return names.every((own) => own.length > 0) ? names.flat() : [];
}

/**
 * The names of a name cell; none where it holds words that are no name.
 *
 * ```text
 * | `A`, `B(x)` (safety) |   two     | **Name** |          one
 * | Name                 |   one     | Budget Invariant |  none
 * ```
 */
export function namesIn(cell: Cell, marker: string, formed?: FormNames): readonly RowName[] {
  const ofForms = formed === undefined ? [] : namesOfForms(cell, marker, formed);
  if (ofForms.length > 0) return ofForms;
  const coded = cell.pieces.filter((piece) => piece.kind === "code").flatMap((piece) => namesOf(piece, withoutMarker(piece.value, marker)));
  if (coded.length > 0) return coded;
  // Bold or linked names, with nothing but signs between them.
  const [set, loose] = [cell.pieces.filter(isSet), cell.pieces.filter((piece) => !isSet(piece))];
  if (set.length > 1 && loose.every(({ value }) => /^(?:[\s,/&;+]|\band\b)*$/.test(value))) {
    const names = set.flatMap((piece) => namesOf(piece, withoutMarker(piece.value, marker)));
    if (names.length >= set.length) return names;
  }
  const text = withoutMarker(plainText(cell.pieces), marker).trim();
  const [first] = cell.pieces;
  if (first === undefined || cell.pieces.some((piece) => piece.kind === "code")) return [];
  const whole: Piece = { ...first, span: cell.span };
  const single = nameOf(text);
  if (single !== undefined) return [{ name: single, span: cell.span }];
  const several = namesOf(whole, text);
  return several.every(({ name }) => looksLikeName(name)) ? several : [];
}
