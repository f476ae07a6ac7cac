import { javascript as comments } from "./families.js";
import type { Language } from "./language.js";

/** TypeScript, without a grammar yet. */
export const typescript: Language = { id: "typescript", name: "TypeScript", extensions: [".ts", ".mts", ".cts"], comments };
