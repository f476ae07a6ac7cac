import { javascript as comments } from "./families.js";
import { grammar } from "./javascript-grammar.js";
import { withoutAny, withoutTypes } from "./javascript-without.js";
import type { Language } from "./language.js";

/** JavaScript, with and without JSX. */
export const javascript: Language = {
  id: "javascript",
  name: "JavaScript",
  extensions: [".js", ".mjs", ".cjs", ".jsx"],
  comments,
  grammar,
  without: { ...withoutAny, ...withoutTypes },
};
