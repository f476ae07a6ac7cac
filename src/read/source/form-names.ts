import { type AnchorLine, type Declared, endsName } from "./anchor-names.js";
import type { Form } from "./form-expressions.js";
import { readForm, type Slot } from "./forms.js";

/** The names of an anchor in a configured form, and the construct that it says it marks. */
export interface FormedLine extends AnchorLine {
  readonly claimed: { readonly written: string; readonly start: number; readonly end: number } | undefined;
}

const nothing: FormedLine = { names: [], rest: "", claimed: undefined };

/** True for what no plain word is: it has signs or digits in it, or an inner capital. */
const isSign = (name: string): boolean => /[^\p{L}]|^.+\p{Lu}/u.test(name) && !/^\p{Lu}+$/u.test(name);

/**
 * Reads the names of an anchor in a form, from behind what it opens with; none where the words there are prose.
 * A word that is no name of the form counts only if a declared one is spelled nearly so.
 */
export function formedNames(line: string, form: Form, declared: Declared): FormedLine {
  const read = readForm(line, form);
  const [first] = read?.names ?? [];
  if (read === undefined || first === undefined || read.after === undefined) return nothing;
  const isKnown = (name: string): boolean => declared.has(name) || declared.near(name);
  // Only where nothing closes the name may prose go on behind it.
  const closed = form.anchor.close.trim() !== "" || read.claimed !== undefined;
  const isName = ({ name, after }: Slot, at: number): boolean =>
    closed || isKnown(name) || isSign(name) || ((at === 0 || /^\p{Lu}/u.test(name)) && endsName(line.slice(after)));
  const prose = read.names.findIndex((slot, at) => at > 0 && !isName(slot, at));
  const slots = prose === -1 ? read.names : read.names.slice(0, prose);
  const meant = isKnown(first.name) || (first.fits && (slots.length > 1 || isName(first, 0)));
  if (!meant) return nothing;
  const after = prose === -1 ? read.after : (slots.at(-1)?.after ?? read.after);
  const names = slots.map(({ name, start, end }) => ({ name, start, end }));
  return { names, rest: line.slice(after).replace(/^[\s,.;:—–-]+/, ""), claimed: read.claimed };
}
