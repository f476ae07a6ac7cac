import type { Piece } from "../../model/document.js";

/** What ends a clause: a mark, a bracket, or a word that begins another one; not the mark of an abbreviation. */
const end =
  /(?<!\b(?:e\.g|i\.e|cf|vs|etc))[;:.,?!\u2014](?=\s|$)|[\u3001\u3002\uff0c\uff1a\uff1b]|\s[\u2014\u2013-](?=\s|$)|(?:^|\s)\(|\s(?:and|so|because|when|if|where|which|while|before|after|until|unless|then|but|that)(?=\s|$)/g;

/** A row's first clause, and what comes after it. */
export interface Clauses {
  readonly lead: readonly Piece[];
  readonly rest: readonly Piece[];
}

/**
 * Parts the pieces of a row where its first clause ends, which only prose can do. What a row says first is mostly what does the thing, and what
 * comes after are conditions, consequences and others that have to do with it.
 */
export function firstClause(pieces: readonly Piece[]): Clauses {
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === "code") continue;
    // A clause does not end before it has begun.
    const found = [...piece.value.matchAll(end)].find(({ index }) => at > 0 || piece.value.slice(0, index).trim() !== "");
    if (found === undefined) continue;
    const [before, after] = [piece.value.slice(0, found.index), piece.value.slice(found.index)];
    return { lead: [...pieces.slice(0, at), { ...piece, value: before }], rest: [{ ...piece, value: after }, ...pieces.slice(at + 1)] };
  }
  return { lead: pieces, rest: [] };
}
