import type { Citation, CitationClaim } from "../../../src/model/citation.js";
import { citationsIn } from "../../../src/read/documents/citations.js";
import { at, factsOf } from "./document-text.js";

const places: Record<CitationClaim["stands"], string> = { beside: "", sentence: "~", cell: "^", row: "|", below: "_" };

/** A claim in short: how it stands (`~` sentence, `^` cell, `|` row, `_` below), what is written, and what the text says of it. */
function briefClaim(claim: CitationClaim): string {
  const says = claim.kind === "symbol" && claim.says !== undefined ? `=${claim.says}` : "";
  return `${places[claim.stands]}${claim.kind === "symbol" ? "" : `${claim.kind} `}${claim.written.replaceAll("\n", "⏎")}${says}`;
}

/** A citation in short: `path lines [where the path is from] {claims}`. */
export function briefCitation(text: string, citation: Citation): string {
  const { path, lines, claims, proposal, link } = citation;
  const vague = { about: "~", onward: "+" };
  return [
    path?.written ?? "?",
    ...lines.map((range) => `${at(text, range.span)}${range.vague === undefined ? "" : vague[range.vague]}`),
    ...(path === undefined || path.from === "own" ? [] : [`[${path.from}]`]),
    ...(claims.length === 0 ? [] : [`{${claims.map(briefClaim).join("; ")}}`]),
    ...(proposal ? ["(proposal)"] : []),
    ...(link ? ["(link)"] : []),
  ].join(" ");
}

/** The citations of a document in short. */
export function citedIn(text: string): readonly string[] {
  return citationsIn(factsOf("d.md", text), text).map((citation) => briefCitation(text, citation));
}
