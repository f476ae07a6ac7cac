import { javascript as comments } from "./families.js";
import { withoutAny } from "./javascript-without.js";
import type { Language } from "./language.js";
import { grammar } from "./typescript-grammar.js";

/** TypeScript with JSX. */
export const tsx: Language = {
  id: "tsx",
  name: "TSX",
  extensions: [".tsx"],
  comments,
  grammar: { ...grammar, name: "tsx" },
  without: withoutAny,
};
