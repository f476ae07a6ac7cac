import { cpp as comments } from "./families.js";
import type { Language } from "./language.js";
import { grammar } from "./objcpp-grammar.js";

/** Objective-C++. */
export const objcpp: Language = {
  id: "objcpp",
  name: "Objective-C++",
  extensions: [".mm"],
  comments,
  grammar,
  without: {
    "nested block comment": "a block comment of Objective-C++ ends at the first end sign",
    "inner documentation": "no comment of Objective-C++ is about what encloses it",
    "last among fields": "variables are read as members of their class, which go on behind the brace that ends the variables",
    "in a function that a variable holds": "a lambda and a block are no items: what is in them belongs to the function around them",
    "code in a string": "strings of Objective-C++ hold no code",
  },
};
