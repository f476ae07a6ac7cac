import { javascript as comments } from "./families.js";
import type { Language } from "./language.js";

/** JavaScript, without a grammar yet. */
export const javascript: Language = { id: "javascript", name: "JavaScript", extensions: [".js", ".mjs", ".cjs", ".jsx"], comments };
