import type { Guest } from "./language.js";

const passedOver = /\/\/.*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'/g;

/** What is for a reader of C++ alone in a header that C reads, too. */
const forCppOnly =
  /^[ \t]*#[ \t]*ifdef[ \t]+__cplusplus\b[\s\S]*?^[ \t]*#[ \t]*(?:endif|else)\b|^[ \t]*#[ \t]*ifdef[ \t]+__cplusplus[\s\S]*/gm;

const ofCpp =
  /(?<!@)\b(?:class|namespace|typename|constexpr|nullptr|static_cast|noexcept|decltype|override)\b|\btemplate\s*<|\b(?:public|private|protected)\s*:|\w::\w|\boperator\s*[^\w\s;,)=]|\bvirtual\s+\w|^[ \t]*#[ \t]*include[ \t]*<\w+>/m;

const ofObjc = /^[ \t]*@(?:interface|protocol|class|import|implementation)\b|^[ \t]*#[ \t]*import\b/m;

const codeOf = (text: string): string => text.replace(passedOver, (part) => (/^["']/.test(part) ? '""' : " "));
const isCpp = (text: string): boolean => ofCpp.test(codeOf(text).replace(forCppOnly, ""));
const isObjc = (text: string): boolean => ofObjc.test(text) && ofObjc.test(codeOf(text));

/** Whose header a `.h` is, by what stands in it: without a sign of C++, it is read as C. */
export const headers: readonly Guest[] = [
  { extension: ".h", language: "objcpp", when: (text) => isObjc(text) && isCpp(text) },
  { extension: ".h", language: "objc", when: isObjc },
  { extension: ".h", language: "c", when: (text) => !isCpp(text) },
];
