import type { Citation, CitationClaim, CitationContainer, CitedLines } from "../../model/citation.js";
import { claimsByReference, most } from "./citations-bonds.js";
import { type ClaimToken, claimsIn, placedClaim } from "./citations-claims.js";
import { citesFile, pathOf } from "./citations-file.js";
import type { Flat } from "./citations-flat.js";
import { isProposal } from "./citations-mood.js";
import type { WrittenLines, WrittenNumber } from "./citations-numbers.js";
import { type Reference, type References, referencesIn } from "./citations-references.js";
import type { ScopeFile } from "./citations-scope.js";

/** A stretch of text that is read as one: a paragraph, a heading, a cell, a comment. */
export interface Unit {
  readonly flat: Flat;
  readonly references: References;
  /** Read when asked for: most texts cite nothing, so that nobody asks. */
  readonly claims: () => readonly ClaimToken[];
  /** The flat text with every letter of code replaced; read when asked for. */
  readonly prose: () => string;
}

/** What stands around a unit. */
export interface Around {
  readonly container: CitationContainer;
  /** The file of lines that name none themselves. */
  readonly file: () => ScopeFile | undefined;
  /** What other cells of the row claim. */
  readonly rowClaims: readonly CitationClaim[];
  /** True where the row names several files, so that its claims are only those of the lines that it cites. */
  readonly severalFiles?: boolean;
}

/** Reads a flat text: its references, and what it says of code. */
export function readUnit(flat: Flat): Unit {
  const references = referencesIn(flat);
  let claims: readonly ClaimToken[] | undefined;
  let prose: string | undefined;
  return {
    flat,
    references,
    claims: () => {
      claims ??= claimsIn(flat, references.text, references.found);
      return claims;
    },
    prose: () => {
      prose ??= flat.pieces.map(({ kind, from, to }) => (kind === "code" ? "§".repeat(to - from) : flat.text.slice(from, to))).join("");
      return prose;
    },
  };
}

/** Lines of a flat text as they stand in the document. */
function placedLines(flat: Flat, { first, last, vague }: WrittenLines): CitedLines {
  const place = ({ value, from, to }: WrittenNumber) => ({ value, span: flat.placeOf(from, to) });
  return {
    first: place(first),
    last: last === undefined ? undefined : place(last),
    span: flat.placeOf(first.from, (last ?? first).to),
    vague,
  };
}

/** The citations of a unit in order. */
export function citationsOfUnit(unit: Unit, around: Around): readonly Citation[] {
  const { flat, references } = unit;
  const kept = references.found.flatMap((reference) => {
    // Another repository's file, however it is called.
    if (/^[a-z][a-z\d+.-]*:\/\//i.test(flat.pieceAt(reference.from)?.url ?? "")) return [];
    const path = pathOf(unit, reference, around);
    if (reference.lines.length === 0) return reference.path !== undefined && citesFile(unit, reference.path) ? [{ reference, path }] : [];
    // Only a word says alone that lines are meant.
    return path === undefined && (reference.form !== "word" || reference.doubtful) ? [] : [{ reference, path }];
  });
  if (kept.length === 0) return [];
  const claims = unit.claims();
  const bound = claimsByReference(
    flat,
    references.text,
    kept.map(({ reference }) => reference),
    claims,
    references.sentences,
  );
  const inCell =
    around.container.kind === "cell" && kept.length === 1
      ? claims
          .filter(({ bare }) => !bare)
          .slice(0, most)
          .map((claim) => placedClaim(flat, claim, "cell"))
      : [];
  return kept.map(({ reference, path }, index): Citation => {
    const own = bound[index] ?? [];
    const inRow = reference.lines.length === 0 && around.severalFiles === true ? [] : around.rowClaims;
    return {
      span: flat.placeOf(reference.from, reference.to),
      path,
      lines: reference.lines.map((lines) => placedLines(flat, lines)),
      claims: [...symbolOfPath(flat, reference), ...own, ...(own.length === 0 ? inCell : []), ...inRow],
      container: around.container,
      proposal: isProposal(sentenceOf(unit, reference)),
      link: false,
    };
  });
}

/** The words of a reference's sentence, code left out: a function may be called `update`. */
function sentenceOf({ prose, references }: Unit, { sentence, from }: Reference): string {
  const start = references.sentences[sentence - 1] ?? 0;
  // Of a very long one, what stands around the reference.
  return prose().slice(Math.max(start, from - 400), references.sentences[sentence]);
}

/** `a.rs::f`: the symbol that a path names. */
function symbolOfPath(flat: Flat, { path, source }: Reference): readonly CitationClaim[] {
  if (path?.symbol === undefined || source !== "own") return [];
  const { from, to } = path.symbol;
  const written = flat.text.slice(from, to);
  const names = written.replace(/\(\)$/, "").split(/::|\./);
  return [{ kind: "symbol", written, names, span: flat.placeOf(from, to), stands: "beside", says: undefined }];
}
