// Package text turns words into placed glyphs and faces into the subset programs
// that a PDF carries. It is the only importer of the shaping library.
//
// Start with [NewLibrary], which opens faces by file name; say in a [Style] how
// words are set; and give words to a [Shaper]. What a document then shows goes
// through an [Embedder], which hands out character codes and writes the fonts.
//
// # Units
//
// Advances, offsets and metrics are integers in font units. A [Run] is scaled
// once, as a whole: the glyph after those whose advances sum to s stands at
// Size·s/UnitsPerEm, so that no rounding error gathers in a line.
//
// # Which face sets a character
//
// Shape walks the text by clusters (a character and the marks on it) and gives
// each to the first face of the style that has it, with these refinements:
//
//   - A character counts as there if the face has all parts of its canonical
//     decomposition, or a stand-in that looks the same: see standin.go.
//   - Letters that stand together go to the first face that has them all, if
//     there is one: no word shows a single letter of another face.
//   - Full-width and ideographic punctuation goes to the Han face, the first of
//     the style that has U+4E00, whatever the order of faces says.
//   - Curly quotes, the ellipsis, the em dash and the middle dot exist both in
//     Latin and, at full width, in Han faces. In a text whose language is
//     Chinese or Japanese the Han face sets them unless they stand between two
//     Latin letters or figures (don’t); in other languages the Latin face sets
//     them unless they stand between two Han characters.
//   - Other punctuation, figures and symbols take the face of the letter before
//     them, else after them, in the same word: a Cyrillic word that a fallback
//     face sets keeps its own comma. Figures beside Han stay with the order of
//     faces, hence in the Latin face where that comes first.
//
// # What is missing
//
// Glyph 0 is never set. A character that no face has is named in Word.Missing
// and shown as U+FFFD, U+25A1 or a question mark, whichever a face of the style
// has, so that the gap is seen; the text it stands for stays the character.
//
// # Soft hyphens
//
// U+00AD at the very end of a text is a visible hyphen that stands for U+00AD,
// kerned like any other: this is how a broken line gets its hyphen. Anywhere
// else it sets nothing and is left out before shaping, so that kerning and
// ligatures work across it.
package text
