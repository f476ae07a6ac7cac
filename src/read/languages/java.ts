import { java as comments } from "./families.js";
import { grammar } from "./java-grammar.js";
import type { Language } from "./language.js";

const inClasses = "all code of Java stands in the class, interface, enum or record that it belongs to";
const noMacros = "Java has no macros: what generates code is another program";

/** Java. */
export const java: Language = {
  id: "java",
  name: "Java",
  extensions: [".java"],
  comments,
  grammar,
  without: {
    "nested block comment": "a block comment of Java ends at the first end sign",
    "inner documentation": "no comment of Java is about what encloses it",
    "in an extension of a type": inClasses,
    "in a method that stands outside of its type": inClasses,
    "code that no build has": "nothing leaves code of Java out before it is compiled; conditions that never hold have cells of their own",
    "in a macro": noMacros,
    "raw string": "every string of Java has escapes",
    "code in a string": "strings of Java hold no code",
    "symbol: function": "functions of Java are methods",
    "symbol: type alias": "Java gives no type another name",
    "symbol: global variable": "variables of Java are fields, or locals of a method",
    "symbol: macro": noMacros,
  },
};
