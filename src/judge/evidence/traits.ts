import { holds } from "../../model/span.js";
import type { Claim } from "./claims.js";
import { mostIn } from "./focus.js";
import { linesOfItem, tokensOn } from "./located.js";
import type { Lines, Occurrences } from "./occurrences.js";
import type { Reading, Standing } from "./reading.js";
import { foldedName } from "./words.js";

/** What speaks for kin speaks for the construct but for so many nats. */
const kinship = 1;

/** The most nats that count, of the item, of what is told, and of the place. */
const most = { behind: 8, lead: 6, told: 4, margin: 6 } as const;

/** Added to what a focus is a share of: shares of little say little. In bits. */
const littleFocus = 3;

/** A construct of more lines has its head in so many, and the line above it may say what it is about. */
const head = { lines: 3, above: 1 } as const;

/** The most bits that an identifier of a line says. */
const mostBits = 7;

function clamp(value: number, least: number, greatest: number): number {
  return Math.max(least, Math.min(greatest, value));
}

/** The identifiers that rows name or quote, folded. */
function codeOf(claims: readonly Claim[]): ReadonlySet<string> {
  const names = claims.flatMap((claim) => {
    if (claim.by !== "row" || claim.kind === "word" || claim.kind === "text") return [];
    return claim.kind === "symbol" ? [claim.name] : claim.tokens;
  });
  return new Set(names.map(foldedName));
}

/** What the rarest identifier of a line says that a row names or quotes: log2 of the file's lines over those that have it; 0 for none. */
function saidOn(line: number, { claims, code }: Reading): number {
  const wanted = codeOf(claims);
  const found = tokensOn(code.outline, { first: line, last: line }).filter(
    (token) => /^#?[A-Za-z_]\w/.test(token) && wanted.has(foldedName(token)),
  );
  return Math.max(0, ...found.map((token) => Math.min(mostBits, Math.log2((code.lineCount + 1) / code.ofToken(token).length))));
}

/** How an item fares by what is said of the other anchors in the file: what belongs to others is less likely this one's. */
function besideOthers({ edges }: Reading, others: readonly Reading[], own: number | undefined): readonly [string, number][] {
  const at = own === undefined ? 0 : own + 1;
  const mine = edges[at] ?? 0;
  const theirs = others.map((other) => other.edges[at] ?? 0);
  if (theirs.length === 0) return [];
  const mean = theirs.reduce((sum, edge) => sum + edge, 0) / theirs.length;
  return [
    ["ahead of best row", mine - Math.max(...theirs)],
    ["ahead of mean row", mine - mean],
    ["rows ahead", (theirs.filter((edge) => edge > mine).length + 0.5) / (theirs.length + 1)],
  ];
}

function sharesOf(reading: Reading, lines: Lines, item: Lines): readonly [string, number][] {
  const share = (kind: "quotes" | "symbols" | "row", wanted: Lines): number => {
    const focus = reading.focus(kind);
    const all = { first: 0, last: focus.length - 1 };
    return mostIn(focus, wanted, item) / (mostIn(focus, all, all) + littleFocus);
  };
  const near = { first: lines.first - head.above, last: Math.min(lines.last, lines.first + head.lines - 1) };
  return [
    ["quotes near", share("quotes", near)],
    ["quotes in item", share("quotes", item)],
    ["row near", share("row", near)],
    ["symbols in item", share("symbols", item)],
  ];
}

function ofPlace({ inItem: { margin, gain, top } }: Standing): readonly [string, number][] {
  const clamped = clamp(margin, -most.margin, most.margin);
  const share = top > 0 ? clamp(gain / (top + 1), 0, 1.5) : 0.7;
  return [
    ["margin", clamped],
    ["better place", Math.max(0, clamped)],
    ["gain", gain],
    ["best place", top],
    ["neglect", Math.max(0, clamped) * (1 - share)],
  ];
}

function ofItem({ code, scores, told }: Reading, { own, random, kin }: Standing): readonly [string, number][] {
  const alone = scores[own === undefined ? 0 : own + 1] ?? 0;
  const withKin = Math.max(alone, kin - kinship);
  // Of data rows tell what the functions do that use it. A function is itself what they tell of.
  const mine = own !== undefined && code.outline.items[own]?.callable === false ? withKin : alone;
  const behind = clamp(random - withKin, -most.behind, most.behind);
  const better = scores.filter((score) => score > mine).length;
  const places = Math.log2(1 + better);
  const share = better / Math.max(1, scores.length - 1);
  const tells = clamp(told, 0, most.told);
  return [
    ["behind", behind],
    ["far behind", Math.max(0, behind)],
    ["lead", clamp(Math.max(...scores) - mine, 0, most.lead)],
    ["better items", places],
    ["share of better", share],
    ["better items told", places * tells],
    ["share of better told", share * tells],
    ["told", tells],
    ["items", Math.log2(scores.length)],
  ];
}

function ofItself(code: Occurrences, { own, construct }: Standing, lines: Lines): readonly [string, number][] {
  const item = own === undefined ? undefined : code.outline.items[own];
  return [
    ["data", item !== undefined && !item.callable ? 1 : 0],
    ["whole item", item !== undefined && holds(construct, item.span) ? 1 : 0],
    ["length", Math.log2(2 + Math.max(0, lines.last - lines.first))],
    ["one", 1],
  ];
}

/**
 * What a construct's standing is like, in numbers of which each may speak for the anchor being misplaced or against it; what they are worth is
 * fitted. `others` is what is said of the other anchors of the file, of other names.
 *
 * - of its item among all items: `behind` one drawn at random (or its kin, `kinship` nats better), in nats; the `lead` of the best one; how many
 *   are better, by themselves and times how much is `told` at all
 * - of its place among those of the item: how much better the best other one is (`margin`), what both are above the middle (`gain`, `best
 *   place`), and how much of that its own has not (`neglect`)
 * - how much of what comes together anywhere in the file does so near it, or in its item; the rarest thing said that stands on its first line
 * - its item by the other rows: how far ahead this row is of the best and of the mean of them, and the share of those ahead of it
 */
export function traitsOf(reading: Reading, others: readonly Reading[], standing: Standing): ReadonlyMap<string, number> {
  const { code } = reading;
  const lines = code.linesOf(standing.construct);
  return new Map([
    ...ofItem(reading, standing),
    ...ofPlace(standing),
    ...sharesOf(reading, lines, linesOfItem(code, standing.own)),
    ["said on line", saidOn(lines.first, reading)] as const,
    ...besideOthers(reading, others, standing.own),
    ...ofItself(code, standing, lines),
  ]);
}
