import type { Citation, CitationClaim, CitedLines } from "../../model/citation.js";
import type { LineRange, Story } from "../../model/citing.js";
import type { Followed } from "../../model/past.js";
import { bestDefinedAt, holdingAt, isBeyond, isDefinedIn, isUsedOnly, type Reading, rangeOf } from "./holding.js";

/** What history says of one of a citation's ranges, with the file as it was then. */
export interface PastLines {
  readonly followed: Followed;
  /** `undefined` where the file of that time was not read. */
  readonly before: Reading | undefined;
}

/** Cited lines that do not hold what they should. */
export interface WrongLines {
  readonly lines: CitedLines;
  readonly isBeyond: boolean;
  readonly story: Story;
  /** Where the very lines are now, and whether nothing but layout changed of them. */
  readonly moved: (LineRange & { readonly path: string; readonly isSame: boolean }) | undefined;
  /** What held there when it was written. */
  readonly held: readonly CitationClaim[];
  /** True if it was defined there. */
  readonly wasDefinition: boolean;
}

/** What one check of a citation's lines goes by. */
export interface Hearing {
  readonly citation: Citation;
  readonly reading: Reading;
  readonly claims: readonly CitationClaim[];
  readonly tolerance: number;
  /** One for each of its ranges; `undefined` where nobody asked. */
  readonly past: readonly (PastLines | undefined)[];
}

const unknown: Story = { kind: "unknown" };

function storyOf(followed: Followed, held: readonly CitationClaim[] | undefined): Story {
  if (followed.kind === "no-history") return { kind: "no-history" };
  if (!("commit" in followed) || followed.kind === "absent" || held === undefined) return unknown;
  const written = followed.commit;
  if (held.length === 0) return followed.together ? { kind: "no-history" } : { kind: "never", written };
  if (followed.kind === "gone") return { kind: "gone", written, by: followed.by };
  return followed.kind === "here" || followed.kind === "ambiguous" || followed.kind === "outside" ? { kind: "moved", written } : unknown;
}

function movedOf(followed: Followed): WrongLines["moved"] {
  return followed.kind === "here" ? { ...followed.now, isSame: followed.exact || followed.layout } : undefined;
}

const isMoved = (moved: WrongLines["moved"], path: string, { first }: LineRange): boolean =>
  moved !== undefined && (moved.path !== path || moved.first !== first);

/** Lines of which nothing is said: only what history knows of them can be wrong. */
function unclaimed({ reading }: Hearing, lines: CitedLines, past: PastLines | undefined): WrongLines | undefined {
  const followed = past?.followed;
  const beyond = isBeyond(lines, reading.code);
  const moved = followed === undefined ? undefined : movedOf(followed);
  // Nobody says what they held, so lines that were edited away may have become what they were cited for. Where only their end is another one, something came in between.
  if (!beyond && !isMoved(moved, reading.code.source.path, rangeOf(lines))) return undefined;
  const story: Story =
    followed === undefined ||
    followed.kind === "beyond" ||
    !("commit" in followed) ||
    followed.kind === "absent" ||
    followed.kind === "no-history"
      ? unknown
      : followed.kind === "gone"
        ? { kind: "gone", written: followed.commit, by: followed.by }
        : { kind: "moved", written: followed.commit };
  return { lines, isBeyond: beyond, story, moved, held: [], wasDefinition: false };
}

/** Those of a citation's lines that are wrong. */
export function wrongLines(hearing: Hearing): readonly WrongLines[] {
  const { citation, reading, claims, tolerance } = hearing;
  const wrong = citation.lines.flatMap((lines, at): readonly (WrongLines & { readonly isSettled: boolean })[] => {
    const past = hearing.past[at];
    if (claims.length === 0) {
      const found = unclaimed(hearing, lines, past);
      return found === undefined ? [] : [{ ...found, isSettled: true }];
    }
    const beyond = isBeyond(lines, reading.code);
    const holding = beyond ? [] : holdingAt(reading, claims, lines, tolerance);
    const defined = past?.before === undefined ? [] : bestDefinedAt(past.before, claims, lines, tolerance);
    const wasDefinition = defined.length > 0;
    // What was cited is told by what was defined there, else by what was used.
    const held = past?.before === undefined ? undefined : wasDefinition ? defined : holdingAt(past.before, claims, lines, tolerance);
    // Where a definition was cited, a use of it that stands there now is there by chance, and so is what belongs to other lines.
    const meant = holding.filter((claim) => held === undefined || held.length === 0 || held.includes(claim));
    if (meant.length > 0 && !(wasDefinition && isUsedOnly(reading, meant, lines, tolerance))) return [];
    const story = past === undefined ? unknown : storyOf(past.followed, held);
    const isHeld = held !== undefined && held.length > 0;
    const moved = isHeld && past !== undefined ? movedOf(past.followed) : undefined;
    return [{ lines, isBeyond: beyond, story, moved, held: held ?? [], wasDefinition, isSettled: isHeld || beyond }];
  });
  // Where other lines of the citation hold what it says, those that never did may be about something else.
  return wrong.length < citation.lines.length ? wrong.filter(({ isSettled }) => isSettled) : wrong;
}

/** True if history could say more of a citation with lines than its file does. */
export function asksHistory({ citation, reading, claims, tolerance }: Omit<Hearing, "past">): boolean {
  if (claims.length === 0) return true;
  return citation.lines.some((lines) => {
    const holding = isBeyond(lines, reading.code) ? [] : holdingAt(reading, claims, lines, tolerance);
    // Of several names that share what is cited, only history knows which belongs to which lines.
    const isShared = claims.length > 1 && (citation.lines.length > 1 || holding.length < claims.length);
    if (holding.length === 0 || isShared) return true;
    // A range is cited for what is defined in it; a line of what the file does not define, for its use.
    const mayBeDefined = isDefinedIn(reading, holding) || (lines.last !== undefined && holding.some(({ kind }) => kind === "symbol"));
    return mayBeDefined && isUsedOnly(reading, holding, lines, tolerance);
  });
}
