import { type Block, type DocumentFacts, type Piece, plainText } from "../../model/document.js";
import { type DeclarationForm, hasWord } from "../../model/form.js";
import type { Row } from "../../model/row.js";
import type { Span } from "../../model/span.js";
import { type Form, formOf } from "../source/form-expressions.js";
import { type FormLine, readForm, type Slot } from "../source/forms.js";

/** Stands for the table of rows that no table has. */
export const noTable = -1;

/** A heading or the text of a list item, with what belongs to it. */
interface Declaring {
  readonly span: Span;
  readonly pieces: readonly Piece[];
  readonly below: readonly Piece[];
}

const blank = (span: Span): Piece => ({ kind: "text", value: " ", span, emphasis: false });

/** The texts between a heading and the next one. */
function textBelow(blocks: readonly Block[], from: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks.slice(from)) {
    if (block.kind === "heading") break;
    if (block.kind === "text") pieces.push(blank(block.span), ...block.pieces);
  }
  return pieces;
}

function declaringIn({ blocks }: DocumentFacts, place: DeclarationForm["in"]): readonly Declaring[] {
  return blocks.flatMap((block, at): readonly Declaring[] => {
    if (place === "items") return block.kind === "text" && block.item ? [{ span: block.span, pieces: block.pieces, below: [] }] : [];
    if (block.kind !== "heading") return [];
    return [{ span: block.heading.span, pieces: block.heading.pieces, below: textBelow(blocks, at + 1) }];
  });
}

/** The text of pieces, code between backticks where the form writes any. */
const shown = (pieces: readonly Piece[], ticked: boolean): string =>
  pieces.map(({ kind, value }) => (ticked && kind === "code" ? `\`${value}\`` : value)).join("");

/** What is left of the pieces behind so many characters. */
function behind(pieces: readonly Piece[], length: number, ticked: boolean): readonly Piece[] {
  let left = length;
  return pieces.flatMap((piece): readonly Piece[] => {
    const own = shown([piece], ticked).length;
    const cut = Math.min(left, own);
    left -= cut;
    if (cut === 0) return [piece];
    return cut === own ? [] : [{ ...piece, value: piece.value.slice(cut - (ticked && piece.kind === "code" ? 1 : 0)) }];
  });
}

/** Where the name stands in the document's text; the whole block where entities or escapes hide it. */
function spanOf(text: string, { span }: Declaring, name: string): Span {
  const found = text.slice(span.start, span.end).indexOf(name);
  return found === -1 ? span : { start: span.start + found, end: span.start + found + name.length };
}

/** What a heading or item begins with, read as the form says. */
interface Opening extends FormLine {
  readonly declaring: Declaring;
  readonly first: Slot;
  /** How many characters the form takes. */
  readonly length: number;
}

function openingOf(declaring: Declaring, declaration: DeclarationForm, form: Form): Opening | undefined {
  const written = shown(declaring.pieces, declaration.form.includes("`"));
  const line = written.trimStart().replace(/\s/g, " ");
  form.open.lastIndex = 0;
  const open = form.open.exec(line);
  const read = open === null ? undefined : readForm(line.slice(open[0].length).trimEnd(), form);
  const [first] = read?.names ?? [];
  if (open === null || read?.after === undefined || first === undefined) return undefined;
  return { ...read, declaring, first, length: written.length - written.trimStart().length + open[0].length + read.after };
}

/** True for what was meant to be a name: one but for the case of letters, one nearly spelled as another, or no plain word behind the form's own words. */
function isMeant(word: string, declaration: DeclarationForm, names: readonly string[], isNear: (a: string, b: string) => boolean): boolean {
  if (new RegExp(`^(?:${declaration.names})$`, "iu").test(word) || names.some((name) => isNear(word, name))) return true;
  return hasWord(declaration.open) && !/^\p{L}+$/u.test(word);
}

function rowOf(document: DocumentFacts, text: string, opening: Opening, declaration: DeclarationForm): Row {
  const { declaring, first, names, length } = opening;
  const pieces = first.fits ? [...behind(declaring.pieces, length, declaration.form.includes("`")), ...declaring.below] : [];
  const site = { path: declaration.sites?.join(", ") ?? "**", span: declaring.span };
  return {
    document: document.path,
    table: noTable,
    span: declaring.span,
    nameSpan: spanOf(text, declaring, first.name),
    names: first.fits ? names.map(({ name }) => ({ name, span: spanOf(text, declaring, name) })) : [],
    reading: first.fits
      ? { kind: "promise", sites: [site], symbols: [], anySite: false }
      : { kind: "malformed", problem: "no-name", words: first.name, sites: [site] },
    explanation: plainText(pieces).replace(/^[\s,.;:—–-]+/, ""),
    pieces,
    status: "",
    text: plainText(declaring.pieces),
  };
}

/**
 * The names that the headings or list items of a document declare, each as a row without table. A name that is misspelt so that it is none of the
 * form is a row that cannot be read.
 */
export function declaredRows(
  document: DocumentFacts,
  text: string,
  declaration: DeclarationForm,
  isNear: (a: string, b: string) => boolean,
): readonly Row[] {
  const form = formOf({ ...declaration, files: undefined, anywhere: false });
  const openings = declaringIn(document, declaration.in).flatMap((declaring) => openingOf(declaring, declaration, form) ?? []);
  const names = openings.flatMap(({ first }) => (first.fits ? [first.name] : []));
  return openings
    .filter(({ first }) => first.fits || isMeant(first.name, declaration, names, isNear))
    .map((opening) => rowOf(document, text, opening, declaration));
}
