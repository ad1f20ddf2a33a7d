//go:build judge

package layout

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"masthead/layout/display"
	"masthead/layout/issue"
	"masthead/layout/locale"
)

// The words of the issue are looked for in the text that poppler finds in the
// files, in three ways:
//
//	structure  the tag tree: everything in the order of the contract
//	raw        the content as it is painted: the same; a text may go on on the next page
//	visual     the order that pdftotext guesses from the page: texts in order, all else somewhere
//
// What is left of the content as painted must be the furniture of the pages and
// nothing else; so no word stands twice.

// word is a run of letters and digits on a page.
type word struct {
	text string
	page int
	head bool // the first of a line: a text that was interrupted may go on here
	used bool
}

// soft is a hyphen at the end of a line. One that no line follows on, at the end
// of a page, stays with its word.
const soft = "\u00AD"

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// split cuts a text into words; soft hyphens within lines are none.
func split(text string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(text, soft, ""), func(r rune) bool { return !isWord(r) })
}

// read cuts what pdftotext prints into words. Pages end with a form feed.
func read(text string) []word {
	text = regexp.MustCompile(soft+`\n([^\n\f])`).ReplaceAllString(text, "$1")
	var out []word
	for i, page := range strings.Split(text, "\f") {
		for line := range strings.Lines(page) {
			head := true
			for _, w := range strings.FieldsFunc(line, func(r rune) bool { return !isWord(r) && r != []rune(soft)[0] }) {
				out = append(out, word{text: w, page: i + 1, head: head})
				head = false
			}
		}
	}
	return out
}

// follow reads a text from the words at i on, and returns where its words
// stand, or nil. It may be interrupted at the end of a line and go on at the head
// of another: on the next page, or if mixed is set on the same page too.
func follow(words []word, i int, text []string, mixed bool) []int {
	var at []int
	for len(text) > 0 && i < len(words) && !words[i].used {
		got := words[i].text
		stem, broken := strings.CutSuffix(got, soft)
		switch {
		case got == text[0]:
			text = text[1:]
		case broken && strings.HasPrefix(text[0], stem):
			text = append([]string{text[0][len(stem):]}, text[1:]...)
		case len(text) > 1 && got == text[0]+text[1]: // pdftotext takes every hyphen at a line's end for its own
			text = text[2:]
		default:
			return resume(words, at, i, text, mixed)
		}
		at, i = append(at, i), i+1
	}
	if len(text) == 0 {
		return at
	}
	return resume(words, at, i, text, mixed)
}

// resume looks for the rest of an interrupted text.
func resume(words []word, at []int, i int, text []string, mixed bool) []int {
	if len(at) == 0 || i < len(words) && !words[i].head {
		return nil
	}
	from := words[at[len(at)-1]].page
	for j := i; j < len(words) && words[j].page <= from+1; j++ {
		if !words[j].head || words[j].page == from && !mixed {
			continue
		}
		if rest := follow(words, j, text, mixed); rest != nil {
			return append(at, rest...)
		}
	}
	return nil
}

// find looks for a text from the words at i on and marks its words as used. It
// returns where the text begins and what comes after it.
func find(words []word, i int, text []string, mixed bool) (begin, end int, ok bool) {
	for ; i < len(words); i++ {
		at := follow(words, i, text, mixed)
		if at == nil {
			continue
		}
		for _, k := range at {
			words[k].used = true
		}
		return i, at[len(at)-1] + 1, true
	}
	return 0, 0, false
}

// piece is a part of a story that is read in one go.
type piece struct {
	name  string
	words []string
	text  bool // in the order of the story in every way of reading
	seen  bool // only: a quote that repeats the text is not read
}

// pieces lists what a story must show, in the order of the contract: kicker,
// title, lead, text, facts, quote, figures, see.
func (s *shipped) pieces(a *issue.Article) []piece {
	var out []piece
	add := func(name, words string, text bool) {
		if w := split(words); len(w) > 0 {
			out = append(out, piece{name: a.Story() + ", " + name, words: w, text: text})
		}
	}
	add("kicker", a.Kicker, false)
	add("title", a.Title, false)
	add("lead", issue.PlainText(a.Lead), true)
	for i, paragraph := range strings.Split(issue.BlocksText(a.Blocks), "\n") {
		add(fmt.Sprintf("paragraph %d", i+1), paragraph, true)
	}
	for _, f := range a.Facts {
		if !s.billed(a.Story(), "facts left out") && !s.billed(a.Story(), "facts entry left out: "+f.Label) {
			add("fact "+f.Label, f.Label+" "+issue.PlainText(f.Text), false)
		}
	}
	if q := a.Quote; q != nil && !s.billed(a.Story(), "quote left out") {
		from := len(out)
		add("quote", issue.PlainText(q.Text), false)
		add("source of the quote", q.By, false)
		for i := range out[from:] {
			out[from+i].seen = repeated(a)
		}
	}
	for _, p := range a.Photos {
		if !p.Decorative {
			add("caption of "+p.File, issue.PlainText(p.Caption), false)
			add("credit of "+p.File, p.Credit, false)
		}
	}
	for _, see := range a.See {
		add("cross-link", see.Text, false)
	}
	return out
}

// repeated reports whether an article's quote stands in its text word for word.
func repeated(a *issue.Article) bool {
	flat := func(text string) string { return " " + strings.ToLower(strings.Join(split(text), " ")) + " " }
	return strings.Contains(flat(issue.PlainText(a.Lead)+" "+issue.BlocksText(a.Blocks)), flat(issue.PlainText(a.Quote.Text)))
}

// billed reports whether the bill says a change of a story.
func (s *shipped) billed(story, change string) bool {
	return slices.ContainsFunc(s.layout.Layout.Bill, func(b display.Flexed) bool { return b.Story == story && b.Change == change })
}

// stories lists the pieces of the whole issue, a story each.
func (s *shipped) stories() [][]piece {
	var out [][]piece
	if f := s.issue.Foreword; f != nil {
		one := []piece{{name: "foreword, title", words: split(f.Title), text: true}}
		for i, paragraph := range strings.Split(issue.BlocksText(f.Blocks), "\n") {
			one = append(one, piece{name: fmt.Sprintf("foreword, paragraph %d", i+1), words: split(paragraph), text: true})
		}
		out = append(out, append(one, piece{name: "foreword, signature", words: split(f.Signed)}))
	}
	for _, sec := range s.issue.Sections {
		for _, a := range sec.Articles {
			out = append(out, s.pieces(a))
		}
	}
	return out
}

func (s *shipped) words(t *testing.T) {
	t.Run("structure", func(t *testing.T) {
		s.inOrder(t, read(structText(foreign(t, "pdfinfo", "-struct-text", s.email))))
	})
	for name, file := range map[string]string{"e-mail": s.email, "print": s.print} {
		t.Run(name+", raw", func(t *testing.T) {
			var raw strings.Builder
			for page := range s.layout.Document.Pages {
				raw.WriteString(textIn(t, file, page+1, sheetOf(t, file, page+1)))
			}
			words := read(raw.String())
			s.inOrder(t, words)
			s.aside(t, words)
			s.rest(t, words)
		})
		t.Run(name+", visual", func(t *testing.T) { s.visual(t, read(foreign(t, "pdftotext", file, "-"))) })
	}
}

// inOrder wants every piece that is read behind the one before.
func (s *shipped) inOrder(t *testing.T, words []word) {
	at := 0
	for _, story := range s.stories() {
		for _, p := range story {
			if p.seen {
				continue
			}
			_, end, ok := find(words, at, p.words, false)
			if !ok {
				t.Errorf("%s is not where it should be: %.80q", p.name, strings.Join(p.words, " "))
				continue
			}
			at = end
		}
	}
}

// aside wants what is not read to be painted all the same.
func (s *shipped) aside(t *testing.T, words []word) {
	for _, story := range s.stories() {
		for _, p := range story {
			if !p.seen {
				continue
			}
			if _, _, ok := find(words, 0, p.words, false); !ok {
				t.Errorf("%s is nowhere: %.80q", p.name, strings.Join(p.words, " "))
			}
		}
	}
}

// visual wants the texts in order and all else on the page or the next.
func (s *shipped) visual(t *testing.T, words []word) {
	at := 0
	for _, story := range s.stories() {
		for _, p := range story {
			if !p.text {
				continue
			}
			_, end, ok := find(words, at, p.words, true)
			if !ok {
				t.Errorf("%s is not where it should be: %.80q", p.name, strings.Join(p.words, " "))
				continue
			}
			at = end
		}
	}
	for _, story := range s.stories() {
		for _, p := range story {
			if p.text {
				continue
			}
			if _, _, ok := find(words, 0, p.words, true); !ok {
				t.Errorf("%s is nowhere: %.80q", p.name, strings.Join(p.words, " "))
			}
		}
	}
}

// structText takes the quoted text out of poppler's drawing of the tag tree.
func structText(tree string) string {
	var b strings.Builder
	for line := range strings.Lines(tree) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), `"`); ok {
			b.WriteString(strings.TrimSuffix(text, `"`)) // the halves of a word follow each other without a space
		}
	}
	return b.String()
}

// rest wants the words that belong to no story to be the furniture: what stands
// around the stories on the cover and in heads and feet, the headings of the
// boxes at a glance, and the pages in cross-links.
func (s *shipped) rest(t *testing.T, words []word) {
	count := map[string]int{}
	add := func(text string, n int) {
		for _, w := range split(text) {
			count[w] += n
		}
	}
	for _, page := range s.layout.Layout.Pages {
		for _, l := range page.Lines {
			switch {
			case l.Role == "see", l.Story == "index", l.Story == "contacts", l.Story == "cover", l.Story == "":
				add(l.Text, 1)
			case l.Role == "facts" && l.Paragraph == l.Story+"#facts":
				add(l.Text, 1)
				if label := locale.For(s.issue.Language).Label("at-a-glance"); l.Text != label {
					t.Errorf("page %d: the box is headed %q", page.Number, l.Text)
				}
			}
		}
	}
	for _, sec := range s.issue.Sections {
		for _, a := range sec.Articles {
			for _, see := range a.See {
				add(see.Text, -1)
			}
		}
	}
	for _, w := range words {
		if !w.used {
			count[w.text]--
		}
	}
	var more, less []string
	for w, n := range count {
		more = append(more, slices.Repeat([]string{w}, max(-n, 0))...)
		less = append(less, slices.Repeat([]string{w}, max(n, 0))...)
	}
	slices.Sort(more)
	slices.Sort(less)
	if len(more)+len(less) > 0 {
		t.Errorf("words that nobody wrote, or twice: %q; furniture that is missing: %q", more, less)
	}
}
