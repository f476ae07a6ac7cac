import { lowerBound, type Span } from "../../model/span.js";
import { type Claim, voiceOfText, voicesOf } from "./claims.js";
import type { Evidence } from "./item-evidence.js";
import { headOf } from "./located.js";
import type { Lines, Occurrences } from "./occurrences.js";
import { kindsOfPlaces } from "./place-kinds.js";
import { sightingsOf } from "./sightings.js";
import { bitsOfText, fitsOfPlaces } from "./text-fit.js";

/** How far below a construct's first line "near" reaches. */
const nearLines = 7;

/** True if one of the lines is within the range. */
function hits(lines: readonly number[], { first, last }: Lines): boolean {
  const at = lines[lowerBound(lines, first)];
  return at !== undefined && at <= last;
}

/**
 * The zones of each place, nearest first: the head of its construct; the heads of the constructs around it, which say when it runs; the
 * lines that follow its head in the item; the rest of the construct.
 */
function zonesOf(
  places: readonly Span[],
  code: Occurrences,
  itemLines: Lines,
): readonly (readonly (readonly [string, readonly Lines[]])[])[] {
  const lines = places.map(code.linesOf);
  const around: number[] = [];
  return places.map((place, at) => {
    const { first, last } = lines[at] ?? { first: 0, last: -1 };
    while (around.length > 0 && (places[around.at(-1) ?? 0]?.end ?? 0) <= place.start) around.pop();
    const governing = around.map((other) => {
      const head = lines[other]?.first ?? 0;
      return { first: head, last: Math.min(head + 1, first) };
    });
    around.push(at);
    return [
      ["head", [headOf(code, place)]],
      ["governing", governing],
      ["near", [{ first, last: Math.min(itemLines.last, first + nearLines - 1) }]],
      ["construct", [{ first, last }]],
    ];
  });
}

/**
 * What speaks for each of the places of one item, in document order. The bits of what is found are log2 of the number of the file's lines
 * over those that have it; `text …` is how much likelier than anywhere all that one says is there (phrasebook/fit.ts), `size` how long the construct is, `is …` of what kind.
 */
export function* placeEvidence(
  claims: readonly Claim[],
  code: Occurrences,
  places: readonly Span[],
  itemLines: Lines,
): Generator<Evidence> {
  const zones = zonesOf(places, code, itemLines);
  const all = zones.flatMap((ranges) => ranges.flatMap(([, parts]) => parts));
  const reach = {
    first: all.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY),
    last: all.reduce((most, { last }) => Math.max(most, last), Number.NEGATIVE_INFINITY),
  };
  for (const claim of claims) {
    if (claim.kind === "text")
      for (const [place, nats] of fitsOfPlaces(claim.terms, code, places).entries())
        yield { feature: `text ${voiceOfText(claim)}`, bits: bitsOfText(claim.terms, nats), claim, candidates: [place] };
    for (const { kind, lines } of sightingsOf(claim, code)) {
      if (!hits(lines, reach)) continue;
      const bits = Math.log2((code.lineCount + 1) / lines.length);
      const byZone = new Map<string, number[]>();
      for (const [place, ranges] of zones.entries()) {
        const zone = ranges.find(([, parts]) => parts.some((part) => hits(lines, part)))?.[0];
        if (zone !== undefined) byZone.set(zone, [...(byZone.get(zone) ?? []), place]);
      }
      for (const [zone, candidates] of byZone)
        for (const by of voicesOf(claim)) yield { feature: `${kind} ${by} ${zone}`, bits, claim, candidates };
    }
  }
  for (const [kind, candidates] of kindsOfPlaces(places, code.outline)) yield { feature: kind, bits: 1, claim: undefined, candidates };
  for (const [place, span] of places.entries()) {
    const { first, last } = code.linesOf(span);
    yield { feature: "size", bits: Math.log2(2 + Math.max(0, last - first)), claim: undefined, candidates: [place] };
  }
}
