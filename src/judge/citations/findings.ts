import type { CitedLines } from "../../model/citation.js";
import type { CitationVerdict, ClaimPlace, JudgedCitation, LineRange, StaleLines } from "../../model/citing.js";
import type { Edit, Finding, Fix, Related } from "../../model/finding.js";
import type { Project } from "../../model/project.js";
import type { Place } from "../../model/span.js";
import { rangeOf } from "./holding.js";
import { allLinesWords, claimsWords, claimWords, codeWords, linesWords, storyWords } from "./wording.js";

type Of<Kind extends CitationVerdict["kind"]> = CitationVerdict & { readonly kind: Kind };

/** The citations of a project that came to one kind of verdict. */
export function citationsOf<Kind extends CitationVerdict["kind"]>(
  project: Project,
  kind: Kind,
): readonly { readonly judged: JudgedCitation; readonly verdict: Of<Kind> }[] {
  return project.citations.flatMap((judged) => {
    const { verdict } = judged;
    return isOf(verdict, kind) ? [{ judged, verdict }] : [];
  });
}

const isOf = <Kind extends CitationVerdict["kind"]>(verdict: CitationVerdict, kind: Kind): verdict is Of<Kind> => verdict.kind === kind;

const placeOf = ({ document, citation }: JudgedCitation): Place => ({ path: document, span: citation.span });
const nameOf = ({ target, citation }: JudgedCitation): string => `\`${target ?? citation.path?.written ?? ""}\``;
const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(" ");

/** The digits of cited lines, as other lines would be written there. */
function editsOf(document: string, { first, last }: CitedLines, now: LineRange): readonly Edit[] {
  const edits = [{ path: document, span: first.span, text: `${now.first}` }];
  return last === undefined ? edits : [...edits, { path: document, span: last.span, text: `${now.last}` }];
}

/** The repair of stale lines: all of them at once, or none. */
function fixOf({ document, target }: JudgedCitation, stale: readonly StaleLines[]): { readonly fix?: Fix } {
  const found = stale.flatMap(({ lines, now }) => (now === undefined || now.path !== target ? [] : [{ lines, now }]));
  if (found.length < stale.length || found.length === 0) return {};
  const edits = found.flatMap(({ lines, now }) => editsOf(document, lines, now));
  return { fix: { title: `Write ${allLinesWords(found.map(({ now }) => now))}`, safe: stale.every(({ isSure }) => isSure), edits } };
}

const kinds = { definition: "is defined", use: "is used", text: "is mentioned" } as const;

function relatedPlaces(places: readonly ClaimPlace[]): readonly Related[] {
  return places.slice(0, 4).map(({ claim, place, kind, lines }) => ({
    place,
    message: claim.kind === "symbol" ? `${claimWords(claim)} ${kinds[kind]} here` : `${claimWords(claim)}: ${linesWords(lines)}`,
  }));
}

/** Where lines should point, for a hint. */
function whereWords(judged: JudgedCitation, stale: readonly StaleLines[], places: readonly ClaimPlace[]): string | undefined {
  const found = stale.flatMap(({ now }) => (now === undefined ? [] : [now]));
  const [first] = found;
  if (first !== undefined && found.length === stale.length) {
    const elsewhere = found.find(({ path }) => path !== judged.target);
    if (elsewhere !== undefined) return `They went to ${linesWords(elsewhere)} of \`${elsewhere.path}\`.`;
    return `Write ${allLinesWords(found)}${stale.every(({ isSure }) => isSure) ? "" : ", if that is meant"}.`;
  }
  if (places.length === 0) return undefined;
  const shown = places.slice(0, 4).map(({ lines }) => (lines.first === lines.last ? `${lines.first}` : `${lines.first}-${lines.last}`));
  return `Say which is meant: it is at ${shown.length === 1 ? "" : "lines "}${shown.length === 1 ? linesWords(places[0]?.lines ?? { first: 1, last: 1 }) : shown.join(", ")}${places.length > 4 ? ", …" : ""}.`;
}

/** Lines that do not hold what they are cited for. */
export function staleFinding(judged: JudgedCitation, { stale, claims, places, story }: Of<"stale">): Finding {
  const cited = allLinesWords(stale.map(({ lines }) => rangeOf(lines)));
  const isOne = stale.length === 1 && stale.every(({ lines }) => rangeOf(lines).first === rangeOf(lines).last);
  const [subject, holds, went] = [
    `${cited.replace(/^l/, "L")} of ${nameOf(judged)}`,
    isOne ? "does not hold" : "do not hold",
    isOne ? "is" : "are",
  ];
  const message =
    claims.length > 0
      ? `${subject} ${holds} ${claimsWords(claims)}${story.kind === "moved" || story.kind === "gone" ? " any more" : ""}.`
      : `${subject} ${went} not what ${isOne ? "it was" : "they were"} when this was written.`;
  const where = story.kind === "gone" && places.length === 0 ? "Say where it is done now." : whereWords(judged, stale, places);
  return {
    message,
    hint: sentences(where ?? "Correct the lines.", storyWords(story)),
    place: placeOf(judged),
    related: relatedPlaces(places),
    concerns: judged.target === undefined ? [] : [judged.target],
    ...fixOf(judged, stale),
  };
}

/** Lines that the file does not have. */
export function rangeFinding(judged: JudgedCitation, { lines, count, stale, places, story }: Of<"out-of-range">): Finding {
  const range = rangeOf(lines);
  const cited = linesWords(range);
  return {
    message:
      range.first > range.last
        ? `The lines ${range.first}-${range.last} of ${nameOf(judged)} end before they begin.`
        : `${nameOf(judged)} has ${count} lines, and so no ${cited}.`,
    hint: sentences(whereWords(judged, stale, places) ?? "Correct the lines.", storyWords(story)),
    place: placeOf(judged),
    related: relatedPlaces(places),
    concerns: judged.target === undefined ? [] : [judged.target],
    ...fixOf(judged, stale),
  };
}

/** Quoted code that the source has otherwise. */
export function changedFinding(judged: JudgedCitation, { claim, lines, place, differences, story }: Of<"changed">): Finding {
  const [first] = differences;
  const more = differences.length - 1;
  const what = claim.kind === "block" ? `The quoted code of ${nameOf(judged)}` : `${codeWords(claim.written)} of ${nameOf(judged)}`;
  const words =
    first?.written === undefined
      ? `has ${codeWords(first?.actual ?? "")} besides`
      : first.actual === undefined
        ? `has no ${codeWords(first.written)}`
        : `has ${codeWords(first.actual)} instead of ${codeWords(first.written)}`;
  return {
    message: `${what} is not what stands there: line ${first?.line ?? lines.first} ${words}.`,
    hint: sentences(
      `Quote ${linesWords(lines)} anew${more > 0 ? `: ${more} more ${more === 1 ? "line differs" : "lines differ"}` : ""}.`,
      storyWords(story),
    ),
    place: placeOf(judged),
    related: [
      { place, message: "the code now" },
      ...differences.slice(1, 4).map(({ written, actual }) => ({
        place,
        message:
          written === undefined
            ? `+ ${codeWords(actual ?? "")}`
            : actual === undefined
              ? `- ${codeWords(written)}`
              : `- ${codeWords(written)} + ${codeWords(actual)}`,
      })),
    ],
    concerns: judged.target === undefined ? [] : [judged.target],
  };
}

/** A symbol that the cited file has nowhere. */
export function missingSymbolFinding(judged: JudgedCitation, { claim, elsewhere, now, story }: Of<"missing-symbol">): Finding {
  const [other] = elsewhere;
  const isMoved = now !== undefined && now.path !== judged.target;
  const hint =
    other !== undefined
      ? `\`${other.path}\` has it.`
      : now === undefined
        ? "Correct the symbol, or the file."
        : isMoved
          ? `The cited lines went to ${linesWords(now)} of \`${now.path}\`.`
          : `The cited code is at ${linesWords(now)}: name what it is now.`;
  return {
    message: `${nameOf(judged)} has no ${claimWords(claim)}${story.kind === "moved" || story.kind === "gone" ? " any more" : ""}.`,
    hint: sentences(hint, storyWords(story)),
    place: claim.stands === "below" ? placeOf(judged) : { path: judged.document, span: claim.span },
    related: elsewhere.map((place) => ({ place, message: "defined here" })),
    concerns: judged.target === undefined ? [] : [judged.target],
  };
}
