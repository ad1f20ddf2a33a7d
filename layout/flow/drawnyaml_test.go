package flow_test

import (
	"fmt"
	"strings"

	"masthead/layout/photo"
)

// yamlWriter writes block-style YAML.
type yamlWriter struct {
	strings.Builder
	depth int
	dash  bool // the next key opens an item of a list
}

func (w *yamlWriter) indent() string {
	if w.dash {
		w.dash = false
		return strings.Repeat("  ", w.depth-1) + "- "
	}
	return strings.Repeat("  ", w.depth)
}

// raw writes a value as it is.
func (w *yamlWriter) raw(key, value string) { fmt.Fprintf(w, "%s%s: %s\n", w.indent(), key, value) }

// text writes a quoted value.
func (w *yamlWriter) text(key, value string) { w.raw(key, quoted(value)) }

func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// block writes a literal value.
func (w *yamlWriter) block(key, value string) {
	fmt.Fprintf(w, "%s%s: |\n", w.indent(), key)
	for line := range strings.SplitSeq(value, "\n") {
		if line == "" {
			w.WriteString("\n")
			continue
		}
		fmt.Fprintf(w, "%s  %s\n", w.indent(), line)
	}
}

// open begins a mapping or list under a key, item a list's entry.
func (w *yamlWriter) open(key string) {
	fmt.Fprintf(w, "%s%s:\n", w.indent(), key)
	w.depth++
}

func (w *yamlWriter) close() { w.depth-- }

func (w *yamlWriter) item() {
	w.depth++
	w.dash = true
}

func (w *yamlWriter) end() { w.depth-- }

// sections writes the sections and their stories.
func (d *drawer) sections(n int) {
	w := &d.w
	at := 0
	for s := range n {
		key := fmt.Sprintf("part-%d", s+1)
		if s < 3 {
			key = keys()[s]
			w.open(key)
		} else {
			if s == 3 {
				w.open("sections")
			}
			w.item()
			w.text("id", key)
		}
		w.text("title", d.prose.title(8+d.rnd.IntN(18)))
		w.open("articles")
		for at < len(d.ids) && strings.HasPrefix(d.ids[at], key+"/") {
			last := s == n-1 && (at == len(d.ids)-1)
			w.item()
			d.article(at, d.shape.lists && last && d.chance(60))
			w.end()
			at++
		}
		w.close()
		if d.chance(12) {
			d.calendar()
		}
		if s < 3 {
			w.close()
		} else {
			w.end()
		}
	}
	if n > 3 {
		w.close()
	}
}

// article writes one story.
func (d *drawer) article(at int, list bool) {
	w := &d.w
	_, id, _ := strings.Cut(d.ids[at], "/")
	w.text("id", id)
	length := 20 + d.rnd.IntN(70)
	if d.chance(6) {
		length = 150 + d.rnd.IntN(150)
	}
	w.text("title", d.prose.title(length))
	if length > 60 {
		w.text("short", d.prose.title(25))
	}
	if d.chance(75) {
		w.text("kicker", d.prose.title(12+d.rnd.IntN(40)))
	}
	if list {
		w.block("text", d.prose.list(3+d.rnd.IntN(6)))
		return
	}
	if d.chance(12) {
		w.text("lead", d.prose.words(20+d.rnd.IntN(30)))
	}
	words := d.logarithmic(d.shape.words)
	w.block("text", d.prose.paragraphs(words, d.chance(50)))
	if d.chance(45) {
		d.facts()
	}
	if d.chance(45) && words > 100 {
		w.open("quote")
		w.text("text", d.prose.title(40+d.rnd.IntN(60)))
		if d.chance(60) {
			w.text("by", d.prose.title(20+d.rnd.IntN(40)))
		}
		w.close()
	}
	if d.chance(25) && len(d.ids) > 1 {
		w.raw("see", fmt.Sprintf("{story: %s}", d.ids[(at+1+d.rnd.IntN(len(d.ids)-1))%len(d.ids)]))
	}
	d.photos()
}

// logarithmic draws from a range in which short stories are as many as long.
func (d *drawer) logarithmic(r [2]int) int {
	n := float64(r[0])
	for float64(r[1]) > n && d.rnd.IntN(8) != 0 {
		n *= 1 + d.rnd.Float64()*0.5
	}
	return min(int(n), r[1])
}

func (d *drawer) facts() {
	w := &d.w
	w.open("facts")
	for range 1 + d.rnd.IntN(5) {
		w.item()
		w.text("label", d.prose.title(8+d.rnd.IntN(8)))
		w.text("text", d.prose.title(10+d.rnd.IntN(70)))
		w.end()
	}
	w.close()
}

func (d *drawer) photos() {
	n := d.between(d.shape.photos)
	if n == 0 {
		return
	}
	d.w.open("photos")
	for range n {
		d.w.item()
		kinds := []string{"landscape", "landscape", "landscape", "portrait", "portrait", "square", "panorama", "wide"}
		d.photo(kinds[d.rnd.IntN(len(kinds))], true)
		d.w.end()
	}
	d.w.close()
}

// photo writes one picture and remembers its size.
func (d *drawer) photo(kind string, caption bool) {
	w := &d.w
	name := fmt.Sprintf("photos/%d-%s.jpg", len(d.out.order)+1, kind)
	width := 1800 + d.rnd.IntN(2400)
	if d.chance(5) {
		width = 1100
	}
	ratio := map[string]float64{"landscape": 1.5, "portrait": 0.667, "square": 1, "panorama": 3, "wide": 1.78}[kind]
	height := int(float64(width) / ratio)
	if kind == "portrait" {
		width, height = int(float64(width)*0.667), width
	}
	d.out.photos[name] = photo.Info{Width: width, Height: height, Format: "jpeg", Orientation: 1, Channels: 3, Depth: 8}
	d.out.order = append(d.out.order, name)
	w.text("file", name)
	w.text("alt", d.prose.title(30))
	if !caption || d.chance(85) {
		w.text("caption", d.prose.title(20+d.rnd.IntN(80))+".")
	}
	if d.chance(60) {
		w.text("credit", "Photo: "+d.prose.title(14))
	}
	switch d.rnd.IntN(6) {
	case 0, 1:
		w.raw("focus", fmt.Sprintf("[%.2f, %.2f]", 0.2+0.6*d.rnd.Float64(), 0.2+0.6*d.rnd.Float64()))
	case 2:
		w.raw("keep", "[0.3, 0.25, 0.7, 0.75]")
	}
}

func (d *drawer) calendar() {
	w := &d.w
	w.open("calendar")
	for i := range 2 + d.rnd.IntN(6) {
		w.item()
		w.raw("date", fmt.Sprintf("2023-%02d-%02d", 3+i, 1+d.rnd.IntN(20)))
		if d.chance(40) {
			w.raw("until", fmt.Sprintf("2023-%02d-%02d", 3+i, 22+d.rnd.IntN(6)))
		}
		w.text("title", d.prose.title(15+d.rnd.IntN(50)))
		if d.chance(70) {
			w.text("place", d.prose.title(10))
		}
		w.end()
	}
	w.close()
}
