import { type Cell, type Piece, plainText } from "../../model/document.js";
import type { SymbolName } from "../../model/reference.js";
import type { WrittenSite } from "../../model/row.js";
import type { Span } from "../../model/span.js";
import { symbolIn } from "./mapping-code.js";
import { isNoPlace, type PathName, pathIn } from "./mapping-paths.js";
import { looksLikeName } from "./names.js";
import { linkedPath, withoutPromise } from "./sites.js";

/** A symbol of a code cell and where it is said to be. */
export interface SymbolMention {
  readonly symbol: SymbolName;
  readonly span: Span;
  /** The file that is named with it. */
  readonly file: WrittenSite | undefined;
  /** The function or type that it is said to be in. */
  readonly within: SymbolName | undefined;
}

/** What a code cell names. */
export interface CodeCell {
  readonly paths: readonly WrittenSite[];
  readonly symbols: readonly SymbolMention[];
  /** How many stretches of code name nothing that could be looked up. */
  readonly unclear: number;
  /** What the cell says where it says that there is no code. */
  readonly nothing: string | undefined;
}

interface Part {
  readonly text: string;
  /** The file that a link around it leads to. */
  readonly linked?: string | undefined;
  readonly span: Span;
  readonly path?: PathName | undefined;
  readonly symbol?: SymbolName | undefined;
}

/** Words that say that what follows is not, or no longer, in the code. */
const negative =
  /\b(?:former(?:ly)?|old|removed|deleted|no longer|not|no|never|without|missing|instead of|replac\w+|absent|incorrect|obsolete|deprecated|legacy|previous(?:ly)?|unlike|was|were|gone|unused|would|future|planned|hypothetical|stdlib)\b[^.;:(]*$/i;

/** Words that say that what the code does is nowhere written as such. */
const implicit =
  /^[([*_\s]*(?:implicit|ghost|abstract|not (?:modell?ed|implemented|applicable)|model[ -]only|no (?:action|code|equivalent|counterpart|direct)|none|n\s*\/\s*a|tbd|todo)\b/i;

/** Text between a symbol and the function, type or file that it is in. */
const inside =
  /^\s*(?:(?!(?:and|or|but|then|via|from|with|plus|into)\b)[\w-]+\s+){0,3}?(?:in|inside|within)\s+(?:the\s+)?$|^\s*(?:field|member|method|variant|parameter)?\s*of\s+(?:the\s+)?$/i;
/** Text between a symbol and a file: `` `f` (`a.rs:12`) ``, `` `f` at `a.rs:12` ``. */
const beside = /^\s*[([]\s*(?:in\s+|at\s+|see\s+)?$|^\s*at\s+$/i;
const listed = /^\s*(?:,|and|&|\/|\+|or|,\s*and)\s*$/;
const opening = /^\s*[([:]\s*$/;

/** `file.h (one, two)` in plain text, with what stands between the brackets. */
const fileWithSymbols = /([\w./+-]+\.[A-Za-z]\w*)(?::[\d–-]+)?\s*\(([^()]*)\)/g;
const described =
  /^(~?[A-Za-z_]\w*(?:(?:::|\.)~?\w+)*)(?:\(\))?(?:\s+(?:dtor|ctor|destructor|constructor|class|struct|method|function|macro|field|member|variable|flag))?$/;

const within = (piece: Piece, start: number, length: number): Span =>
  // Decoded text may be shorter than its source; then the piece is the place.
  piece.span.end - piece.span.start === piece.value.length
    ? { start: piece.span.start + start, end: piece.span.start + start + length }
    : piece.span;

/** The parts of a cell in order: code that is a path or a symbol, paths in plain text, and the text between. */
function partsOf(cell: Cell): readonly Part[] {
  return cell.pieces.flatMap((piece): readonly Part[] => {
    const linked = piece.url === undefined ? undefined : pathIn(linkedPath(piece.url) ?? "")?.path;
    if (linked !== undefined) {
      const path = pathIn(piece.value);
      const symbol = path === undefined && piece.kind === "code" ? symbolIn(piece.value) : undefined;
      return [
        {
          text: piece.value,
          span: piece.span,
          linked,
          symbol,
          path: symbol === undefined ? { path: linked, symbol: path?.symbol, lines: false } : undefined,
        },
      ];
    }
    if (piece.kind === "code") {
      const path = pathIn(piece.value);
      if (path === undefined) return [{ text: piece.value, span: piece.span, symbol: symbolIn(piece.value) }];
      return [{ text: piece.value, span: piece.span, path }];
    }
    const parts: Part[] = [];
    for (const word of piece.value.matchAll(/[^\s,;()]+|[\s,;()]+/g)) {
      const text = word[0].replace(/[.:]+$/, "");
      const path = pathIn(text);
      const span = within(piece, word.index, text.length);
      if (path !== undefined && /\.\w+$/.test(path.path)) parts.push({ text, span, path });
      else {
        const last = parts.at(-1);
        if (last !== undefined && last.path === undefined) parts[parts.length - 1] = { ...last, text: last.text + word[0] };
        else parts.push({ text: word[0], span: piece.span });
      }
    }
    return parts;
  });
}

/** Symbols that plain text names behind a file: `log.h (append, Log dtor)`. */
function plainSymbols(cell: Cell): readonly SymbolMention[] {
  return cell.pieces.flatMap((piece) => {
    if (piece.kind !== "text") return [];
    return [...piece.value.matchAll(fileWithSymbols)].flatMap((match) => {
      const path = pathIn(match[1] ?? "");
      if (path === undefined || isNoPlace(path.path)) return [];
      const file = { path: path.path, span: within(piece, match.index, match[1]?.length ?? 0) };
      const from = match.index + match[0].indexOf("(") + 1;
      return [...(match[2] ?? "").matchAll(/[^,]+/g)].flatMap((item): readonly SymbolMention[] => {
        const text = item[0].trim();
        const name = described.exec(text)?.[1];
        const symbol = name !== undefined && (looksLikeName(name) || /\W/.test(text)) ? symbolIn(name) : undefined;
        if (symbol === undefined || /\s\w+\s/.test(text)) return [];
        return [{ symbol, span: within(piece, from + item.index + item[0].indexOf(text), text.length), file, within: undefined }];
      });
    });
  });
}

const isCode = (part: Part): boolean => part.path !== undefined || part.symbol !== undefined;

/** The part that the symbol at `index` is said to be in, through a list of others: `` `a`, `b` in `f` ``. */
function containerOf(parts: readonly Part[], index: number): Part | undefined {
  const [between, next] = [parts[index + 1], parts[index + 2]];
  if (between === undefined || next === undefined || isCode(between) || !isCode(next)) return undefined;
  if (inside.test(between.text)) return next;
  if (beside.test(between.text) && next.path !== undefined) return next;
  return listed.test(between.text) && next.symbol !== undefined ? containerOf(parts, index + 2) : undefined;
}

/** The file before an opening bracket that the symbol stands in: `` `log.h` (`append`, `cut`) ``. */
function fileBefore(parts: readonly Part[], index: number): Part | undefined {
  const [before, between] = [parts[index - 2], parts[index - 1]];
  if (between === undefined || before === undefined || isCode(between) || !isCode(before)) return undefined;
  if (opening.test(between.text)) return before.path === undefined ? undefined : before;
  return listed.test(between.text) && before.symbol !== undefined ? fileBefore(parts, index - 2) : undefined;
}

/** A plain lower-case word may be a value, a state, a word of the text: it is a symbol only where the text says where it is. */
function isSure(symbol: SymbolName, place: Part | undefined): boolean {
  if (symbol.form !== "plain") return true;
  return place !== undefined || symbol.names.some((name) => looksLikeName(name)) || /^[A-Z][A-Z_]{2,}$/.test(symbol.names.at(-1) ?? "");
}

/** Reads a cell of a column that names code. */
export function codeCell(cell: Cell): CodeCell {
  const parts = partsOf(cell);
  const paths: WrittenSite[] = [];
  const symbols: SymbolMention[] = [];
  let unclear = 0;
  /** What a name with its type is said to be in is a function or a type, whatever it looks like. */
  const containers = new Set(parts.flatMap((part, index) => (part.symbol?.form === "typed" ? (containerOf(parts, index) ?? []) : [])));
  const whole = plainText(cell.pieces);
  const nothing = withoutPromise(cell) ?? (implicit.test(whole) ? whole : undefined);
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    const said = before === undefined || isCode(before) ? "" : before.text;
    if (negative.test(said) || (nothing !== undefined && !/\b(?:in|inside|within|by|via)\s+$/.test(said))) {
      if (isCode(part)) unclear += 1;
      continue;
    }
    if (part.path !== undefined) {
      const { path, symbol } = part.path;
      if (isNoPlace(path)) {
        unclear += 1;
        continue;
      }
      const site = { path, span: part.span };
      if (!paths.some((known) => known.path === path)) paths.push(site);
      const named = symbol === undefined ? undefined : symbolIn(symbol);
      if (named !== undefined) symbols.push({ symbol: named, span: part.span, file: site, within: undefined });
    } else if (part.symbol !== undefined) {
      const container = containerOf(parts, index) ?? fileBefore(parts, index);
      const path = container?.path;
      const file =
        part.linked !== undefined
          ? { path: part.linked, span: part.span }
          : path === undefined || isNoPlace(path.path)
            ? undefined
            : { path: path.path, span: container?.span ?? part.span };
      // What is in a call is in the function that is called.
      const place = container?.symbol;
      if (nothing !== undefined || containers.has(part) || isSure(part.symbol, container))
        symbols.push({ symbol: part.symbol, span: part.span, file, within: place });
      else unclear += 1;
    } else if (cell.pieces.some((piece) => piece.kind === "code" && piece.span === part.span)) unclear += 1;
  }
  return { paths, symbols: [...symbols, ...plainSymbols(cell)], unclear, nothing };
}
