import { readFileSync } from "node:fs";
import { phrasebookFile } from "./assets.js";
import { decodePhrasebook } from "./judge/phrasebook/format.js";
import type { Phrasebook } from "./model/phrasebook.js";
import { UserError } from "./model/user-error.js";

function opened(file: string): Phrasebook {
  try {
    return decodePhrasebook(readFileSync(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`\`${file}\` cannot be read: ${why}`, "It is part of spec-anchors. Install it again.");
  }
}

/** The phrasebook that is shipped. It is read when it is first asked for, once: where nothing is judged, nobody needs it. Then a `UserError` says if it is missing or damaged. */
export function openPhrasebook(file = phrasebookFile): () => Phrasebook {
  let book: Phrasebook | undefined;
  return () => {
    book ??= opened(file);
    return book;
  };
}
