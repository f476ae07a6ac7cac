import { c as comments } from "./families.js";
import type { Language } from "./language.js";
import { grammar } from "./objc-grammar.js";

/** Objective-C. `.m` is here and not MATLAB. */
export const objc: Language = {
  id: "objc",
  name: "Objective-C",
  extensions: [".m"],
  comments,
  grammar,
  without: {
    "nested block comment": "a block comment of Objective-C ends at the first end sign",
    "inner documentation": "no comment of Objective-C is about what encloses it",
    "end of a module": "the only module of Objective-C is the file",
    "in a generic type": "Objective-C's lightweight generics are only types: they have no code of their own",
    "in a module": "the only module of Objective-C is the file",
    "in a method that stands outside of its type": "methods of Objective-C stand in an `@implementation`, which has the type's name",
    "in a function that a variable holds": "a block is no item: what is in it belongs to the function around it",
    "raw string": "every string of Objective-C has escapes",
    "code in a string": "strings of Objective-C hold no code",
    "symbol: module": "the only module of Objective-C is the file",
    "symbol: constant": "constants of Objective-C are those of C; its own are pointers, which are variables",
    "symbol: test": "tests of Objective-C are methods of a test case",
  },
};
