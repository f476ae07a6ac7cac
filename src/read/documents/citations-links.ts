import type { Citation, CitationContainer, CitedLines } from "../../model/citation.js";
import type { Piece } from "../../model/document.js";
import { lowerBound, type Span } from "../../model/span.js";
import { most } from "./citations-bonds.js";
import { type ClaimToken, placedClaim } from "./citations-claims.js";
import type { Unit } from "./citations-unit.js";
import { linkedPath } from "./sites.js";

const fragment = /#L(\d{1,7})(?:C\d+)?(?:-L?(\d{1,7})(?:C\d+)?)?$/d;
const target = /[*_~`]*\]\(\s*<?/y;
const definition = /^[ \t>]*\[[^\]\n]+\]:[ \t]*<?([^\s>]+)/gm;

/** Finds where the document writes the target of a link: behind its words, or where its name is defined. */
export function targetFinder(source: string): (url: string, end: number) => Span | undefined {
  let defined: Map<string, number> | undefined;
  return (url, end) => {
    target.lastIndex = end;
    const written = target.exec(source);
    const start = written === null ? undefined : end + written[0].length;
    if (start !== undefined && source.startsWith(url, start)) return { start, end: start + url.length };
    if (defined === undefined) {
      defined = new Map();
      for (const match of source.matchAll(definition)) {
        const at = match.index + match[0].length - (match[1]?.length ?? 0);
        if (match[1] !== undefined && !defined.has(match[1])) defined.set(match[1], at);
      }
    }
    const at = written === null ? defined.get(url) : undefined;
    return at === undefined ? undefined : { start: at, end: at + url.length };
  };
}

function linesOf(url: string, start: number): readonly CitedLines[] {
  const match = fragment.exec(url);
  const [first, last] = [match?.indices?.[1], match?.indices?.[2]];
  if (first === undefined) return [];
  const number = ([from, to]: readonly [number, number]) => ({
    value: Number(url.slice(from, to)),
    span: { start: start + from, end: start + to },
  });
  const span = { start: start + first[0], end: start + (last ?? first)[1] };
  return [{ first: number(first), last: last === undefined ? undefined : number(last), span, vague: undefined }];
}

/** Words of a link that are nothing but a name. */
const name = /^[A-Za-z_]\w*(?:\(\))?$/;
/** What leads from a link to a name in its file. */
const under = /^\s?[,:(—–-]?\s?(?:under|for|has|see|defines|holds|contains)?\s?(?:the\s)?$/;
const farthest = 24;

function named(written: string, from: number): ClaimToken {
  const names = [written.replace(/\(\)$/, "")];
  return { from, to: from + written.length, written, kind: "symbol", names, says: undefined, bare: false };
}

/** The name right behind a link. */
function behind(text: string, to: number, claims: readonly ClaimToken[]): readonly ClaimToken[] {
  const next = claims.find((claim) => claim.from >= to);
  return next !== undefined && !next.bare && next.from - to <= farthest && under.test(text.slice(to, next.from)) ? [next] : [];
}

/** The citations that are targets of links: those to files of the repository. */
export function citationsOfLinks(
  pieces: readonly Piece[],
  unit: Unit,
  container: CitationContainer,
  find: ReturnType<typeof targetFinder>,
): readonly Citation[] {
  if (pieces.every(({ url }) => url === undefined)) return [];
  const starts = unit.claims().map(({ from }) => from);
  return pieces.flatMap((piece, index): readonly Citation[] => {
    const { url } = piece;
    // The last piece of the link's words.
    if (url === undefined || pieces[index + 1]?.url === url) return [];
    const path = linkedPath(url);
    if (path === undefined || !/[./]/.test(path)) return [];
    let first = index;
    while (pieces[first - 1]?.url === url) first -= 1;
    const found = find(url, piece.span.end);
    const span = found ?? { start: pieces[first]?.span.start ?? piece.span.start, end: piece.span.end };
    const lines = found === undefined ? [] : linesOf(url, found.start);
    const [from, to] = [unit.flat.pieces[first]?.from ?? 0, unit.flat.pieces[index]?.to ?? 0];
    const claim = lowerBound(starts, from);
    const near = unit.claims().slice(claim, claim + most);
    const inside = near.filter((said) => said.to <= to);
    const words = unit.flat.text.slice(from, to);
    const claims =
      inside.length > 0 ? inside : name.test(words) && lines.length > 0 ? [named(words, from)] : behind(unit.flat.text, to, near);
    return [
      {
        span,
        path: { written: path.replaceAll("\\", "/"), span, from: "own" },
        lines,
        claims: claims.map((said) => placedClaim(unit.flat, said, "beside")),
        container,
        proposal: false,
        link: true,
      },
    ];
  });
}
