/** A number in a flat text. */
export interface WrittenNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** A line or a range of lines in a flat text. */
export interface WrittenLines {
  readonly first: WrittenNumber;
  readonly last: WrittenNumber | undefined;
  readonly vague: "about" | "onward" | undefined;
}

/** Several of them, and where they end. */
export interface NumberList {
  readonly lines: readonly WrittenLines[];
  readonly to: number;
}

/** `12`, `12-34`, `L12-L34`, `12 to 34`, `~12`, `12+`, `12ff`. */
const range =
  /(?<about>~|≈|about\s+|around\s+|approx(?:\.|imately)?\s+)?#?[Ll]?(?<first>\d{1,7})(?!\d)(?:(?<dash>-|–|—|‑|\s?\.{2,3}\s?|…|\s[-–]\s|\s(?:to|through|thru|until)\s(?:lines?\s)?)#?[Ll]?(?<last>\d{1,7})(?!\d)|(?<onward>\+|ff?\.?(?![\w])))?/dy;

/** What joins two of a list; the next one may repeat its sign. */
const joint = /\s?(?:,\s?(?:and|or|&)?|;|&|\band|\bor)\s?[:@]?(?=#?[Ll]?~?\d)/y;

/** What makes a number another thing than a line: a unit, a decimal, a date, a time, a word it is part of. */
const otherwise = /\w|%|×|\.\d|-[\w]|–\d|\/\d|:\d/y;

function holds(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function rangeAt(text: string, at: number): { lines: WrittenLines; to: number } | undefined {
  range.lastIndex = at;
  const match = range.exec(text);
  const [firstAt, lastAt] = [match?.indices?.groups?.["first"], match?.indices?.groups?.["last"]];
  if (match === null || firstAt === undefined) return undefined;
  const number = ([from, to]: readonly [number, number]): WrittenNumber => ({ value: Number(text.slice(from, to)), from, to });
  const first = number(firstAt);
  let last = lastAt === undefined ? undefined : number(lastAt);
  // `1064-71` is up to 1071. A number that is less is another thing: "line 12 - 3 retries".
  if (last !== undefined && last.value < first.value) {
    const short = last.to - last.from < first.to - first.from && match.groups?.["dash"]?.length === 1;
    const value = Number(`${first.value}`.slice(0, last.from - last.to) + text.slice(last.from, last.to));
    last = short && value > first.value ? { ...last, value } : undefined;
  } else if (last !== undefined && /^\s[-–]/.test(match.groups?.["dash"] ?? "") && holds(/\s[A-Za-z]/y, text, last.to)) {
    last = undefined;
  }
  const { about, onward } = match.groups ?? {};
  const to = last?.to ?? (lastAt === undefined ? range.lastIndex : first.to);
  if (first.value === 0) return undefined;
  return { lines: { first, last, vague: about !== undefined ? "about" : onward !== undefined ? "onward" : undefined }, to };
}

/**
 * The line numbers that begin at `at`: one, a range, or several (`382, 423`, `12-15 and 20`). `undefined` where what stands
 * there is no line number (`3x`, `2.5`, `2025-12-22`). `plural`: the word before them says that they are several.
 */
export function numbersAt(text: string, at: number, plural = false): NumberList | undefined {
  const first = rangeAt(text, at);
  if (first === undefined || holds(otherwise, text, first.to)) return undefined;
  const lines = [first.lines];
  let { to } = first;
  for (;;) {
    joint.lastIndex = to;
    const joined = joint.exec(text)?.[0];
    if (joined === undefined) return { lines, to };
    const next = rangeAt(text, to + joined.length);
    const before = lines.at(-1)?.first.value ?? 0;
    if (next === undefined || holds(otherwise, text, next.to)) return { lines, to };
    // "line 12, 3 retries": a number before a word may be counted and not cited.
    const counts = next.lines.last === undefined && holds(/\s(?!and\b|or\b|only\b|in\b|of\b|at\b|etc\b)[A-Za-z]/y, text, next.to);
    if (counts && (next.lines.first.value <= before || !(plural || /[:@]/.test(joined) || /[#L]/.test(text[to + joined.length] ?? ""))))
      return { lines, to };
    lines.push(next.lines);
    ({ to } = next);
  }
}
