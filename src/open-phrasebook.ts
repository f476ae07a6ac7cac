import { readFileSync } from "node:fs";
import { phrasebookFile } from "./assets.js";
import { decodePhrasebook } from "./judge/phrasebook/format.js";
import type { Phrasebook } from "./model/phrasebook.js";
import { UserError } from "./model/user-error.js";

function opened(): Phrasebook {
  try {
    return decodePhrasebook(readFileSync(phrasebookFile));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`\`${phrasebookFile}\` cannot be read: ${why}`, "It is part of spec-anchors. Install it again.");
  }
}

/** The phrasebook that is shipped. It is read when it is first asked for, once: where nothing is judged, nobody needs it. */
export function openPhrasebook(): () => Phrasebook {
  let book: Phrasebook | undefined;
  return () => {
    book ??= opened();
    return book;
  };
}
