package flow_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/flow"
	"masthead/layout/photo"
)

// manyPages draws an issue of about n pages: stories like those of the model
// issue, with two pictures each or none.
func manyPages(b *testing.B, n int, photos bool) *drawn {
	d := &drawer{rnd: rand.New(rand.NewPCG(uint64(n), 1)), shape: shape{name: "bench"}}
	d.out = drawn{shape: "bench", lang: "en-GB", photos: map[string]photo.Info{}}
	d.prose = newProse(b, d.rnd, d.out.lang)
	w := &d.w
	w.text("title", "Composing pages for a measure of time")
	w.text("name", "Newsletter")
	w.raw("date", "2023-06")
	w.raw("language", "en-GB")
	w.raw("photo-defaults", `{credit: "Photo: our archive"}`)
	w.open("foreword")
	w.block("text", d.prose.paragraphs(160, false))
	w.close()
	if n < 30 {
		w.raw("index", "{}")
	}
	w.open("sections")
	for s := range max(1, n/8) {
		w.item()
		w.text("id", fmt.Sprintf("part-%d", s+1))
		w.text("title", d.prose.title(18))
		w.open("articles")
		for a := range min(n-1, 8) {
			w.item()
			w.text("id", fmt.Sprintf("story-%d", a+1))
			w.text("title", d.prose.title(30+d.rnd.IntN(30)))
			w.text("kicker", d.prose.title(30))
			words := 380
			if !photos {
				words = 780
			}
			w.block("text", d.prose.paragraphs(words+d.rnd.IntN(80), false))
			if photos {
				w.open("photos")
				for range 2 {
					w.item()
					d.photo("landscape", true)
					w.end()
				}
				w.close()
			}
			w.end()
		}
		w.close()
		w.end()
	}
	w.close()
	d.out.yaml = w.String()
	return &d.out
}

// BenchmarkCompose composes issues of growing length, reading not counted.
func BenchmarkCompose(b *testing.B) {
	for _, c := range []struct {
		name   string
		pages  int
		photos bool
	}{{"6", 6, true}, {"24", 24, true}, {"200", 200, true}, {"600-text-only", 600, false}} {
		b.Run(c.name, func(b *testing.B) {
			st := oneStage()(b)
			in := st.input(b, manyPages(b, c.pages, c.photos))
			pages := 0
			b.ReportAllocs()
			for b.Loop() {
				var diags diag.List
				res := flow.Compose(in, &diags)
				if res == nil {
					quiet(b, &diags)
					b.Fatal("not composed")
				}
				pages = len(res.Layout.Pages)
			}
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
