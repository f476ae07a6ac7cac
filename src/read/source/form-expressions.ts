import { type AnchorForm, hasWord, wholeName } from "../../model/form.js";

/** The longest name, in UTF-16 units. It also bounds what a regular expression of the configuration can take. */
export const longest = 128;

/** A form with the regular expressions that read it. */
export interface Form {
  readonly anchor: AnchorForm;
  /** True if the signs before the name hold a word. */
  readonly worded: boolean;
  /** The signs that have to follow a name. */
  readonly closer: string;
  /** Finds where it may begin, deviations included. */
  readonly begin: RegExp;
  /** What stands before the name, as configured. */
  readonly open: RegExp;
  /** A name and what has to follow it. */
  readonly name: RegExp;
  readonly whole: RegExp;
  readonly close: RegExp;
  readonly claim: RegExp | undefined;
  readonly end: RegExp;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Matches the signs of a form; a stretch of blanks matches any. Blanks at the end of the form match the line's end, too. */
function literal(text: string, isLast: boolean): string {
  const signs = isLast ? text.trimEnd() : text;
  const source = signs
    .split(/[ \t]+/)
    .map(escaped)
    .join("[ \\t]+");
  // A block comment may end right behind it.
  return signs === text ? source : `${source}(?=[ \\t]|$|\\*[/)]|-->|-\\})`;
}

/** Letters in any case, and colon or blanks where the form has either. */
function loosely(open: string): string {
  const [, signs = "", gap = ""] = /^(.*?)([ \t]*:?[ \t]*)$/.exec(open) ?? [];
  const source = signs
    .split(/[ \t]+/)
    .map(escaped)
    .join("[ \\t]+");
  return gap === "" ? source : `${source}(?:[ \\t]*:[ \\t]*|[ \\t]+)`;
}

/** A symbol as people write it: `f`, `T::f`, `pkg.F()`, `TestA/sub`. */
const symbol = "[\\p{L}_$~][\\p{L}\\p{N}_$]*(?:(?:::|->|[.#/])[\\p{L}_$~][\\p{L}\\p{N}_$]*)*(?:\\(\\))?";

/** Before an anchor whose form begins without a word: a line's beginning, a comment's sign, a quote; then perhaps a list dash. */
const lead = "(?:^|[/#*;%!<>|^`'\"-](?<![\\p{L}\\p{N}_].))[ \\t]*(?:[-*+][ \\t]+)?";

/** The signs that have to follow a name; empty where none have to. */
function closerOf({ close, claim }: Pick<AnchorForm, "close" | "claim">): string {
  return close.trim() === "" && claim?.optional !== true ? (claim?.before.trim() ?? "") : close.trim();
}

/**
 * What a text that no word precedes has to begin with to be worth reading: something that the form closes, or something with a sign or digit in it.
 * Where names fit no plain word, those are passed over at once.
 */
function seeming({ close, claim, end, names }: AnchorForm): string {
  const closer = closerOf({ close, claim });
  if (closer === "") return "[^\\s/#*;%!-]";
  const letters = hasWord(close + end) || wholeName(names).test("name") ? "" : "(?![A-Za-z]+(?:[^\\w:/.-]|$))";
  // Names that may have blanks in them may be any words of the line.
  if (/[ .]|\[\^|\\[sSWDPpxucnrtvf]/.test(names)) return `(?![/#*;%!-])${letters}[^\\s]`;
  return `(?![/#*;%!-])${letters}(?:\\S{1,${longest}}?${escaped(closer)}|(?=\\S{1,${longest}}(?:\\s|$))(?:${names}))`;
}

/** Prepares a form for reading. */
export function formOf(anchor: AnchorForm): Form {
  const { open, close, claim, end, names, anywhere } = anchor;
  const [worded, isOpen] = [hasWord(open), close === "" && (claim === undefined || claim.optional)];
  const closing = literal(close, claim === undefined && end === "");
  const claiming = claim === undefined ? "" : literal(claim.before, false);
  const follows = isOpen
    ? "(?![\\p{L}\\p{N}_]|[-./:#][\\p{L}\\p{N}_])"
    : `(?=\`?(?:${close === "" ? claiming : closing}|[ \\t]*[,/&]|[ \\t]+and\\b))`;
  const boundary = /^[\p{L}\p{N}_]/u.test(open) ? "(?<![\\p{L}\\p{N}_])" : "";
  return {
    anchor,
    worded,
    closer: closerOf(anchor),
    begin: worded
      ? new RegExp(`${boundary}(${loosely(open)})(?=\\S)`, "giu")
      : new RegExp(`${anywhere ? "(?<![\\p{L}\\p{N}_])" : lead}(${literal(open, false)})(?=\`?${seeming(anchor)})`, "gmu"),
    open: new RegExp(literal(open, false), "uy"),
    name: new RegExp(`(?:${names})${follows}`, "uy"),
    whole: wholeName(names),
    close: new RegExp(closing, "uy"),
    claim: claim && new RegExp(`${claiming}\`?(${symbol})\`?${literal(claim.after, end === "")}`, "uy"),
    end: new RegExp(literal(end, true), "uy"),
  };
}
