import { fileURLToPath } from "node:url";

/** The folder of the built package's files, seen from the bundle as well as from the sources. */
const built = new URL("../dist/", import.meta.url);

/** Where the WebAssembly grammars are. */
export const grammarsFolder = fileURLToPath(new URL("grammars/", built));

/** What words of prose go with which code: numbers that the judgement of places uses. */
export const phrasebookFile = fileURLToPath(new URL("phrasebook.bin", built));

/** Where the rules' pages are. */
export const pagesFolder = fileURLToPath(new URL("rules/", built));

/** The package's own `package.json`. */
export const packageFile = fileURLToPath(new URL("../package.json", import.meta.url));
