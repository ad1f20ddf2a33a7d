package finish

import (
	"fmt"
	"runtime"
	"strconv"
	"testing"

	"masthead/layout/display"
	"masthead/layout/paint"
)

// long composes n pages of text: 60 lines of some 75 characters, an outline
// entry and a link on each, in two faces of about 30 KB each.
func long(t testing.TB, n int) *sample {
	s := newSample(t)
	for i := range n {
		s.page(strconv.Itoa(i + 1))
		sect := s.doc.Root.Add("Sect")
		s.head(sect, "H1", "Page "+strconv.Itoa(i+1))
		for range 12 {
			s.paragraph(sect, "P", "The quick brown fox jumps over the lazy dog, and then it does so once more, ",
				"for the office of the fox has found that one jump is no jump at all, VAT ", "included, as is the custom of 1849 in that part of the county of Fox. ",
				"Lines go on until somebody thinks of something else that they could say, ", "which is when the paragraph ends.")
		}
		s.link(s.paragraph(sect, "P", "See "), "the other page", "", "d", "the other page")
		s.line(0, "folio")
		s.doc.Outline = append(s.doc.Outline, display.Outline{Title: "Page", Dest: "d"})
	}
	s.doc.Dests = []display.Dest{{Name: "d"}}
	for i := range s.doc.Fonts {
		s.doc.Fonts[i].Program = s.doc.Fonts[i].Program[:30000]
	}
	return s
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{6, 60, 600} {
		for _, profile := range []display.Profile{display.Email, display.Print} {
			b.Run(fmt.Sprintf("pages=%d/profile=%d", n, profile), func(b *testing.B) {
				s := long(b, n)
				opt := options(b, profile)
				b.ReportAllocs()
				for b.Loop() {
					raw, ledger, err := paint.Pages(s.doc, paint.Options{Profile: profile})
					if err != nil {
						b.Fatal(err)
					}
					if _, err := Write(raw, ledger, s.doc, opt); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				b.ReportMetric(float64(m.HeapSys)/(1<<20), "MB-heap")
			})
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	s := long(b, 6)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := paint.Pages(s.doc, paint.Options{Profile: display.Email}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	file := long(b, 60).must(display.Email)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := Read(file); err != nil {
			b.Fatal(err)
		}
	}
}
