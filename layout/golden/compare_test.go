package golden

import "testing"

func TestSameSaysNothing(t *testing.T) {
	wantSaid(t, issueOf(sheetOf(story1("a/one", 3000))), issueOf(sheetOf(story1("a/one", 3000))))
}

// Stories that come, go, move and change places.

func TestStoryMoved(t *testing.T) {
	a := issueOf(sheetOf(story1("a/one", 3000), story1("a/two", 13000)), sheetOf(story1("a/three", 3000)))
	b := issueOf(sheetOf(story1("a/one", 3000)), sheetOf(story1("a/two", 3000), story1("a/three", 13000)))
	wantSaid(t, a, b, "a/two moved from page 1 to page 2", "page 2: title and body of a/three moved 100 pt down")
}

// TestStoriesMovedTogether tells of stories that a new page pushed back as one.
func TestStoriesMovedTogether(t *testing.T) {
	a := issueOf(sheetOf(story1("a/one", 3000)), sheetOf(story1("a/two", 3000)), sheetOf(story1("a/three", 3000)))
	b := issueOf(sheetOf(story1("b/new", 3000)), sheetOf(story1("a/one", 3000)), sheetOf(story1("a/two", 3000)), sheetOf(story1("a/three", 3000)))
	wantSaid(t, a, b, "the issue has 4 pages instead of 3", `new: b/new "The b/new" on page 1`,
		"3 stories moved 1 page back, from a/one (page 1 to page 2) to a/three (page 3 to page 4)")
}

func TestStoryRunsOn(t *testing.T) {
	long := story1("a/one", 3000)
	a := issueOf(sheetOf(long))
	b := issueOf(sheetOf(long), sheetOf(at("a/one", says("body", 2000, 3000, "More of it."))))
	wantSaid(t, a, b, "the issue has 2 pages instead of 1", `a/one: a paragraph of 3 words added: "More of it.", page 2`,
		"a/one stands on pages 1 and 2 instead of page 1")
}

func TestStoriesChangedPlaces(t *testing.T) {
	a := issueOf(sheetOf(story1("a/one", 3000)), sheetOf(story1("a/two", 3000)))
	b := issueOf(sheetOf(story1("a/two", 3000)), sheetOf(story1("a/one", 3000)))
	wantSaid(t, a, b, "a/one and a/two changed places")
}

func TestStoryToTheEnd(t *testing.T) {
	a := issueOf(sheetOf(story1("a/one", 3000), story1("a/two", 9000), story1("a/three", 15000), story1("a/four", 21000)))
	b := issueOf(sheetOf(story1("a/two", 3000), story1("a/three", 9000), story1("a/four", 15000), story1("a/one", 21000)))
	r := Compare(a, b, Options{})
	if got := r.Findings[0].Text; got != "a/one now stands after a/four" {
		t.Errorf("it says %q", got)
	}
}

// TestStoryUnderAnotherId knows a story whose id was made from its title by what
// it says.
func TestStoryUnderAnotherId(t *testing.T) {
	body := says("body", 2000, 6000, "Many words that stay the same in both of them.")
	a := issueOf(sheetOf(at("a/old", says("title", 2000, 3000, "Old"), body)))
	b := issueOf(sheetOf(at("a/new", says("title", 2000, 3000, "New"), body)))
	wantSaid(t, a, b, `a/old: title "Old" -> "New" (its id a/old -> a/new)`)
	c := issueOf(sheetOf(at("b/old", says("title", 2000, 3000, "Old"), body)))
	wantSaid(t, a, c, "b/old moved from section a to section b")
}

// Sections.

func TestSections(t *testing.T) {
	one := story1("a/one", 3000).opens("First", "1")
	two := story1("b/two", 13000).opens("Second", "1")
	wantSaid(t, issueOf(sheetOf(one)), issueOf(sheetOf(one, two)), `new section "Second" on page 1, with 1 story`)
	wantSaid(t, issueOf(sheetOf(one, two)), issueOf(sheetOf(one)), `section "Second" is gone, with 1 story (it was on page 1)`)
	renamed := story1("b/two", 13000).opens("Last", "1")
	wantSaid(t, issueOf(sheetOf(one, two)), issueOf(sheetOf(one, renamed)), `section "Second" is now called "Last"`)
}

// TestSectionRenamedEverywhere says a new name once, though running heads and
// index repeat it, in capitals too.
func TestSectionRenamedEverywhere(t *testing.T) {
	page := func(title, upper string) Page {
		return sheetOf(Block{Items: []Item{says("section", 2000, 1000, upper)}}, story1("a/one", 3000).opens(title, "1"))
	}
	wantSaid(t, issueOf(page("First", "FIRST")), issueOf(page("Opening", "OPENING")), `section "First" is now called "Opening"`)
}

// TestSectionUnderAnotherKey knows a section by its stories.
func TestSectionUnderAnotherKey(t *testing.T) {
	body := says("body", 2000, 6000, "Many words that stay the same in both of them, as they ought to.")
	a := issueOf(sheetOf(at("first/x", body).opens("First", "")))
	b := issueOf(sheetOf(at("opening/x", body).opens("Opening", "")))
	wantSaid(t, a, b, `section "First" is now called "Opening"`)
}

func TestSectionWearsAnotherColour(t *testing.T) {
	page := func(one, two string) Page {
		return sheetOf(
			at("a/one", says("kicker", 2000, 3000, "One").in(one), says("body", 2000, 5000, "About one thing.")),
			at("b/two", says("kicker", 2000, 9000, "Two").in(two), says("body", 2000, 12000, "And about others.")))
	}
	wantSaid(t, issueOf(page("jade", "rust")), issueOf(page("rust", "jade")),
		"house style: section colours: a jade -> rust, b rust -> jade")
	wantSaid(t, issueOf(page("jade", "jade")), issueOf(page("rust", "rust")), "house style: colour of kicker jade -> rust, on every page")
}

// The index.

func TestIndex(t *testing.T) {
	page := func(n int, pages, title string) Page {
		return sheetOf(story1("a/one", 3000).opens("First", pages).listed(n, title))
	}
	wantSaid(t, issueOf(page(6, "6", "Policy corner")), issueOf(page(7, "6–7", "Policy corner")),
		`index: section "First" pages 6 -> 6–7`, `index: "Policy corner" page 6 -> 7`)
	wantSaid(t, issueOf(page(6, "6", "Policy")), issueOf(page(6, "6", "Politics")), `index: "Policy" -> "Politics"`)
}

// The house style.

func TestHouse(t *testing.T) {
	page := func(size, leading, w Length) Page {
		return sheetOf(at("a/one", says("body", 2000, 3000, "Left.").as(size, leading).wide(w), says("body", 2000+w+1000, 3000, "Right.").as(size, leading).wide(w)))
	}
	two := func(size, leading, w Length) *Golden {
		a, b := page(size, leading, w), page(size, leading, w)
		b.Blocks = []Block{at("a/two", b.Blocks[0].Items...)}
		return issueOf(a, b)
	}
	a := two(800, 1000, 12500)
	wantSaid(t, a, two(800, 950, 12500), "house style: body leading 10 -> 9.5 pt, on every page")
	wantSaid(t, a, two(900, 1100, 12500), "house style: body size and leading 8/10 -> 9/11 pt, on every page")
	r := Compare(a, two(800, 1000, 12000), Options{})
	if got := r.Findings[0].Text; got != "house style: body measure 125 -> 120 pt, on every page" {
		t.Errorf("it says %q", got)
	}
	if len(r.Findings) != 2 || r.Findings[1].Text != "set anew: every page" {
		t.Errorf("and then %+v", r.Findings[1:])
	}
}

func TestMargins(t *testing.T) {
	a, b := issueOf(sheetOf(story1("a/one", 3000))), issueOf(sheetOf(story1("a/one", 3000)))
	b.Pages[0].Live = Rect{2500, 3000, 25500, 35000}
	wantSaid(t, a, b, "house style: left margin 20 -> 25 pt, on every page", "house style: bottom margin 30 -> 40 pt, on every page")
}

// TestManyChangesAreOne tells a brand that changed in many ways in one sentence.
func TestManyChangesAreOne(t *testing.T) {
	roles := []string{"body", "title", "kicker", "lead", "caption", "folio", "see"}
	page := func(by Length) Page {
		k := at("a/one")
		for i, role := range roles {
			k.Items = append(k.Items, says(role, 2000, Length(i)*2000, "Words of the "+role).as(800+by*Length(i+1), 1000))
		}
		return sheetOf(k)
	}
	r := Compare(issueOf(page(0)), issueOf(page(10)), Options{})
	if len(r.Findings) != 1 || r.Findings[0].Text != "house style: body size 8 -> 8.1 pt, on every page; and 6 other changes" || len(r.Findings[0].Details) != 6 {
		t.Errorf("it says %+v", r.Findings)
	}
}

func TestBrand(t *testing.T) {
	a, b := issueOf(sheetOf(story1("a/one", 3000))), issueOf(sheetOf(story1("a/one", 3000)))
	b.Brand = "dispatch"
	wantSaid(t, a, b, "brand house -> dispatch, on every page")
}

// TestFitted keeps type that was fitted to other words out of the house style.
func TestFitted(t *testing.T) {
	page := func(words string, size Length) *Golden {
		return issueOf(sheetOf(at("a/one", says("title", 2000, 3000, words).as(size, 1500), says("body", 2000, 6000, "Text."))))
	}
	wantSaid(t, page("Short", 1400), page("Rather long", 1000), `a/one: title "Short" -> "Rather long"`,
		"page 1: the title is set otherwise: size 14 -> 10 pt")
}

// TestTypeOfSeveralStories sees a type that some stories changed for a new one,
// while another kept it.
func TestTypeOfSeveralStories(t *testing.T) {
	page := func(id string, size Length) Page {
		return sheetOf(at(id, says("title", 2000, 3000, "Title of "+id).as(size, 1500), says("body", 2000, 6000, "About "+id+" and only "+id)))
	}
	a := issueOf(page("foreword", 1400), page("a/one", 1400), page("a/two", 1400))
	b := issueOf(page("foreword", 1400), page("a/one", 1300), page("a/two", 1300))
	wantSaid(t, a, b, "house style: title size 14 -> 13 pt, on pages 2 and 3")
}

// TestLanguage takes all that another language sets otherwise into one sentence.
func TestLanguage(t *testing.T) {
	page := func(language string, words ...string) *Golden {
		k := at("a/one", says("body", 2000, 3000, "Text."))
		for i, w := range words {
			k.Items = append(k.Items, says([]string{"see", "facts", "kicker", "contacts"}[i], 2000, Length(i+10)*1000, w))
		}
		g := issueOf(sheetOf(k))
		g.Language = language
		return g
	}
	r := Compare(page("en", "page", "At a glance", "May", "Tel."), page("de", "Seite", "Auf einen Blick", "Mai", "Telefon"), Options{})
	if len(r.Findings) != 1 || r.Findings[0].Text != "language en -> de: 4 texts read otherwise" || len(r.Findings[0].Details) != 4 {
		t.Errorf("it says %+v", r.Findings)
	}
}

// TestAddressBroken does not take an address for another because a line ends in
// it.
func TestAddressBroken(t *testing.T) {
	flow := func(lines ...string) *Golden {
		it := says("body", 2000, 3000, lines...)
		for i := range it.Text.Lines[1:] {
			it.Text.Lines[i+1].Tag = ""
		}
		return issueOf(sheetOf(at("a/one", it)))
	}
	wantSaid(t, flow("at https://en.nia.gov.cn/n1", "and here"), flow("at https://en.", "nia.gov.cn/n1 and here"), "page 1: 2 lines of the body broken otherwise")
}
