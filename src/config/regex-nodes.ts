/** A regular expression as far as its repetitions are concerned. `set`: one character, by which samples it may be. */
export type RegexNode =
  | { readonly kind: "set"; readonly set: readonly boolean[] }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly RegexNode[] }
  | { readonly kind: "repeat"; readonly body: RegexNode; readonly min: number; readonly max: number };

/** What a name's expression must not hold. */
export type RegexRefusal = "anchor" | "look-around" | "back-reference";

/** Characters that stand for all: those that expressions tell apart, and some of other scripts. */
const samples = [...Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)), "\t", "é", "Ω", "中", "٣"];

/** One character of an expression in its longest form: an escape, a class, a plain sign. */
const atom = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/uy;

const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;

/** Reads a valid expression with the flag `u`; what names must not hold is the answer where it holds that. */
export function regexNode(source: string): RegexNode | RegexRefusal {
  const alphabet = [...new Set([...samples, ...[...source].filter((letter) => letter > "~")])];
  let at = 0;
  let refusal: RegexRefusal | undefined;

  const take = (sticky: RegExp): RegExpExecArray | null => {
    sticky.lastIndex = at;
    const found = sticky.exec(source);
    at += found?.[0].length ?? 0;
    return found;
  };

  const one = (): RegexNode => {
    const group = take(/\((?:\?(?:<?[=!]|:|<[^>]*>))?/y);
    if (group !== null) {
      if (/[=!]$/.test(group[0])) refusal ??= "look-around";
      const inner = choice();
      at += 1;
      return inner;
    }
    const written = take(atom)?.[0] ?? "";
    if (/^[$^]$/.test(written)) refusal ??= "anchor";
    if (/^\\(?:[1-9]|k)/.test(written)) refusal ??= "back-reference";
    // A word's border takes no character.
    if (refusal !== undefined || /^\\[bB]$/.test(written)) return { kind: "sequence", parts: [] };
    const fits = new RegExp(`^${written}$`, "u");
    return { kind: "set", set: alphabet.map((letter) => fits.test(letter)) };
  };

  const repeated = (): RegexNode => {
    const body = one();
    const found = take(quantifier);
    if (found === null) return body;
    const [, sign, min, comma, max] = found;
    if (sign !== undefined) return { kind: "repeat", body, min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Number.POSITIVE_INFINITY };
    const least = Number(min);
    return { kind: "repeat", body, min: least, max: comma === undefined ? least : max === "" ? Number.POSITIVE_INFINITY : Number(max) };
  };

  const sequence = (): RegexNode => {
    const parts: RegexNode[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") parts.push(repeated());
    return { kind: "sequence", parts };
  };

  const choice = (): RegexNode => {
    const parts = [sequence()];
    while (source[at] === "|") {
      at += 1;
      parts.push(sequence());
    }
    return { kind: "choice", parts };
  };

  const node = choice();
  return refusal ?? node;
}
