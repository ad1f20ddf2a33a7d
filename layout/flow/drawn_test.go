package flow_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"masthead/layout/photo"
)

// drawn is an issue drawn at random: its document, and the pictures that it
// names, of which only the sizes exist.
type drawn struct {
	seed   uint64
	shape  string
	lang   string
	budget string // "" for as many pages as it takes
	yaml   string
	photos map[string]photo.Info
	order  []string // of the photos
}

// A shape says how an issue is drawn.
type shape struct {
	name               string
	weight             int
	sections, articles [2]int // in an issue, in a section
	words, photos      [2]int // of an article
	lists              bool   // the last section holds a list
	bare               bool   // any of foreword, index, cover, contacts may be missing
}

// shapes are those of every issue that the composer must take.
func shapes() []shape {
	return []shape{
		{"newsletter", 6, [2]int{3, 3}, [2]int{1, 3}, [2]int{180, 520}, [2]int{1, 2}, true, false},
		{"mixed", 6, [2]int{2, 5}, [2]int{1, 3}, [2]int{40, 1200}, [2]int{0, 4}, true, true},
		{"text-only", 3, [2]int{1, 4}, [2]int{1, 4}, [2]int{60, 1500}, [2]int{0, 0}, true, true},
		{"photo-rich", 3, [2]int{1, 3}, [2]int{1, 3}, [2]int{120, 800}, [2]int{3, 8}, false, true},
		{"briefs", 2, [2]int{1, 3}, [2]int{3, 8}, [2]int{40, 150}, [2]int{0, 1}, false, true},
		{"long", 2, [2]int{1, 2}, [2]int{1, 2}, [2]int{1200, 3000}, [2]int{0, 6}, false, true},
		{"ten-sections", 1, [2]int{6, 10}, [2]int{1, 2}, [2]int{80, 500}, [2]int{0, 2}, false, true},
		{"one-section", 1, [2]int{1, 1}, [2]int{1, 5}, [2]int{60, 700}, [2]int{0, 3}, false, true},
	}
}

// drawer writes one issue.
type drawer struct {
	rnd   *rand.Rand
	shape shape
	prose *prose
	out   drawn
	w     yamlWriter
	ids   []string
}

// between draws an integer in a range, both ends included.
func (d *drawer) between(r [2]int) int { return r[0] + d.rnd.IntN(r[1]-r[0]+1) }

// chance is true in n of 100 cases.
func (d *drawer) chance(n int) bool { return d.rnd.IntN(100) < n }

// draw returns the issue of a seed; the same on every machine.
func draw(t testing.TB, seed uint64) *drawn {
	return drawShape(t, seed, "")
}

// drawShape draws an issue of the named shape; "" is any.
func drawShape(t testing.TB, seed uint64, name string) *drawn {
	t.Helper()
	d := &drawer{rnd: rand.New(rand.NewPCG(seed, 0x6d617374))}
	sum := 0
	for _, s := range shapes() {
		sum += s.weight
	}
	k := d.rnd.IntN(sum)
	for _, s := range shapes() {
		if k -= s.weight; k < 0 && d.shape.name == "" && name == "" || s.name == name {
			d.shape = s
		}
	}
	langs := []string{"en-GB", "en-GB", "en-GB", "en-GB", "de", "fr", "pl", "zh"}
	d.out = drawn{seed: seed, shape: d.shape.name, lang: langs[d.rnd.IntN(len(langs))], photos: map[string]photo.Info{}}
	d.prose = newProse(t, d.rnd, d.out.lang)
	d.issue()
	d.out.yaml = d.w.String()
	return &d.out
}

func (d *drawer) issue() {
	w := &d.w
	bare := func(n int) bool { return d.shape.bare && d.chance(n) }
	w.text("title", d.prose.title(30+d.rnd.IntN(50)))
	w.text("name", map[string]string{"en-GB": "Newsletter", "de": "Rundbrief", "fr": "Bulletin", "pl": "Biuletyn", "zh": "通讯"}[d.out.lang])
	w.raw("number", fmt.Sprint(1+d.rnd.IntN(40)))
	w.raw("date", fmt.Sprintf("2023-%02d", 1+d.rnd.IntN(12)))
	w.raw("language", d.out.lang)
	w.raw("brand", "default")
	switch d.rnd.IntN(12) {
	case 0:
		d.out.budget = "{multiple-of: 2}"
	case 1:
		d.out.budget = "{multiple-of: 4}"
	}
	if d.out.budget != "" {
		w.raw("pages", d.out.budget)
	}
	if d.chance(85) {
		w.raw("photo-defaults", `{credit: "Photo: our archive"}`)
	}
	if !bare(40) {
		w.raw("funding", `{emblem: eu, text: "Funded by the European Union"}`)
	}
	if !bare(30) && d.shape.photos[1] > 0 {
		w.open("cover")
		w.open("photo")
		d.photo("landscape", false)
		w.close()
		w.close()
	}
	if !bare(35) {
		w.open("foreword")
		if d.chance(50) {
			w.text("title", d.prose.title(14))
		}
		w.block("text", d.prose.paragraphs(90+d.rnd.IntN(140), false))
		if d.chance(80) {
			w.text("signed", d.prose.title(24))
		}
		w.close()
	}
	if !bare(30) {
		w.raw("index", "{}")
	}
	n := d.between(d.shape.sections)
	d.names(n)
	d.sections(n)
	if !bare(30) {
		d.contacts()
	}
}

// keys are the first three sections' own; what follows stands under sections.
func keys() []string { return []string{"highlights", "events", "infobites"} }

// names gives the stories ids beforehand, so that they can refer to each other.
func (d *drawer) names(sections int) {
	for s := range sections {
		key := fmt.Sprintf("part-%d", s+1)
		if s < 3 {
			key = keys()[s]
		}
		for a := range d.between(d.shape.articles) {
			d.ids = append(d.ids, fmt.Sprintf("%s/story-%d", key, a+1))
		}
	}
}

// contacts draws the contact data, with up to two QR codes.
func (d *drawer) contacts() {
	w := &d.w
	w.open("contacts")
	w.text("phone", "+49 30 1234567")
	w.text("email", "news@example.org")
	if d.chance(50) {
		w.text("web", "https://www.example.org/newsletter")
	}
	if d.chance(30) {
		w.text("address", "1 Harbour Street, 20457 Hamburg")
	}
	if d.chance(60) {
		w.open("follow")
		for range 1 + d.rnd.IntN(2) {
			w.item()
			w.text("label", d.prose.title(16+d.rnd.IntN(14)))
			w.text("qr", "https://example.org/follow")
			w.end()
		}
		w.close()
	}
	w.close()
}

// files makes the issue's folder: the document, and a byte for every photo.
func (d *drawn) files() fstest.MapFS {
	fsys := fstest.MapFS{"issue.yaml": {Data: []byte(d.yaml)}}
	for _, name := range d.order {
		fsys[name] = &fstest.MapFile{Data: []byte{0xff}}
	}
	return fsys
}
