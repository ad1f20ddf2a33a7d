package golden

import "testing"

// What things do on their pages.

func TestPictures(t *testing.T) {
	page := func(w, h Length) *Golden {
		return issueOf(sheetOf(at("a/one", says("body", 2000, 3000, "Text."), photo("p.jpg", Rect{2000, 20000, w, h}), photo("q.jpg", Rect{2000, 35000, 5000, 5000}))))
	}
	wantSaid(t, page(12000, 9000), page(12000, 10400), "page 1: photo 1 is 14 pt taller")
	wantSaid(t, page(12000, 9000), page(11000, 8000), "page 1: photo 1 is 10 pt narrower and 10 pt shorter")
}

func TestPicturesOfAStory(t *testing.T) {
	where := Rect{2000, 20000, 12000, 9000}
	page := func(files ...string) *Golden {
		k := at("a/one", says("body", 2000, 3000, "Text."))
		for i, f := range files {
			r := where
			r.Y += Length(i) * 100
			k.Items = append(k.Items, photo(f, r), says("caption", 2000, r.Y+9000, "Caption of "+f))
		}
		return issueOf(sheetOf(k))
	}
	wantSaid(t, page("p"), page("p", "q"), "a/one: photo q added")
	wantSaid(t, page("p", "q"), page("p"), "a/one: photo q is gone")
	wantSaid(t, page("p"), page("q"), "a/one: the photo is q instead of p", `a/one: caption "Caption of p" -> "Caption of q"`)
	if got := Compare(page("p", "q"), page("q", "p"), Options{}).Findings[0].Text; got != "a/one: photos 1 and 2 changed places" {
		t.Errorf("it says %q", got)
	}
}

func TestShifts(t *testing.T) {
	page := func(title, body, x Length) *Golden {
		return issueOf(sheetOf(at("a/one", says("title", x, title, "Title"), says("body", x, body, "Text."), says("see", 2000, 30000, "See."))))
	}
	wantSaid(t, page(3000, 6000, 2000), page(4300, 7300, 2000), "page 1: title and body moved 13 pt down")
	wantSaid(t, page(3000, 6000, 2000), page(4300, 6500, 2000), "page 1: title and body moved 5 to 13 pt down")
	wantSaid(t, page(3000, 6000, 2000), page(4300, 5000, 2000), "page 1: title moved 13 pt down; body moved 10 pt up")
	wantSaid(t, page(3000, 6000, 2000), page(3000, 6000, 2500), "page 1: title and body moved 5 pt right")
}

func TestEverythingMoved(t *testing.T) {
	page := func(y Length) *Golden {
		return issueOf(sheetOf(at("a/one", says("title", 2000, y, "Title"), says("body", 2000, y+3000, "Text."))))
	}
	wantSaid(t, page(3000), page(3100), "page 1: everything moved 1 pt down")
}

// TestGrownToTheLeft does not call a folio moved that is set flush right and has
// other words.
func TestGrownToTheLeft(t *testing.T) {
	page := func(words string, x Length) *Golden {
		return issueOf(sheetOf(Block{Items: []Item{says("folio", x, 40000, words).wide(28000 - x)}}, story1("a/one", 3000)))
	}
	wantSaid(t, page("June 2023", 20000), page("September 2023", 18000), `folio: "June" -> "September"`)
}

func TestBoxes(t *testing.T) {
	page := func(h Length) *Golden {
		return issueOf(sheetOf(at("a/one", says("body", 2000, 3000, "Text."), boxOf("panel", Rect{2000, 20000, 9000, h}))))
	}
	wantSaid(t, page(5000), page(6000), "page 1: 1 box moved, stretched, came or went")
}

func TestTemplate(t *testing.T) {
	a, b := issueOf(sheetOf(story1("a/one", 3000))), issueOf(sheetOf(story1("a/one", 9000)))
	b.Pages[0].Template = "rail"
	wantSaid(t, a, b, "page 1: set by template rail instead of stories")
}

// TestMirrored tells a page that changed sides with its number in a word.
func TestMirrored(t *testing.T) {
	page := func(x Length) Page {
		return sheetOf(Block{Items: []Item{says("folio", 30000-x, 40000, "Beacon")}}, at("a/one", says("title", x, 3000, "Title"), says("body", x, 6000, "Text.")))
	}
	a := issueOf(page(2000))
	b := issueOf(sheetOf(at("b/two", says("body", 2000, 3000, "Another story, quite another one."))), page(9000))
	wantSaid(t, a, b, "the issue has 2 pages instead of 1", "new: b/two on page 1", "a/one moved from page 1 to page 2", "page 2: mirrored to the other side")
}

func TestLinesBrokenOtherwise(t *testing.T) {
	flow := func(lines ...string) *Golden {
		it := says("body", 2000, 3000, lines...)
		for i := range it.Text.Lines[1:] {
			it.Text.Lines[i+1].Tag = ""
		}
		return issueOf(sheetOf(at("a/one", it)))
	}
	wantSaid(t, flow("one two three", "four five"), flow("one two", "three four five"), "page 1: 2 lines of the body broken otherwise")
	wantSaid(t, flow("one two three", "four five"), flow("one two", "three four", "five"), "page 1: the body gained 1 line; 3 lines of the body broken otherwise")
}

// Texts beside the running text.

func TestFacts(t *testing.T) {
	page := func(out []Unset, pairs ...string) *Golden {
		k := at("a/one", says("body", 2000, 3000, "Text."))
		k.Unset = out
		for i := 0; i < len(pairs); i += 2 {
			y := Length(20000 + i*1000)
			k.Items = append(k.Items, says("facts", 2000, y, pairs[i]).tagged("Lbl"), says("facts", 2000, y+1000, pairs[i+1]).tagged("LI"))
		}
		return issueOf(sheetOf(k))
	}
	date, place := []string{"Date", "May"}, []string{"Date", "May", "Place", "Bay"}
	wantSaid(t, page(nil, date...), page(nil, place...), `a/one: facts entry "Place: Bay" added`)
	wantSaid(t, page(nil, date...), page(nil, "Date", "June"), `a/one: facts entry "Date: May" -> "Date: June"`)
	wantSaid(t, page(nil), page(nil, place...), "a/one: a facts box with 2 entries added")
	wantSaid(t, page(nil, place...), page(nil), "a/one: the facts box is gone")
	out := []Unset{{"facts", "Date: May"}, {"facts", "Place: Bay"}}
	wantSaid(t, page(nil, place...), page(out), "a/one: the facts box is left out to make the story fit")
	wantSaid(t, page(out), page(nil, place...), "a/one: the facts box is no longer left out")
	wantSaid(t, page(nil, place...), page(out[1:], date...), `a/one: facts entry "Place: Bay" is left out to make the story fit`)
	wantSaid(t, page(out), page([]Unset{out[0], {"facts", "Place: Cove"}}), `a/one: facts entry "Place: Bay" -> "Place: Cove", which is left out`)
	wantSaid(t, page(nil), page(out), "a/one: a facts box with 2 entries added, but left out to make the story fit")
}

func TestQuote(t *testing.T) {
	page := func(out []Unset, words string) *Golden {
		k := at("a/one", says("body", 2000, 3000, "Text."))
		k.Unset = out
		if words != "" {
			k.Items = append(k.Items, says("pullquote", 2000, 20000, words), says("byline", 2000, 22000, "A keeper"))
		}
		return issueOf(sheetOf(k))
	}
	out := []Unset{{"pullquote", "So it was"}, {"byline", "A keeper"}}
	wantSaid(t, page(nil, "So it was"), page(nil, "So it is"), `a/one: quote "So it was" -> "So it is"`)
	wantSaid(t, page(nil, "So it was"), page(nil, ""), `a/one: quote "So it was" is gone`)
	wantSaid(t, page(nil, "So it was"), page(out, ""), `a/one: quote "So it was" is left out to make the story fit`)
	wantSaid(t, page(out, ""), page(nil, "So it was"), `a/one: quote "So it was" is no longer left out`)
	wantSaid(t, page(nil, "So it is"), page(out, ""), `a/one: quote "So it is" -> "So it was", and left out to make the story fit`)
	wantSaid(t, page(out, ""), page(nil, ""), `a/one: quote "So it was" is gone, and was left out before`)
}

// TestCapitals tells of a label that was changed in its capitals alone.
func TestCapitals(t *testing.T) {
	page := func(words string) *Golden {
		return issueOf(sheetOf(Block{Items: []Item{says("folio", 2000, 40000, words)}}, at("a/one", says("kicker", 2000, 3000, words), says("body", 2000, 6000, "Text."))))
	}
	wantSaid(t, page("Sport"), page("SPORT"), `a/one: kicker "Sport" -> "SPORT"`, `folio: "Sport" -> "SPORT"`)
}

// TestPress tells of what the print file has beside its pages.
func TestPress(t *testing.T) {
	page := func(p Press, only string) *Golden {
		tint := boxOf("tint", Rect{0, 0, 30000, 42000})
		tint.Only = only
		g := issueOf(sheetOf(Block{Items: []Item{tint}}, story1("a/one", 3000)))
		g.Press = p
		return g
	}
	was := Press{Marks: "crop", Condition: "FOGRA39"}
	wantSaid(t, page(was, ""), page(Press{"all", "FOGRA39", "", ""}, ""), "house style: printer's marks crop -> all")
	wantSaid(t, page(was, ""), page(Press{"crop", "FOGRA51", "p.icc", "1"}, ""), "house style: output intent FOGRA39 -> FOGRA51")
	wantSaid(t, page(was, ""), page(Press{"crop", "FOGRA39", "p.icc", "1"}, ""), "house style: profile of the output intent built in -> p.icc")
	wantSaid(t, page(Press{"crop", "FOGRA39", "p.icc", "1"}, ""), page(Press{"crop", "FOGRA39", "p.icc", "2"}, ""), "house style: another profile of the output intent under the name p.icc")
	wantSaid(t, page(was, "email"), page(was, ""), "house style: the tint in jade is in both files instead of email")
}

func TestReferences(t *testing.T) {
	page := func(title, see string) *Golden {
		return issueOf(sheetOf(at("a/one", says("body", 2000, 3000, "Text."), says("see", 2000, 20000, see)),
			at("a/two", says("title", 2000, 25000, title), says("body", 2000, 27000, "Quite another text."))))
	}
	wantSaid(t, page("Lamps", "Lamps, page 3"), page("Lamps", "Lamps, page 4"), `a/one: cross-reference "Lamps, page 3" -> "Lamps, page 4"`)
	wantSaid(t, page("Lamps", "Lamps, page 3"), page("Candles", "Candles, page 3"), `a/two: title "Lamps" -> "Candles"`)
}

// Running text.

func TestRunningText(t *testing.T) {
	const one, two, three = "The tide came in at seven and went out.", "Nobody knows who built the mole.", "Ropes are sold by weight."
	page := func(paragraphs ...string) *Golden {
		return issueOf(sheetOf(at("a/one", says("body", 2000, 3000, paragraphs...))))
	}
	for _, c := range []struct {
		was, is []string
		want    string
	}{
		{[]string{one, two}, []string{one, three, two}, `a/one: a paragraph of 5 words added: "Ropes are sold by weight.", page 1`},
		{[]string{one, three, two}, []string{one, two}, `a/one: a paragraph of 5 words dropped: "Ropes are sold by weight.", page 1`},
		{[]string{one, two, three}, []string{three, one, two}, `a/one: a paragraph of 5 words moved: "Ropes are sold by weight.", page 1`},
		{[]string{one, two}, []string{one + " " + two}, `a/one: "Nobody knows who built" no longer begins a paragraph, page 1`},
		{[]string{one + " " + two}, []string{one, two}, `a/one: a paragraph begins at "Nobody knows who built", page 1`},
		{[]string{one}, []string{"The tide came in at eight and went out."}, `a/one: "seven" -> "eight", page 1`},
		{[]string{one}, []string{"The high tide came in at seven and went out."}, `a/one: "high" added after "The", page 1`},
		{[]string{one}, []string{"Tide came in at seven and went out."}, `a/one: "The tide" -> "Tide", page 1`},
		{[]string{one, two, three}, []string{"All of this was told quite otherwise.", "Once upon a time there were others.", "Hardly anything stayed as it was."}, ""},
	} {
		r := Compare(page(c.was...), page(c.is...), Options{})
		if c.want != "" && r.Findings[0].Text != c.want {
			t.Errorf("%q to %q: it says %q, want %q", c.was, c.is, r.Findings[0].Text, c.want)
		}
		if len(r.Findings) > 3 {
			t.Errorf("%q to %q: %d sentences", c.was, c.is, len(r.Findings))
		}
	}
}

// TestLeadIsTheBrandsChoice does not call words moved that the brand takes into
// the lead or leaves to the body.
func TestLeadIsTheBrandsChoice(t *testing.T) {
	a := issueOf(sheetOf(at("a/one", says("lead", 2000, 3000, "First sentence."), says("body", 2000, 6000, "Second sentence. Third sentence."))))
	b := issueOf(sheetOf(at("a/one", says("lead", 2000, 3000, "First sentence. Second sentence."), says("body", 2000, 6000, "Third sentence."))))
	for _, f := range Compare(a, b, Options{}).Findings {
		if f.Kind == "text" {
			t.Errorf("it says %q", f.Text)
		}
	}
}

func TestRewritten(t *testing.T) {
	a, b := says("body", 2000, 3000), says("body", 2000, 3000)
	for i := range 8 {
		a.Text.Lines = append(a.Text.Lines, Line{Tag: "P", Step: 1000, Text: "alpha " + string(rune('a'+i)) + " beta gamma stays delta epsilon zeta"})
		b.Text.Lines = append(b.Text.Lines, Line{Tag: "P", Step: 1000, Text: "other " + string(rune('p'+i)) + " thing here stays and now again"})
	}
	r := Compare(issueOf(sheetOf(at("a/one", a))), issueOf(sheetOf(at("a/one", b))), Options{})
	if r.Findings[0].Text != "a/one: the text is rewritten: 56 of 64 words differ" && r.Findings[0].Text != "a/one: the text is rewritten: 64 of 64 words differ" {
		t.Errorf("it says %q", r.Findings[0].Text)
	}
}

// TestMarks tells of end marks that all stories lost, and of one that one lost.
func TestMarks(t *testing.T) {
	page := func(id string, marks int) Page {
		k := at(id, says("body", 2000, 6000, "About "+id+" and only "+id))
		for i := range marks {
			k.Items = append(k.Items, boxOf("mark", Rect{Length(5000 + 1000*i), 7000, 400, 400}))
		}
		return sheetOf(k)
	}
	two := func(n, m int) *Golden { return issueOf(page("a/one", n), page("a/two", m)) }
	wantSaid(t, two(2, 1), two(1, 0), "house style: 1 mark fewer in each of 2 stories, on every page")
	wantSaid(t, two(1, 1), two(2, 1), "page 1: 1 box moved, stretched, came or went")
}

// TestPagesTogether tells of each page where nothing else is to tell, and of many
// that follow from an edit in one sentence.
func TestPagesTogether(t *testing.T) {
	issue := func(words string, y Length) *Golden {
		pages := []Page{sheetOf(at("a/first", says("kicker", 2000, 3000, words), says("body", 2000, 6000, "First of all."+words)))}
		for _, id := range []string{"a/two", "a/three", "a/four"} {
			pages = append(pages, sheetOf(story1(id, y)))
		}
		return issueOf(pages...)
	}
	wantSaid(t, issue("May", 3000), issue("May", 4000), "page 2: everything moved 10 pt down", "page 3: everything moved 10 pt down", "page 4: everything moved 10 pt down")
	wantSaid(t, issue("May", 3000), issue("June", 4000), `a/first: "all.May" -> "all.June", page 1`, `a/first: kicker "May" -> "June"`, "set otherwise, too: pages 2–4")
}

// TestBrief folds what follows from an edit where it is a long list, and keeps
// what was written.
func TestBrief(t *testing.T) {
	var list []Finding
	for i := range 6 {
		list = append(list, Finding{Text: "written", Page: i + 1, rank: rankText})
	}
	for i := range 6 {
		list = append(list, Finding{Text: "follows", Page: i + 1, rank: rankPlace})
	}
	got := brief(list)
	if n := len(got); n != 8 || got[7].Text != "and 5 more things that follow, on pages 2–6" || len(got[7].Details) != 5 {
		t.Errorf("it says %q in %d sentences", got[n-1].Text, n)
	}
	if n := len(brief(list[:8])); n != 8 {
		t.Errorf("%d of 8 sentences", n)
	}
}

// TestLogos tells of pictures of the furniture.
func TestLogos(t *testing.T) {
	page := func(file, sum string) *Golden {
		var k Block
		if file != "" {
			it := photo(file, Rect{2000, 1000, 4000, 2000})
			it.Figure.Sum, it.Figure.Read = sum, false
			it.Figure.Alt = ""
			k.Items = append(k.Items, it)
		}
		k.Items = append(k.Items, says("folio", 2000, 40000, "Beacon"))
		return issueOf(sheetOf(k, story1("a/one", 3000)))
	}
	wantSaid(t, page("a.png", "1"), page("a.png", "2"), "house style: the logo is another picture under the name a.png, on every page")
	wantSaid(t, page("a.png", "1"), page("b.png", "2"), "house style: the logo is b.png instead of a.png, on every page")
	wantSaid(t, page("", ""), page("b.png", "2"), "house style: logo b.png added, on every page")
	wantSaid(t, page("a.png", "1"), page("", ""), "house style: logo a.png is gone")
}
