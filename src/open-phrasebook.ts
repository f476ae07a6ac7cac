import { readFileSync } from "node:fs";
import { phrasebookFile } from "./assets.js";
import { decodePhrasebook } from "./judge/phrasebook/format.js";
import type { Phrasebook } from "./model/phrasebook.js";

/** The phrasebook that is shipped. It is read when it is first asked for, once: where nothing is judged, nobody needs it. */
export function openPhrasebook(): () => Phrasebook {
  let book: Phrasebook | undefined;
  return () => {
    book ??= decodePhrasebook(readFileSync(phrasebookFile));
    return book;
  };
}
