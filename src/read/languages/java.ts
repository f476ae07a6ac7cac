import { java as comments } from "./families.js";
import type { Language } from "./language.js";

/** Java, without a grammar yet. */
export const java: Language = { id: "java", name: "Java", extensions: [".java"], comments };
