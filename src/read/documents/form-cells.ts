import { type AnchorForm, type FormParts, identifierNames } from "../../model/form.js";

/** The names that a text consists of, as configured forms write them; none where it holds anything else. */
export type FormNames = (text: string) => readonly string[];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Longer texts are no list of names. */
const longest = 1000;

/** What may stand between two names. */
const between = /\s*(?:[,/&;+]|\band\b)\s*/y;

/** Reads names of the forms, alone or as an anchor writes them; `undefined` where nothing is configured, so that nobody asks. */
export function formNames(forms: readonly (Pick<AnchorForm, "names"> & FormParts)[]): FormNames | undefined {
  if (forms.length === 0) return undefined;
  const border = "(?![\\p{L}\\p{N}_])";
  const written = forms.flatMap(({ names, open, close }) => [
    new RegExp(`${escaped(open.trim())}\\s*(${names})${escaped(close.trim())}${/[\p{L}\p{N}]$/u.test(close) ? border : ""}`, "uy"),
    // Whether a bare identifier is a name is told as ever.
    ...(names === identifierNames ? [] : [new RegExp(`(${names})${border}`, "uy")]),
  ]);
  return (text) => {
    const line = text.trim().normalize("NFC");
    if (line.length > longest) return [];
    const names: string[] = [];
    for (let at = 0; ; ) {
      let read: RegExpExecArray | undefined;
      for (const expression of written) {
        expression.lastIndex = at;
        const found = expression.exec(line);
        if (found !== null && found[0].length > (read?.[0].length ?? 0)) read = found;
      }
      if (read?.[1] === undefined) return [];
      names.push(read[1]);
      at += read[0].length;
      if (at === line.length) return names;
      between.lastIndex = at;
      const separator = between.exec(line);
      if (separator === null) return [];
      at += separator[0].length;
    }
  };
}
