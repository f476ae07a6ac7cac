import { python as comments } from "./families.js";
import type { Language } from "./language.js";

/** Python, without a grammar yet. */
export const python: Language = { id: "python", name: "Python", extensions: [".py", ".pyi", ".pyw", ".pyx", ".pxd"], comments };
