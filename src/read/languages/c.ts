import { c as comments } from "./families.js";
import type { Language } from "./language.js";

/** C, without a grammar yet. */
export const c: Language = { id: "c", name: "C", extensions: [".c"], comments };
