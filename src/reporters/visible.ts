/**
 * What a terminal obeys or hides instead of showing: control and format characters (bidi controls among them), line separators,
 * lone surrogates; a joiner only beside ASCII, because scripts and emoji need it elsewhere; and the `[` of `##[`, with which
 * GitHub's runner takes any line for a command.
 */
const concealed =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|(?<!\P{ASCII})[\u200c\u200d]|[\u200c\u200d](?!\P{ASCII})|(?<=##)\[/gu;

/** The text on one line, every character that is obeyed or hidden instead of shown replaced by a sign for it: `␛`, `␊`, `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(concealed, sign);
}

/** What `visible` shows for each UTF-16 unit of the text; the second unit of a replaced pair shows nothing. */
export function visibleUnits(text: string): readonly string[] {
  const units = text.split("");
  for (const { 0: character, index } of text.matchAll(concealed)) {
    units[index] = sign(character);
    if (character.length === 2) units[index + 1] = "";
  }
  return units;
}

/** `visible` for a path that begins a line: never with `::`, by which GitHub's runner knows a command. */
export function visiblePath(path: string): string {
  const shown = visible(path);
  return /^\s*::/.test(shown) ? `./${shown}` : shown;
}

/** A character by its code point: `<U+202E>`. */
function codePoint(code: number): string {
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

function sign(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "␡" : codePoint(code);
}
