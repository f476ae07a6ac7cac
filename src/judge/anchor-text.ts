import { hasWord, wholeName, writtenIn } from "../model/form.js";
import type { Project } from "../model/project.js";
import type { Mark } from "../model/source.js";

type Marking = Pick<Project, "marker" | "forms">;

/** How an anchor of the name is written: as the first form that takes the name, else with the marker. */
export function anchorText({ marker, forms }: Marking, name: string): string {
  const form = forms.find(({ names }) => wholeName(names).test(name));
  return form === undefined ? `${marker}: ${name}` : writtenIn(form, name);
}

/** How the anchor that a mark is or seems to be is written with a name. */
export function markText({ marker }: Marking, { form }: Mark, name: string): string {
  return form === undefined ? `${marker}: ${name}` : writtenIn(form, name);
}

/** True if a comment line without its sign begins with an anchor. */
export function beginsAnchor({ marker, forms }: Marking, said: string): boolean {
  if (said.startsWith(`${marker}:`)) return true;
  return forms.some(({ open, names }) => {
    const sign = open.trim();
    if (!said.startsWith(sign)) return false;
    return hasWord(open) || new RegExp(`^\\s*(?:${names})`, "u").test(said.slice(sign.length));
  });
}
