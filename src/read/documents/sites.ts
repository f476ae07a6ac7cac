import { type Cell, type Piece, plainText } from "../../model/document.js";
import type { WrittenSite, WrittenSymbol } from "../../model/row.js";
import type { Span } from "../../model/span.js";
import { languageOf } from "../languages/index.js";

/** What a site cell says. `external` holds links to other places than files of this repository. */
export interface SiteCell {
  readonly sites: readonly WrittenSite[];
  readonly symbols: readonly WrittenSymbol[];
}

/** `src/a.rs`, then optionally `:12`, `:12-34`, `#L12`, `::symbol`, `:symbol`. */
const pathForm = /^([^\s:#()<>"'`|*?,;{}=]+?)(?:::(.+)|#L?\d[\w-]*|#([A-Za-z_][\w:]*)|:(?=[A-Za-z_])(.+)|(?::\s*L?\d[\d,\s:L–-]*)?)$/;

/** `f`, `f()`, `Type::method`, `Class.method()`, `Type<T>::f`, `name!`, `fn f(a: T)`. */
const symbolForm =
  /^(?:(?:pub|fn|def|func|struct|enum|trait|class|type|const|static|mod|impl|macro)\s+)*((?:[A-Za-z_]\w*(?:<[^>]*>)?(?:::|\.|->))*~?[A-Za-z_]\w*)!?\s*(?:\([\s\S]*\))?(?:\s*->.*)?$/;

/** A cell that promises nothing: words that say so, whatever follows them, or dashes alone. `none/x.rs` is a path. */
const noPromise = /^[([]?\s*(?:n\s*\/\s*a|none|implicit|deferred)(?![\w./\\-])/i;
const dashes = /^[—–-]+(?!\S)/;

/** A letter or digit of any script. Unicode classes take a millisecond each to compile, more than all paths of a document to read. */
const letter = /[A-Za-z0-9\u0080-\uffff]/;

/** True if a word reads as a path: it has a folder, or the extension of a known language. */
export function looksLikePath(word: string): boolean {
  if (/^[\d./\\]+$/.test(word) || /^[a-z][a-z0-9+.-]*:\/\//i.test(word)) return false;
  return /[/\\]/.test(word) ? letter.test(word) : languageOf(word) !== undefined && !/^\.\w+$/.test(word);
}

function pathAndSymbol(written: string): { path: string; symbol: string | undefined } | undefined {
  const match = pathForm.exec(written.trim());
  const path = match?.[1];
  if (match === null || path === undefined || !looksLikePath(path)) return undefined;
  return { path: path.replaceAll("\\", "/"), symbol: match[2] ?? match[3] ?? match[4] };
}

/** The symbol that a stretch of code names; `undefined` if it is an expression or no code at all. */
export function symbolOf(code: string): string | undefined {
  // Keywords are no symbols, and `cfg(feature = "x")` is a condition.
  if (
    /^(?:unsafe|true|false|self|if|else|for|while|loop|match|return|async|await|const|static|mut)$/.test(code.trim()) ||
    /\(.*["=]/.test(code)
  )
    return undefined;
  return symbolForm.exec(code.trim())?.[1]?.replace(/<[^>]*>/g, "");
}

/** The target of a link as a path: decoded, without fragment; `undefined` for other schemes and for places in the page itself. */
export function linkedPath(url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith("#") || url.startsWith("//")) return undefined;
  const bare = url.replace(/[?#].*$/, "");
  try {
    return decodeURIComponent(bare);
  } catch (error) {
    // A stray percent sign is part of the path as it stands.
    if (error instanceof URIError) return bare;
    throw error;
  }
}

/** The words of a piece with their places. Code that is one path stays whole. */
function* wordsOf(piece: Piece): Generator<{ word: string; span: Span }> {
  if (piece.kind === "code" && pathAndSymbol(piece.value) !== undefined) {
    yield { word: piece.value, span: piece.span };
    return;
  }
  // Code with a path among its words is a list or a sentence; other code may be a signature, whose blanks belong to it.
  const words = piece.value.split(/[\s,;()]+/);
  const isCode = piece.kind === "code" && !words.some((word) => pathAndSymbol(word) !== undefined);
  const parts = isCode ? piece.value.split(/\s*[,;]\s*|\s+and\s+/) : words;
  // Decoded text can be shorter than its source, so a word inside a piece has the place of the whole piece.
  for (const part of parts) {
    const word = part.replace(/[.:]+$/, "");
    if (word !== "") yield { word, span: piece.span };
  }
}

/** True for code that is one path with blanks in it: a folder first, one extension last. */
function isPathWithBlanks({ kind, value }: Piece): boolean {
  if (kind !== "code" || !/^\S*\/[^,;()]*\s[^,;()]*$/.test(value) || languageOf(value) === undefined) return false;
  return value.split(/\s+/).filter((word) => languageOf(word) !== undefined).length === 1;
}

/** The sites and symbols of a site cell. Links count by their target, code and bare words by what they look like. */
export function sitesIn(cell: { readonly pieces: readonly Piece[] }): SiteCell {
  const sites: WrittenSite[] = [];
  const symbols: WrittenSymbol[] = [];
  const add = (path: string, span: Span): void => {
    if (!sites.some((site) => site.path === path)) sites.push({ path, span });
  };
  for (const piece of cell.pieces) {
    const linked = piece.url === undefined ? undefined : linkedPath(piece.url);
    if (linked !== undefined && linked !== "") {
      add(linked.replaceAll("\\", "/"), piece.span);
      continue;
    }
    if (piece.url?.includes("://") && pathAndSymbol(piece.value) === undefined) {
      add(piece.url, piece.span);
      continue;
    }
    if (isPathWithBlanks(piece)) {
      add(piece.value.replaceAll("\\", "/"), piece.span);
      continue;
    }
    for (const { word, span } of wordsOf(piece)) {
      if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) {
        add(word, span);
        continue;
      }
      const site = pathAndSymbol(word);
      // In prose, `read/write` is two words and no path.
      if (site !== undefined && (piece.kind === "code" || languageOf(site.path) !== undefined || /^\.{1,2}\/|\/$/.test(site.path))) {
        add(site.path, span);
        const symbol = site.symbol === undefined ? undefined : symbolOf(site.symbol);
        if (symbol !== undefined) symbols.push({ symbol, span });
      } else if (piece.kind === "code" && (word === piece.value || /[(:.]/.test(word))) {
        const symbol = symbolOf(word);
        if (symbol !== undefined) symbols.push({ symbol, span });
      }
    }
  }
  return { sites, symbols };
}

/** Why a site cell promises nothing, as it says itself; `undefined` if it promises something or is empty. */
export function withoutPromise(cell: Cell): string | undefined {
  const text = plainText(cell.pieces);
  return noPromise.test(text) || (dashes.test(text) && sitesIn(cell).sites.length === 0) ? text : undefined;
}
