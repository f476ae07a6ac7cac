import { scala as comments } from "./families.js";
import type { Language } from "./language.js";

/** Scala, without a grammar yet. */
export const scala: Language = { id: "scala", name: "Scala", extensions: [".scala", ".sc", ".sbt"], comments };
