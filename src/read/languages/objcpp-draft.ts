import { blanksFor } from "./mends.js";

/** A token of Objective-C++, comments and lines of the preprocessor left out. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The index of the bracket that it opens or closes with; `-1` for what is no bracket, or has none. */
  partner: number;
}

const pattern =
  /\/\/.*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|^[ \t]*#(?:.*\\\r?\n)*.*|(R"([^()\\\s]{0,16})\([\s\S]*?(?:\)\2"|(?![\s\S]))|"(?:\\[\s\S]|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n]){1,8}'|[A-Za-z_]\w*|\d(?:[\w.']*\w)?|::|->|\S)/gm;

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(pattern)) {
    const [, word] = match;
    if (word === undefined) continue;
    const token: Token = { text: word, start: match.index, end: match.index + word.length, partner: -1 };
    const at = tokens.push(token) - 1;
    if (word in closers) open.push(at);
    else if (word === ")" || word === "]" || word === "}") {
      // What does not close what is open last closes the next outer one that it fits.
      const depth = open.findLastIndex((other) => closers[tokens[other]?.text ?? ""] === word);
      const opener = open[depth];
      const opening = opener === undefined ? undefined : tokens[opener];
      if (opener === undefined || opening === undefined) continue;
      opening.partner = at;
      token.partner = opener;
      open.length = depth;
    }
  }
  return tokens;
}

/** A text that is being rewritten, character by character. */
export class Draft {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly #units: string[];
  readonly #sealed = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
    this.#units = text.split("");
  }

  /** The text of the token at an index; nothing outside of the text. */
  at(index: number): string {
    return this.tokens[index]?.text ?? "";
  }

  isWord(index: number): boolean {
    return /^[A-Za-z_]/.test(this.at(index)) && !/^R"/.test(this.at(index));
  }

  /** Puts a text in the place of what stands from `start` on; line ends stay, and none is made. */
  put(start: number, text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text[at] ?? " ";
      if (!/[\r\n]/.test(this.text[start + at] ?? "\n") && !/[\r\n]/.test(unit)) this.#units[start + at] = unit;
    }
  }

  blank(start: number, end: number): void {
    this.put(start, blanksFor(this.text.slice(start, end)));
  }

  /** Puts a text in the place of what stands between two offsets, and blanks behind it. */
  replace(start: number, end: number, text: string): void {
    this.blank(start, end);
    this.put(start, text.slice(0, end - start));
  }

  /** Says of the tokens from one index to another that they are written. */
  seal(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.#sealed.add(at);
  }

  isSealed(index: number): boolean {
    return this.#sealed.has(index);
  }

  /** What now stands at an offset. */
  unit(at: number): string {
    return this.#units[at] ?? "";
  }

  /** The last place between two offsets, on any line, that holds a blank; `undefined` if there is none. */
  gap(start: number, end: number): number | undefined {
    for (let at = end - 1; at >= start; at -= 1) if (this.text[at] === " " || this.text[at] === "\t") return at;
    return undefined;
  }

  toString(): string {
    return this.#units.join("");
  }
}
