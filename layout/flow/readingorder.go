package flow

import (
	"cmp"
	"slices"

	"masthead/layout/display"
)

// readingOrder moves the text of every page behind its pictures and tints, in
// the order of the tag tree, artifacts last: nothing is ever painted over text,
// and programs that know no tags read the pages in the right order too.
func readingOrder(doc *display.Document) {
	rank := map[display.Mark]int{}
	rankMarks(doc.Root, rank)
	last := len(rank) + 1
	at := func(i display.Item) int {
		t, ok := i.(*display.Text)
		if !ok {
			return -1
		}
		if r, ok := rank[t.Mark]; ok {
			return r
		}
		return last
	}
	for i := range doc.Pages {
		slices.SortStableFunc(doc.Pages[i].Items, func(a, b display.Item) int { return cmp.Compare(at(a), at(b)) })
	}
}

// rankMarks numbers the marks below a tag in reading order, once.
func rankMarks(t *display.Tag, rank map[display.Mark]int) {
	for _, k := range t.Kids {
		if k.Tag != nil {
			rankMarks(k.Tag, rank)
		} else if _, ok := rank[k.Mark]; !ok {
			rank[k.Mark] = len(rank)
		}
	}
}
