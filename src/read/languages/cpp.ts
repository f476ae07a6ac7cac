import { cpp as comments } from "./families.js";
import type { Language } from "./language.js";

/** C++, without a grammar yet. `.h` is here: C in a C++ reader goes wrong less often than the other way round. */
export const cpp: Language = {
  id: "cpp",
  name: "C++",
  extensions: [".cpp", ".cc", ".cxx", ".c++", ".hpp", ".hh", ".hxx", ".h++", ".h", ".ipp", ".tpp", ".inl"],
  comments,
};
