package issue

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"masthead/layout/diag"
	"masthead/layout/source"
)

// collector turns the document into the model and checks what the decoder
// cannot.
type collector struct {
	root     fs.FS
	diags    *diag.List
	md       *markdown
	defaults *wireDefaults
	byFolder []folder
	sections map[string]diag.Pos // ids taken, with their place
	stories  map[string]bool     // ids that a cross-link may name
	links    []crossLink         // to check once all stories are known
	broken   []string            // sections that lack stories because of other faults
}

// crossLink is a story id and the article that names it.
type crossLink struct {
	reference
	from string
}

// blocks reads a text that must say something.
func (c *collector) blocks(p prose) []Block {
	before := len(c.diags.All)
	out := c.md.text(p.node)
	c.said(p, len(out), before)
	return out
}

// said reports a text that is there but empty, unless something else was
// reported about it.
func (c *collector) said(p prose, parts, before int) {
	if p.node != nil && parts == 0 && len(c.diags.All) == before {
		c.diags.Errorf(p.node.Pos(), "empty-text", "write something or delete the key", "the text is empty")
	}
}

// spans reads a line that must say something.
func (c *collector) spans(p prose) []Span {
	before := len(c.diags.All)
	out := c.md.line(p.node)
	c.said(p, len(out), before)
	return out
}

// named adds the section that stands under a key of its own.
func (c *collector) named(to []Section, key string, w *wireSection) []Section {
	if w == nil || w.At.Pos.Line == 0 {
		c.broken = append(c.broken, key)
		return to
	}
	return append(to, c.section(w, key, key))
}

// further is an entry of the key "sections". No language has a label for it, so
// it needs a title.
func (c *collector) further(w *wireFurther, i int) Section {
	id := slug(w.Title)
	if w.ID != "" {
		id = c.checkID(w.ID, w.At.Of("id"))
	}
	if id == "" {
		id = fmt.Sprintf("section-%d", i+1)
	}
	if !w.At.Has("title") {
		c.diags.Errorf(w.At.Pos, "missing-key", "add title: the section's heading", `the section has no "title"`)
	}
	return c.section(&w.wireSection, "sections", id)
}

func (c *collector) section(w *wireSection, key, id string) Section {
	pos := w.At.Pos
	if key == "sections" {
		pos = w.At.Of("id")
		if !w.At.Has("id") {
			pos = w.At.Of("title")
		}
	}
	if earlier, taken := c.sections[id]; taken || slices.Contains([]string{"cover", "foreword", "index", "contacts"}, id) {
		hint := "choose another id"
		if taken {
			hint = fmt.Sprintf("the first is at line %d; give one of them another id", earlier.Line)
		}
		c.diags.Errorf(pos, "duplicate-id", hint, "the section id %q is taken", id)
	} else {
		if c.sections == nil {
			c.sections = map[string]diag.Pos{}
		}
		c.sections[id] = pos
	}
	out := Section{Key: key, ID: id, Title: oneLine(w.Title), At: w.At}
	taken := map[string]diag.Pos{}
	for i, a := range w.Articles {
		if a == nil || a.At.Pos.Line == 0 { // not a mapping, which has been said
			c.broken = append(c.broken, id)
			continue
		}
		out.Articles = append(out.Articles, c.article(a, id, c.articleID(a, i, taken)))
	}
	out.Calendar = c.calendar(w.Calendar)
	if len(w.Articles) == 0 {
		c.broken = append(c.broken, id)
	}
	if len(w.Articles) == 0 && len(w.Calendar) == 0 && !c.failedAt(w.At.Of("articles"), w.At.Of("calendar")) {
		c.diags.Errorf(w.At.Pos, "empty-section", "add articles: or calendar:, or delete the section", "the section %q has neither articles nor a calendar", id)
	}
	return out
}

// articleID returns the article's id, written or made, and reports one that is
// taken.
func (c *collector) articleID(w *wireArticle, i int, taken map[string]diag.Pos) string {
	id, pos, hint := w.ID, w.At.Of("id"), "choose another id"
	if id != "" {
		id = c.checkID(id, pos)
	} else {
		pos, hint = w.At.Of("title"), "the id is made from the title: give one of them an id of its own"
		if id = slug(w.Title); id == "" {
			id = fmt.Sprintf("article-%d", i+1)
		}
	}
	earlier, seen := taken[id]
	switch {
	case id == "calendar":
		if w.ID == "" {
			hint = "the id is made from the title: give the article an id of its own"
		}
		c.diags.Errorf(pos, "duplicate-id", hint, "the id %q is kept for the section's calendar", id)
	case seen:
		c.diags.Errorf(pos, "duplicate-id", fmt.Sprintf("the first is at line %d; %s", earlier.Line, hint), "the id %q is taken in this section", id)
	default:
		taken[id] = pos
	}
	return id
}

// checkID reports an id that is not one, and returns what it may have meant.
func (c *collector) checkID(id string, pos diag.Pos) string {
	if idForm.MatchString(id) {
		return id
	}
	better, hint := slug(id), "write lower-case letters and digits with hyphens between"
	if better != "" {
		hint = "write " + better
	}
	c.diags.Errorf(pos, "bad-id", hint, "%q is not an id", id)
	return better
}

func (c *collector) article(w *wireArticle, section, id string) *Article {
	out := &Article{
		Section: section, ID: id, Title: oneLine(w.Title), Short: oneLine(w.Short),
		IndexTitle: oneLine(w.Index), Kicker: oneLine(w.Kicker), At: w.At,
	}
	out.Lead = c.spans(w.Lead)
	out.Blocks = c.blocks(w.Text)
	for _, f := range w.Facts {
		if f.At.Pos.Line == 0 {
			continue
		}
		out.Facts = append(out.Facts, Fact{Label: oneLine(f.Label), Text: c.spans(f.Text), At: f.At})
	}
	if q := w.Quote; q != nil && q.At.Pos.Line > 0 {
		out.Quote = &Quote{Text: c.spans(q.Text), By: oneLine(q.By), At: q.At}
	}
	for _, s := range w.See {
		if s.At.Pos.Line == 0 {
			continue
		}
		see := See{Text: oneLine(s.Text), At: s.At}
		for _, r := range s.Story {
			see.Stories = append(see.Stories, r.id)
			c.links = append(c.links, crossLink{r, out.Story()})
		}
		out.See = append(out.See, see)
	}
	for _, p := range w.Photos {
		if photo := c.photo(p); photo != nil {
			out.Photos = append(out.Photos, photo)
		}
	}
	if w.Text.node == nil && !w.At.Has("text") && len(out.Lead) == 0 && len(out.Facts) == 0 && len(w.Photos) == 0 {
		c.diags.Errorf(w.At.Pos, "empty-text", "add text:", "the article has no text")
	}
	return out
}

// calendar reads the events and puts them in the order of their dates.
func (c *collector) calendar(events []wireEvent) []Event {
	var out []Event
	for _, e := range events {
		if e.At.Pos.Line == 0 {
			continue
		}
		if !e.Until.IsZero() && e.Until.Before(e.Date) {
			c.diags.Errorf(e.At.Of("until"), "bad-date", "swap the dates", "the event ends (%v) before it begins (%v)", e.Until, e.Date)
		}
		url := strings.TrimSpace(e.URL)
		if url != "" {
			c.link(url, e.At.Of("url"))
		}
		out = append(out, Event{Date: e.Date, Until: e.Until, Title: oneLine(e.Title), Place: oneLine(e.Place), URL: url, At: e.At})
	}
	slices.SortStableFunc(out, func(a, b Event) int {
		switch {
		case a.Date.Before(b.Date):
			return -1
		case b.Date.Before(a.Date):
			return 1
		}
		return 0
	})
	return out
}

// failedAt reports whether something was said about one of the places.
func (c *collector) failedAt(places ...diag.Pos) bool {
	return slices.ContainsFunc(c.diags.All, func(d diag.Diagnostic) bool { return slices.Contains(places, d.Pos) })
}

// finish checks what needs the whole issue: where cross-links lead. It leaves
// out those to sections in which other faults hide stories.
func (c *collector) finish() {
	ids := make([]string, 0, len(c.stories))
	for id := range c.stories {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, l := range c.links {
		section, _, _ := strings.Cut(l.id, "/")
		switch {
		case l.id == l.from:
			c.diags.Errorf(l.pos, "unknown-story", "name another story", "the article refers to itself")
		case c.stories[l.id] || slices.Contains(c.broken, section):
		default:
			c.diags.Errorf(l.pos, "unknown-story", storyHint(l.id, ids), "there is no story %q", l.id)
		}
	}
}

// storyHint guesses which story was meant: one of the same name in another
// section first.
func storyHint(id string, ids []string) string {
	for _, known := range ids {
		_, name, _ := strings.Cut(known, "/")
		if name != "" && (name == id || strings.HasSuffix(id, "/"+name)) {
			return fmt.Sprintf("did you mean %q?", known)
		}
	}
	return source.DidYouMean(id, ids)
}
