import { c as comments } from "./families.js";
import type { Language } from "./language.js";

/** Objective-C, without a grammar yet. `.m` is here and not MATLAB. */
export const objc: Language = { id: "objc", name: "Objective-C", extensions: [".m", ".mm"], comments };
