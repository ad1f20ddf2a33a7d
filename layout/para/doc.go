// Package para breaks paragraphs into lines. It looks at the whole paragraph
// before it decides on any line, for justified and for ragged text alike, after
// D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software:
// Practice and Experience 11 (1981).
//
// Start with a [Breaker]: Prepare shapes the words of a paragraph once and finds
// where lines may end; [Paragraph.Break] sets it at any measure, as often as the
// layout asks, and remembers. [Params] holds every knob, [Defaults] the values.
//
// # How it goes
//
//	Prepare
//	    characters -> words                          scanner.go
//	        word -> boxes, one a style; Han: one a character
//	        where may the line end inside?           breaks.go, cjk.go
//	        shape                                    items.go
//	    list the breaks with running totals          breakpoint.go
//	Break
//	    a word wider than the measure? tear it       torn.go
//	    balanced: fewest lines, narrowest measure    balanced.go
//	    passes: no hyphens; hyphens;                 para.go
//	            any stretch; whatever it takes
//	        for every break b, in order              knuthplass.go
//	            for every active way into a break a
//	                price the line a..b              price.go, rate.go
//	                    split the slack: letters, word spaces
//	                keep the cheapest way into b for each fitness
//	                    and each run of hyphens
//	            drop the ways from which no later break fits
//	    follow the cheapest way back
//	    give every piece its place                   justify.go
//
// # A line's width
//
// Every break knows the totals of an endless line up to it, twice: as the end of
// a line and as the beginning of the next. The two differ by the space that goes,
// the hyphen that comes, and what hangs out of the measure.
//
//	     ...  space | t r a d i - | t i o n  space ...
//	totals          ^end of one   ^start of the next
//	                  with "-", less what hangs out
//
// So a line is a difference of two totals, and trying one costs a few
// subtractions; nothing is shaped again.
//
// # What a line costs
//
// A justified line splits its slack between letters and word spaces: letters
// take their share (LetterSpace.Share) within their limits, word spaces take the
// rest; both cost with the square. Where no way keeps every space within the
// tolerance, or only one that ends in a runt, a line beyond it costs a fee more, so
// that few lines are, but none gapes for another's sake. A ragged line costs with
// the square of its slack. To that come the penalties. The sum of a paragraph is
// least, not that of a line: this is what keeps loose lines and hyphens rare. All of
// it is integer arithmetic, ties go to the earlier break, so every machine breaks
// alike.
//
// # What it promises
//
//   - Every word stands on a line once, in order. Text that fits nowhere is torn
//     by its address parts, then by the patterns without their limits, then
//     anywhere between letters; what then still sticks out is marked Overfull.
//   - A Justified line with a word space ends at its measure to the unit
//     (1/65,536 pt).
//   - No space is wider than the tolerance where the paragraph can be set without,
//     unless all such ways end in a runt.
//   - No run of hyphenated lines exceeds MaxHyphensInRow, unless nothing else
//     fits at all.
//
// # What it does not
//
// It knows nothing of pages: widows, orphans and hyphens before a column's end
// are the caller's, who can ask for a line more or less by Measure. Text that
// runs from right to left is shaped right within a word, but words are not
// reordered within a line.
package para
