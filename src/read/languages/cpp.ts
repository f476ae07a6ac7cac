import { grammar } from "./cpp-grammar.js";
import { cpp as comments } from "./families.js";
import { headers } from "./header-files.js";
import type { Language } from "./language.js";

/** C++, and CUDA and Metal, which add words to it. `.h` is here, as far as its text does not say otherwise. */
export const cpp: Language = {
  id: "cpp",
  name: "C++",
  extensions: [
    ".cpp",
    ".cc",
    ".cxx",
    ".c++",
    ".hpp",
    ".hh",
    ".hxx",
    ".h++",
    ".h",
    ".ipp",
    ".tpp",
    ".inl",
    ".ixx",
    ".cppm",
    ".cu",
    ".cuh",
    ".metal",
  ],
  comments,
  grammar,
  guests: headers,
  without: {
    "nested block comment": "a block comment of C++ ends at the first end sign",
    "inner documentation": "no comment of C++ is about what encloses it",
    "in a function that a variable holds": "a lambda is no item: what is in it belongs to the function around it",
    "code in a string": "strings of C++ hold no code",
  },
};
