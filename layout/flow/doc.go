// Package flow composes pages: it takes an issue and a brand, and finds the
// cheapest sequence of pages that holds every word and picture once. Start with
// [Compose].
//
// # The model
//
// Everything that can stand on a page is a box, and a box has a price for every
// height, in half rows of the baseline grid: a [table]. Measuring a template gives
// the tree of its boxes a table each, from the leaves up:
//
//	figure     price(h) = what the crop loses + distance from the ideal height
//	space      price(h) = distance from the ideal
//	title      one height for each style that may serve, the ideal one free
//	body       the rows of the text distributed over columns: free where they end
//	           level, dearer with every row that a column ends short
//	pour       stories run on over columns: what is cheapest of all that fills them
//	stack      T[h] = min over x of T'[h-x] + c[x]     min-plus convolution
//	split      T[h] = sum of the sides at h            the sides end level
//	choose     T[h] = min of the alternatives at h
//	optional   as it is, or nothing at the price of leaving it out
//	white      any box, and a hole for what it is too low
//
// The price of a page is its root's table at the height of the page: an exact
// optimum over all heights, alternatives and optional pieces of the template at
// once. Prices are integers; of equals the earlier wins.
//
//	     h=0 . . . 40 41 42 43 . . .            stack
//	figure    -  -  9  4  1  0  1  4  9        +-------+  figure 42
//	space     -  0  1  -                       | . . . |  space   2
//	body      -  -  -  -  0  10 490            +--+ +--+  body   76
//
// Body text is broken once a measure (Knuth and Plass 1981) and is then a list of
// rows with the places where a column may end: no widow, orphan or lonely
// heading, no hyphen. [measurer.distribute] fills columns by dynamic programming
// over (column, row). Where no distribution ends level, paragraphs are tried a line
// longer or shorter (variant paragraphs: Mittelbach 2016).
//
// Poured stories fill columns by a dynamic programme of their own, pour.go: (rows used,
// pictures and other floats set) -> least price, piece by piece down a column, for every
// place in the stories that may stand at its head; of those the cheapest [mostSpots] are
// followed to the next column. A pour is asked for few heights, those that the boxes
// around it leave at the lowest prices. With the page that costs least the search is
// offered the pages that end earliest and latest in the last story, for others to follow.
//
// The issue is a shortest path (Plass 1981, pagination as dynamic programming;
// Jacobs, Li, Schrier, Bargeron and Salesin 2003, pages from templates with
// preconditions). A state is what has been placed before a page: the next story,
// how much of it stands already, the templates of the two pages before. A step is
// a page: a template, the stories that it takes, whether the last of them ends
// here or goes on overleaf, how long its lead is, which picture leads. The cheapest
// way is known for every page count, so that a page budget is a look-up.
//
// # Complexity
//
// With H half rows a page (about 120), a stack of n boxes costs O(n H f), f the
// finite entries of a table, nearly always one. A column of R rows with F floats costs
// O(P F R) for P paragraphs, F times a float's heights more between them. A page takes
// tens of microseconds to some milliseconds; setting text for the first time is most of
// it, and is done ahead of the search by another goroutine where there is one to do it.
// Each page number keeps at most [beam] states, three times that under a page
// budget, so time grows with the number of pages; what the search of a long issue
// has behind it is forgotten, so its memory does not.
//
// # Bounds
//
// A page is measured twice: first as a sketch, its text priced by the room for it
// alone, which is a bound; then exactly, if the bound is not too dear. A hole above
// the brand's limit (largest-hole) costs [gross] beside its size, more than any
// number of good pages; white below a text counts with what may follow it. Pages with
// such a hole are looked at only where there is no way without one, and never to meet
// a page budget that another number of pages
// would fill. White at the end of a stack is left to the split or the page around
// it, so that a hole is priced as a whole.
//
// A narrow pass with an eighth of the beam finds an issue first; the wide pass drops
// what could not get below its price though the rest cost little more than half as
// much. Without a budget a state is dropped, too, that is dearer than the best one
// before its page by more than two pages cost.
//
// Of a page on which a story goes on the search knows the cheapest way. Where the pages
// are not neat so, it is asked for more text on that page and for less, amount.go.
//
// Where a brand pours its stories, a quarter of the beam does. The beam is a bound: an issue may have a cheaper sequence whose beginning was
// dropped. The record says how many were (display.Layout, Dropped). At most [mostWays] ways to set a paragraph are tried. Remedies are tried
// with the narrow pass alone: what they promise is true, if not always the least.
//
// # Page numbers
//
// The index and the cross-links print page numbers, which depend on the pages. The
// search runs with placeholders; then the true numbers are set and the pages of the
// plan are asked again. Only if one can no longer be set as planned the search is
// repeated, at most [rounds] times.
//
// # Files
//
//	collect     story.go lead.go notes.go foreign.go typeset.go label.go     issue -> pieces
//	measure     measure.go box.go table.go ahead.go and a file a kind of box
//	distribute  galley.go fill.go body.go bodyplan.go loose.go    rows -> columns
//	pour        pour.go pourroom.go pourblock.go pourwalk.go pourfill.go pourpaint.go
//	fit         ask.go amount.go search.go prune.go settle.go remedy.go    pages -> issue
//	finalize    finalize.go page.go contrast.go emit.go tags.go      plan -> display.Document
package flow
