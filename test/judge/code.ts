import { grammarsFolder } from "../../src/assets.js";
import { openGrammars } from "../../src/grammars/open.js";
import { type Claim, claimsOfText, type Speaker } from "../../src/judge/evidence/claims.js";
import type { Evidence } from "../../src/judge/evidence/item-evidence.js";
import { type Occurrences, occurrencesIn } from "../../src/judge/evidence/occurrences.js";
import type { Outline } from "../../src/model/outline.js";
import type { Span } from "../../src/model/span.js";
import { openPhrasebook } from "../../src/open-phrasebook.js";
import { languageOf } from "../../src/read/languages/index.js";
import { readSource } from "../../src/read/source/read-source.js";

export const phrasebook = openPhrasebook();

// One for all tests of a file: each would take memory of its own.
export const grammars = { native: openGrammars(grammarsFolder, "native"), wasm: openGrammars(grammarsFolder, "wasm") } as const;

/** The outline of Rust code; its anchors' marker is `SPEC`. */
export async function outlineIn(text: string, door: "native" | "wasm" = "native"): Promise<Outline> {
  const parse = await grammars[door].load("rust");
  const { outline } = readSource(
    { path: "src/a.rs", text, language: languageOf("src/a.rs"), marker: "SPEC", symbols: false, outline: true },
    parse,
  );
  if (outline === undefined) throw new Error("the code has no outline");
  return outline;
}

/** What stands where in Rust code. */
export async function codeIn(text: string): Promise<Occurrences> {
  return occurrencesIn(await outlineIn(text), phrasebook());
}

/** The one place of a stretch of text. Throws if it stands there twice or not at all. */
export function spanIn(text: string, stretch: string): Span {
  const start = text.indexOf(stretch);
  if (start === -1 || text.includes(stretch, start + 1)) throw new Error(`${stretch} does not stand once in the text`);
  return { start, end: start + stretch.length };
}

/** The one claim of a text. */
export function claimIn(text: string, by: Speaker = "row"): Claim {
  const [claim, ...others] = claimsOfText(text, by).filter(({ kind }) => !text.includes("`") || kind !== "word");
  if (claim === undefined || others.length > 0) throw new Error(`${text} is not one claim`);
  return claim;
}

/** Evidence by its feature, as the names of what it speaks for; features of one name follow each other. */
export function shown(evidence: Iterable<Evidence>, nameOf: (candidate: number) => string): readonly string[] {
  return [...evidence].flatMap(({ feature, candidates }) => {
    const names = [...candidates].sort((a, b) => a - b).map(nameOf);
    return names.length === 0 ? [] : [`${feature}: ${names.join(" ")}`];
  });
}
