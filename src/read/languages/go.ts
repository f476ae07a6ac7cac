import { go as comments } from "./families.js";
import type { Language } from "./language.js";

/** Go, without a grammar yet. */
export const go: Language = { id: "go", name: "Go", extensions: [".go"], comments };
