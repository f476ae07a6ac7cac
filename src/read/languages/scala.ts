import { scala as comments } from "./families.js";
import type { Language } from "./language.js";
import { grammar } from "./scala-grammar.js";

/** Scala, 2 and 3. */
export const scala: Language = {
  id: "scala",
  name: "Scala",
  extensions: [".scala", ".sc", ".sbt"],
  comments,
  grammar,
  without: {
    "documentation line": "documentation of Scala stands in block comments",
    "inner documentation": "no comment of Scala is about what encloses it",
    "in a method that stands outside of its type": "what stands outside of a type are extensions, which have a cell of their own",
    "code that no build has": "nothing leaves code of Scala out before it is compiled; conditions that never hold have cells of their own",
    "symbol: macro": "macros of Scala are defs whose body is a quote or a splice",
  },
};
