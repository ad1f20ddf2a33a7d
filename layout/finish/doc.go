// Package finish turns painted pages into a finished PDF. It reads the painter's
// file into a table of objects, repairs it, adds what a standard asks for, and
// writes the whole anew.
//
// Two files come out of it:
//
//   - e-mail: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once, PDF 1.7:
//     tagged, linked, RGB under an sRGB output intent, object and
//     cross-reference streams;
//   - print: PDF/X-4 (ISO 15930-7) with PDF/A-2u beside it, PDF 1.6: trim and
//     bleed boxes, process and spot inks under the press's output intent, no
//     tags and no links, a classic cross-reference table.
//
// Start at [Write]. The way through it:
//
//	painted bytes ── Read ──► objects
//	  pages      boxes, resources by the ledger        page.go
//	  fonts      Type0, widths, ToUnicode              font.go unicode.go
//	  pictures   image XObjects                        image.go
//	  tags       structure tree, parent tree           tags.go
//	  links      annotations, outline, page labels     link.go outline.go label.go
//	  metadata   XMP, Info, output intents             xmp.go intent.go
//	objects ── deflate, number from the root, write ──► bytes
//
// The same input gives the same bytes: dictionaries are written by sorted keys,
// objects numbered in the order of a walk from the catalog, what nothing points
// to is left out, and the file's /ID is a hash of what it says.
//
// [Read] is a reader for any PDF that is not encrypted, ours first of all: tests,
// `inspect -spoken` and the preflight look at finished bytes through it.
package finish
