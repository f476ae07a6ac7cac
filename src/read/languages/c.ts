import { grammar } from "./c-grammar.js";
import { c as comments } from "./families.js";
import type { Language } from "./language.js";

const functionsOnly = "C has functions, and no methods or classes that could own them";

/** C. */
export const c: Language = {
  id: "c",
  name: "C",
  extensions: [".c"],
  comments,
  grammar,
  without: {
    "nested block comment": "a block comment of C ends at the first end sign",
    "inner documentation": "no comment of C is about what encloses it",
    "end of a class": functionsOnly,
    "end of a module": "the only module of C is the file",
    "in a method": functionsOnly,
    "in a generic type": "C has no generic types",
    "in a module": "the only module of C is the file",
    "in an extension of a type": functionsOnly,
    "in a method that stands outside of its type": functionsOnly,
    "in a function that a variable holds": "C has no functions without a name",
    "in a closure": "C has no functions in functions",
    "raw string": "every string of C has escapes",
    "code in a string": "strings of C hold no code",
    "symbol: method": functionsOnly,
    "symbol: module": "the only module of C is the file",
  },
};
