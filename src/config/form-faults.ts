import { type FormFault, type FormParts, formParts, hasWord, identifierNames, wholeName } from "../model/form.js";
import { type Fault, isTable } from "./fault.js";
import { growth } from "./regex-growth.js";
import { regexNode } from "./regex-nodes.js";
import type { KeyPath } from "./toml-locate.js";

type Said = Pick<Fault, "message" | "hint">;

/** Words of plain language: names that they fit would be found in every comment. */
const plainWords = ["the", "Note", "TODO", "a", "lock", "Otherwise", "12"];

const partFaults: Readonly<Record<FormFault, Said>> = {
  "no-name": { message: "The form has no place for a name.", hint: "Write `{name}` where the name stands." },
  "several-names": { message: "The form has several places for a name.", hint: "Write `{name}` once." },
  "several-constructs": { message: "The form has several places for a construct.", hint: "Write `{construct}` once." },
  "construct-first": { message: "The form has its construct before its name.", hint: "Write `{construct}` behind `{name}`." },
  "unknown-placeholder": {
    message: "The form has a placeholder that means nothing.",
    hint: "There are `{name}` and `{construct}`.",
  },
};

/** What is wrong with the regular expression of names. */
function namesFault(names: string): Said | undefined {
  try {
    new RegExp(names, "u");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = error.message.replace(/^Invalid regular expression: \/[\s\S]*\/u?: /, "");
    return { message: `\`names\` is no regular expression: ${reason}.`, hint: "Its syntax is JavaScript's, with the flag `u`." };
  }
  const node = regexNode(names);
  if (node === "anchor") return { message: "`names` holds `^` or `$`.", hint: "Remove it: a whole name has to fit anyway." };
  if (node === "look-around" || node === "back-reference")
    return { message: `\`names\` holds a ${node}.`, hint: "Write what a name consists of, without looking at anything else." };
  if (wholeName(names).test("")) return { message: "`names` fits an empty name.", hint: "Let it ask for one character at least." };
  switch (growth(node)) {
    case "bounded":
      return undefined;
    case "too-large":
      return { message: "`names` is too large.", hint: "Repeat without limit instead of a hundred times." };
    case "exponential":
      return {
        message: "`names` can take time without end: a text fits its nested repetitions in ever more ways.",
        hint: "Let each repetition begin with a sign that the one inside does not have: `[a-z]+(?:-[a-z]+)*`.",
      };
  }
}

/** True if the form has nothing that tells it from prose. */
function isProse({ open, close, claim, end }: FormParts, names: string, isHeading: boolean): boolean {
  const required = claim === undefined || claim.optional ? "" : claim.before + claim.after;
  const signs = [open, close, end, required].join("").trim();
  if (hasWord(signs)) return false;
  if (signs === "" && !isHeading) return true;
  return plainWords.some((word) => wholeName(names).test(word));
}

function* ofEntry(entry: unknown, path: KeyPath, kind: "anchors" | "declarations"): Generator<Fault> {
  if (!isTable(entry)) return;
  const { form, names = identifierNames } = entry;
  const fault = typeof names === "string" && names.trim() !== "" ? namesFault(names) : undefined;
  if (fault !== undefined) yield { path: [...path, "names"], at: "value", ...fault };
  // The validator speaks of what is missing or no text.
  if (typeof form !== "string" || !form.includes("{name}")) return;
  const parts = formParts(form);
  const own = (said: Said): Fault => ({ path: [...path, "form"], at: "value", ...said });
  if (typeof parts === "string") yield own(partFaults[parts]);
  else if (/^\s*(?:\/\/|\/\*|--|<!--)/.test(form))
    yield own({ message: "The form begins with the sign of a comment.", hint: "Leave it out: anchors are looked for in every comment." });
  else if (/[\n\r]/.test(form)) yield own({ message: "The form has several lines.", hint: "An anchor stands on one line." });
  else if (kind === "declarations" && parts.claim !== undefined)
    yield own({ message: "The form of a declaration has a construct.", hint: "Remove `{construct}`: only anchors have one." });
  else if (fault === undefined && typeof names === "string" && names.trim() !== "" && isProse(parts, names, kind === "declarations"))
    yield own({
      message: `The form \`${form}\` would fit prose everywhere.`,
      hint: "Write signs or a word around `{name}`, and in `names` what no plain word fits.",
    });
}

/** What is wrong with forms and with the regular expressions of their names. */
export function formFaults(file: Readonly<Record<string, unknown>>): readonly Fault[] {
  return (["anchors", "declarations"] as const).flatMap((kind) => {
    const entries = file[kind];
    return Array.isArray(entries) ? entries.flatMap((entry: unknown, index) => [...ofEntry(entry, [kind, index], kind)]) : [];
  });
}
