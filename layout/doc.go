// Package layout sets a newsletter: an issue in YAML and its photos go in, a PDF
// for e-mail and a PDF for print come out. It is the façade of the engine, and
// this comment is the document of its architecture.
//
// # Stages
//
// Every folder below this one is a stage or a vocabulary; the list of folders is
// the diagram.
//
//	issue.yaml ─► source ─► issue ─┐
//	brand.yaml ─► source ─► brand ─┤
//	fonts ──────► text ────────────┤
//	patterns ───► hyphen ──────────┼─► flow ─► display ─┬─► paint ─► finish ─► email.pdf
//	language ───► locale ──────────┤    │               └─► paint ─► finish ─► print.pdf
//	photos ─────► photo (probe, look) ┘ └ para                ▲
//	photos ─────► photo (make) ───────────────────────────────┘
//
//	geom     lengths and rectangles, exact            vocabulary
//	diag     messages with a place and a remedy       vocabulary
//	color    inks, profiles, transforms               vocabulary
//	source   YAML with positions, one decoder for issue and brand
//	issue    the text: sections, articles, Markdown, checked
//	brand    the design: palette, styles, grid, page templates, costs
//	locale   words, dates, quotes and spaces by language
//	hyphen   where words may be broken
//	text     faces; words shaped into runs of glyphs; subset fonts
//	para     paragraphs broken into lines, by Knuth and Plass
//	photo    headers, crops, pictures made for a screen or a press
//	flow     stories into frames into pages: the composer
//	display  the placed issue as plain data
//	paint    pages through fpdf; decides nothing
//	finish   the object table: fonts, tags, links, boxes, intents, metadata
//	preflight  any finished PDF as a print shop looks at it
//	golden   a record of the placed issue; what moved, said in sentences
//
// # What flows
//
// [issue.Issue] and [brand.Brand] keep the line and column of everything in
// them, so that a later stage can complain at the right place. Every stage adds
// to a [diag.List] and goes on as far as it can: all problems are told at once.
// Flow takes both, with faces, patterns and the photos' headers, and returns a
// [display.Document]: every glyph, rule and picture at an absolute place, and
// the tag tree that says in which order they are read. Beside it stands the
// [display.Layout], the same pages as a record to inspect: lines, frames,
// figures, index, bill.
//
// The document is the hand-over. What is before it knows nothing of PDF. What is
// behind it asks no question about fit: an if about room in paint belongs in
// flow. Text that does not fit is a return value and in the end an error with
// the story's name and the size of the overflow, never silence.
//
// # Who may import whom
//
//	4  cmd/masthead ──► layout, golden, diag, display, assets, fonts
//	3  layout ──► all stages
//	2  flow ──► issue brand locale text hyphen para photo display    paint, finish ──► display     preflight ──► finish     golden ──► display
//	1  para ──► text hyphen     text, photo ──► color     issue, brand ──► source     display ──► color
//	0  geom, diag, color, locale, hyphen; source on diag
//
// The test in imports_test.go holds the table. Flow and paint never meet. A
// third-party module has one importer: fpdf paint, go-text text, imaging photo,
// yaml source, goldmark issue, qrcode flow. Nothing below this package logs,
// reads the environment or looks at a clock; cmd hands down the time, the
// assets and the fonts.
//
// # Lengths
//
// A length is an integer, 1/65,536 of a PDF point, from the top left of the trim
// box, y down. Floats come in with the brand's figures and go out with the
// painter's operators; ratios and demerits are floats inside para and the
// fitter only. Sums therefore do not depend on the order of their terms, nor on
// a processor that fuses multiply and add, and columns compare with ==.
//
// # The same bytes
//
// The same issue, brand and photos give the same files on every run, at any
// number of processors: no map's order and no clock reaches the output, workers
// write to slots of their own and are read in order, and finish numbers objects
// by a walk from the root and hashes them for the file's ID. (Resized pictures
// may differ in their last bits between kinds of processor. Nothing else may.)
//
// # Two profiles
//
// Both files are painted from one document. The e-mail file is PDF/UA-1 and
// PDF/A-2a: tagged, linked, in sRGB, small. The print file is PDF/X-4 and
// PDF/A-2u: in the press's inks with bleed and marks, without links. An item may
// say that it stands in one of them only; the words stand in both: where a brand
// has the addresses of links printed, they are notes of both files.
//
// # How composing works
//
//	collect     stories, figures, boxes and labels become pieces of styled words
//	for up to a few rounds                       page numbers feed the index, it feeds them
//	    for each page, from the first
//	        for each template that may serve, each number of stories
//	            measure     the room that every box of the template can take, and its price:
//	                        words are broken once per width, heights flex within their range
//	            price       what the cheapest filling deviates from the brand's ideal
//	    the cheapest sequence of pages wins, by dynamic programming; ties go to the earlier template
//	    until the page numbers stand still
//	finalize    the pages that won are set: items, marks, tags, links, record, bill
//
// # Where to start reading
//
// [Build] and job.go are the way through in a page. Then display/document.go,
// for what everything amounts to; then brand, for what a design may say; then
// flow/compose.go. To find out why a page looks as it does, print its record:
// masthead inspect.
package layout
