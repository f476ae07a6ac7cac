import type { CitedText, LineRange } from "../../model/citing.js";
import { eachToken } from "../../model/outline.js";
import { lineIndexAt, lineStarts, type Span } from "../../model/span.js";

/** The tokens of a text without its comments, in order. */
export interface CodeTokens {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
  /** Indices of tokens before which something is left out of a quotation: `…`, `// ...`. */
  readonly gaps: ReadonlySet<number>;
}

/** A cited text, prepared for look-ups; what is not asked for is not worked out. */
export interface CitedCode {
  readonly source: CitedText;
  readonly starts: readonly number[];
  readonly lineCount: number;
  /** The 1-based line of an offset. */
  readonly lineAt: (offset: number) => number;
  readonly linesOf: (span: Span) => LineRange;
  /** The whole lines. */
  readonly spanOf: (lines: LineRange) => Span;
  readonly lineText: (line: number) => string;
  readonly kindAt: (offset: number) => "code" | "comment" | "string";
  /** The offsets at which a word stands as a whole, in order. */
  readonly occurrences: (word: string) => readonly number[];
  readonly tokens: () => CodeTokens;
  readonly positions: (token: string) => readonly number[];
}

function finder(spans: readonly Span[]): (offset: number) => boolean {
  return (offset) => {
    let [low, high] = [0, spans.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = spans[middle];
      if (span === undefined) return false;
      if (offset < span.start) high = middle - 1;
      else if (offset >= span.end) low = middle + 1;
      else return true;
    }
    return false;
  };
}

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\w$]/.test(sign);

function occurrencesIn(text: string, word: string): readonly number[] {
  const found: number[] = [];
  if (word === "") return found;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    if (!isWordSign(text[at - 1]) && !isWordSign(text[at + word.length])) found.push(at);
  return found;
}

/** Type arguments say nothing about which code is meant: they become blanks, so that offsets stay. */
function withoutGenerics(text: string): string {
  let result = text;
  for (let depth = 0; depth < 3; depth += 1) {
    const next = result.replace(/(?<=\w)(?:::)?<[\w\s,:&'*[\]?]*>/g, (generic) => generic.replace(/[^\n]/g, " "));
    if (next === result) break;
    result = next;
  }
  return result;
}

function tokensOf({ text, comments }: CitedText): CodeTokens {
  const texts: string[] = [];
  const starts: number[] = [];
  const gaps = new Set<number>();
  const code = withoutGenerics(text);
  const read = (from: number, to: number): void => {
    eachToken(code, from, to, (token, start) => {
      if (token === "…") gaps.add(texts.length);
      else if (token === "..." && /^\s*$/.test(code.slice(code.lastIndexOf("\n", start) + 1, start))) gaps.add(texts.length);
      else {
        texts.push(token);
        starts.push(start);
      }
    });
  };
  let at = 0;
  for (const { start, end } of comments) {
    if (start < at) continue;
    read(at, start);
    if (/\.\.\.|…/.test(text.slice(start, end))) gaps.add(texts.length);
    at = end;
  }
  read(at, text.length);
  return { texts, starts, gaps };
}

/** Prepares a text for look-ups. */
export function citedCode(source: CitedText): CitedCode {
  const { text } = source;
  const starts = lineStarts(text);
  const [isComment, isString] = [finder(source.comments), finder(source.strings)];
  const words = new Map<string, readonly number[]>();
  let tokens: CodeTokens | undefined;
  let places: Map<string, number[]> | undefined;
  const lineAt = (offset: number): number => lineIndexAt(starts, offset) + 1;
  const code: CitedCode = {
    source,
    starts,
    // A line end at the end of the text begins no line.
    lineCount: text.endsWith("\n") ? starts.length - 1 : starts.length,
    lineAt,
    linesOf: ({ start, end }) => ({ first: lineAt(start), last: lineAt(Math.max(start, end - 1)) }),
    spanOf: ({ first, last }) => {
      const end = (starts[last] ?? text.length + 1) - 1;
      return { start: starts[first - 1] ?? text.length, end: text[end - 1] === "\r" ? end - 1 : end };
    },
    lineText: (line) => text.slice(starts[line - 1] ?? text.length, (starts[line] ?? text.length + 1) - 1).replace(/\r$/, ""),
    kindAt: (offset) => (isComment(offset) ? "comment" : isString(offset) ? "string" : "code"),
    occurrences: (word) => {
      const found = words.get(word) ?? occurrencesIn(text, word);
      words.set(word, found);
      return found;
    },
    tokens: () => {
      tokens ??= tokensOf(source);
      return tokens;
    },
    positions: (token) => {
      if (places === undefined) {
        places = new Map();
        for (const [at, one] of code.tokens().texts.entries()) {
          const known = places.get(one);
          if (known === undefined) places.set(one, [at]);
          else known.push(at);
        }
      }
      return places.get(token) ?? [];
    },
  };
  return code;
}
