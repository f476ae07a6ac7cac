const functions = Array.from(
  { length: 9000 },
  (_, at) => `/// Number ${at} \u{1F600}\nfn f${at}(a: u32) -> bool {\n    a == ${at} // SPEC: Equal${at}\n}\n`,
);

/** About a megabyte of Rust, in lines with characters outside the basic plane. */
export const megabyte = functions.join("");

/** Rust as people write it, and as they should not. */
export const texts: Readonly<Record<string, string>> = {
  empty: "",
  "white space": "  \n\t\n",
  "doc comments":
    "//! crate\n\n/// outer é\n/// SPEC: Twice\npub struct S<'a> {\n    /// field\n    x: &'a str, // trails\n}\n/** block */\nenum E { A, /* SPEC: B */ B(u8) }\n",
  attributes:
    '#![allow(dead_code)]\n// SPEC: Tested\n#[cfg(all(test, feature = "x"))]\n#[derive(Debug)]\nmod m {\n    #[test]\n    fn t() {}\n    // SPEC: Last\n}\n',
  macros:
    'macro_rules! m { ($a:expr) => { /* SPEC: In */ $a + 1 }; }\nfn f() {\n    assert!(a < b /* SPEC: X */, "{}", c);\n    vec![1, // SPEC: Y\n         2];\n}\n',
  CRLF: '// SPEC: A\r\nfn a() {\r\n    let s = "x\\\r\n y";\r\n    /* one\r\n       two */\r\n}\r\n',
  emoji: '/* \u{1F600}\u{1F600} */ fn a() { /* \u{1F469}\u200D\u{1F680} */ let s = "\u{1F600}é"; } // SPEC: \u{1D54A}\nfn b() {}\n',
  "byte order mark": "\uFEFF// SPEC: A\nfn a() {}\n",
  strings: 'const A: &str = r#"// SPEC: No\n"#;\nconst B: &[u8] = b"/* SPEC: No */";\nconst C: char = \'"\'; // SPEC: Yes\n',
  generics:
    "impl<T: Clone + 'static, const N: usize> Trait<T> for [T; N] where T: Fn(u8) -> u8 {\n    async unsafe fn f(&mut self) -> impl Iterator<Item = T> + '_ { match self { Self::A { x, .. } if x > 1 => {} _ => return } }\n}\n",
  "an error between items": "fn a() {}\n@@@ ???\n// SPEC: After\nfn b() {}\n",
  "an error in a body": "fn a() {\n    let x = ;\n    // SPEC: After\n    call(1);\n}\nfn b() {}\n",
  "no final line end": "fn a() {}\n// SPEC: End",
  "a long line": `// ${"a\u{1F600}".repeat(40_000)}\nfn a() {}\n`,
};
