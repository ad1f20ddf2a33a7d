// Package golden keeps what the pages of an issue look like as a text, and says
// in sentences what became different.
//
// [Take] makes a [Golden] of a placed issue, [Golden.String] its text, [Parse]
// reads it back, [Compare] tells two apart. The command masthead golden does all
// of it for the file golden/layout.txt of an issue.
//
// # The text
//
// One item a line; what belongs to an item is indented below it. Lengths are in
// hundredths of a point from the top left of the page, y down.
//
//	masthead golden 1
//	brand default                         the house: what holds on every page
//	marks crop                            of the print file, as the next line
//	intent FOGRA39 - -                    output condition, its profile and the sum of that
//	ink jade #0B6457 80/0/52/58
//	style body SourceSerif4-Regular 950/1300 hyphenated indent=1300
//
//	page 2
//	template feature
//	sheet 59528 84189                     width and height
//	live 4764 5200 50000 72800            what text columns fill
//	box furniture 4764 -850 15840 4750 jade
//	  only email                          in that file alone
//
//	section highlights Project highlights
//	pages 2                               as the index prints them
//
//	story highlights/migrant-integration
//	index 2 Seminar on Migrant Integration
//	bill 31200 31850 pt photo height
//	unset facts Place: Hangzhou           what the bill leaves out
//	at 4764 37063 24350                   left, top, width of the text below
//	text body ink                         role and ink, and what differs from its style
//	  P 0 637 20767 IOM sent experts      tag, indent, step from the line before, width, words
//	  . 0 1300 23232 from its head\-      the paragraph goes on; a hyphen was added
//	    run SourceSerif4-It 0 - experts   face, size, ink of a stretch that is set otherwise
//	    link https://www.iom.int headquarters  what leads there; the whole line, if nothing is said
//	figure -850 -850 25689 32700 photos/drum.jpg
//	  crop 608 0 7792 10000               in ten-thousandths of the picture
//	  focus 4200 4500                     what every crop is to show
//	  sum 6d47c434f0f2                    of the file's bytes
//	  alt A drum on a cushion
//
// Pages come in their order; on a page the furniture, then the stories as they
// are read; in a story texts and pictures as they are read, each with what a
// screen reader calls it (the roles of ISO 32000-1, 14.8.4), then boxes and
// drawings.
//
// Nothing in it counts on: a line states its step from the one before, a text's
// height follows from its lines, places have lines of their own, and what is
// known of a story stands with the story. So two edits to different stories
// touch different lines and merge, unless both set the same page anew and move
// the same things; then take either version and run masthead golden -update.
//
// # What it holds, and what not
//
// Words, line breaks, places, sizes, faces, inks, crops, links, alternative
// texts, reading order, index, bill. Not the pixels of pictures, for resizing may
// round otherwise on another processor, but a sum of their files; not the
// outlines of drawings, but their bounds, the number of their
// points and how much they enclose; not the clock. Lengths are integers
// throughout the engine, and the few floats (crops, the bill) are rounded in two
// steps, so a golden that was made on one machine holds on every other. Where a
// crop follows from the picture because nobody said focus or keep, that promise
// is only as good as the guess.
//
// # What is told
//
// First what holds for everything (brand, paper, type, colours), then how many
// pages there are, which sections and stories came, went or changed places, which
// pictures and words are others, what moved to other pages, the index, and for
// each page what its things did. A change that sets everything anew is one
// sentence, with the pages as its details. Nothing passes unseen: where no
// sentence is found, the lines that differ are shown.
package golden
