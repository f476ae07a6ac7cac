/** How a construct is written behind an anchor's name. `optional`: a form may go without. */
export interface ClaimForm {
  readonly before: string;
  readonly after: string;
  readonly optional: boolean;
}

/** A form taken apart at its placeholders: `open{name}close`, then the construct, then `end`. */
export interface FormParts {
  readonly open: string;
  readonly close: string;
  readonly claim: ClaimForm | undefined;
  readonly end: string;
}

/** A way to write anchors beside the marker's own, as a `[[anchors]]` entry says it. */
export interface AnchorForm extends FormParts {
  /** As it is configured. */
  readonly form: string;
  /** The regular expression that a whole name fits. */
  readonly names: string;
  /** Globs relative to the root; `undefined`: all sources. */
  readonly files: readonly string[] | undefined;
  /** True if other words of the comment may stand before it on its line. */
  readonly anywhere: boolean;
}

/** Names that documents declare outside of tables, as a `[[declarations]]` entry says it. */
export interface DeclarationForm extends FormParts {
  readonly form: string;
  readonly names: string;
  /** A glob relative to the root. */
  readonly documents: string;
  readonly in: "headings" | "items";
  /** Globs relative to the root of the files where the anchor may be; `undefined`: in any source. */
  readonly sites: readonly string[] | undefined;
}

/** Why a form cannot be taken apart. */
export type FormFault = "no-name" | "several-names" | "several-constructs" | "construct-first" | "unknown-placeholder";

const name = "{name}";
const construct = "{construct}";

/** Takes a form apart. Square brackets around the construct and what surrounds it make that optional; all other signs mean themselves. */
export function formParts(form: string): FormParts | FormFault {
  const [open, behind, ...more] = form.split(name);
  if (open === undefined || behind === undefined) return "no-name";
  if (more.length > 0) return "several-names";
  if (open.includes(construct)) return "construct-first";
  const [before, after, ...others] = behind.split(construct);
  if (others.length > 0) return "several-constructs";
  if (/\{[a-z]+\}/.test(`${open} ${before ?? ""} ${after ?? ""}`)) return "unknown-placeholder";
  if (before === undefined || after === undefined) return { open, close: behind, claim: undefined, end: "" };
  const [from, to] = [before.lastIndexOf("["), after.indexOf("]")];
  // `[{construct}]` holds nothing but the construct: brackets that are written.
  const isOptional = from !== -1 && to !== -1 && !before.includes("]", from) && before.length - from + to > 1;
  if (!isOptional) return { open, close: "", claim: { before, after, optional: false }, end: "" };
  return {
    open,
    close: before.slice(0, from),
    claim: { before: before.slice(from + 1), after: after.slice(0, to), optional: true },
    end: after.slice(to + 1),
  };
}

/** True if the signs before the name tell an anchor by themselves: they hold a letter or digit. */
export function hasWord(open: string): boolean {
  return /[\p{L}\p{N}]/u.test(open);
}

/** The name as an anchor of the form is written; an optional construct is left out, one that has to be there is `…`. */
export function writtenIn({ open, close, claim, end }: FormParts, declared: string): string {
  const claimed = claim === undefined || claim.optional ? "" : `${claim.before}…${claim.after}`;
  return `${open}${declared}${close}${claimed}${end}`.trim();
}

/** The regular expression of a whole name. */
export function wholeName(names: string): RegExp {
  return new RegExp(`^(?:${names})$`, "u");
}

/** Names as the marker knows them. */
export const identifierNames = "[A-Za-z_][A-Za-z0-9_]*";
