import { javascript as comments } from "./families.js";
import { withoutAny } from "./javascript-without.js";
import type { Language } from "./language.js";
import { grammar } from "./typescript-grammar.js";

/** TypeScript. */
export const typescript: Language = {
  id: "typescript",
  name: "TypeScript",
  extensions: [".ts", ".mts", ".cts"],
  comments,
  grammar,
  without: withoutAny,
};
