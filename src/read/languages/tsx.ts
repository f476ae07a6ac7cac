import { javascript as comments } from "./families.js";
import type { Language } from "./language.js";

/** TSX, without a grammar yet. */
export const tsx: Language = { id: "tsx", name: "TSX", extensions: [".tsx"], comments };
