package layout

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"masthead/layout/finish"
	"masthead/layout/paint"
)

// sentences are what the synthetic issues are made of.
var sentences = strings.Split(`The harbour opened on Monday, after nine years of work
Boats came in from the islands, and the band played until the rain began
Nobody had counted on so many visitors from the other side of the strait
According to the council, extraordinarily unfavourable circumstances had delayed the breakwater
The engineers, who had come from three countries, stayed for the summer and for most of the autumn
What remains to be done is written on a board beside the lighthouse
Fishing quotas, customs procedures and international agreements were discussed in the afternoon
Schoolchildren painted the railings in colours that can be seen from the ferry`, "\n")

// synthetic writes an issue of text alone that fills about so many pages: one
// story of about 480 words to a page.
func synthetic(pages int) string {
	var b strings.Builder
	b.WriteString("title: The Lighthouse\nname: Beacon\ndate: 2024-03\nlanguage: en-GB\nsections:\n")
	n := 0
	for i := range pages {
		if i%20 == 0 {
			fmt.Fprintf(&b, "  - id: part-%d\n    title: Part %d\n    articles:\n", i/20+1, i/20+1)
		}
		fmt.Fprintf(&b, "      - id: story-%d\n        title: What happened on day %d\n        kicker: Report\n        text: |\n", i+1, i+1)
		for range 6 {
			b.WriteString("          ")
			for range 6 {
				fmt.Fprintf(&b, "%s. ", sentences[n*7%len(sentences)])
				n++
			}
			b.WriteString("\n\n")
			n += 3
		}
	}
	return b.String()
}

// BenchmarkBuild makes both files of issues without photos, from YAML to bytes.
// It reports pages a second and, because nothing may keep what a page no longer
// needs, the memory that is live at the end.
func BenchmarkBuild(b *testing.B) {
	for _, pages := range []int{6, 60, 600} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			src := sourceOf(synthetic(pages))
			b.ReportAllocs()
			set := 0
			for b.Loop() {
				res, diags := Build(b.Context(), src, options())
				if diags.Failed() {
					b.Fatal(diags.All[0])
				}
				set += len(res.Document.Pages)
			}
			b.ReportMetric(float64(set)/b.Elapsed().Seconds(), "pages/s")
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.Sys)/1e6, "MB-from-system")
		})
	}
}

// BenchmarkStages makes an issue of six pages stage by stage.
func BenchmarkStages(b *testing.B) {
	src := sourceOf(synthetic(6))
	b.Run("compose", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, diags := Compose(b.Context(), src, options()); diags.Failed() {
				b.Fatal(diags.All[0])
			}
		}
	})
	for name, profile := range map[string]Profile{"email": Email, "print": Print} {
		b.Run(name, func(b *testing.B) {
			opt := options()
			opt.Profiles = profile
			j := newJob(b.Context(), src, opt)
			res := j.compose()
			b.ReportAllocs()
			for b.Loop() {
				j.files(res)
			}
			if j.diags.Failed() {
				b.Fatal(j.diags.All[0])
			}
		})
	}
	b.Run("load", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			j := newJob(b.Context(), src, options())
			j.readIssue()
			j.together(task{"", j.readBrand}, task{"", j.readPatterns})
			if j.diags.Failed() {
				b.Fatal(j.diags.All[0])
			}
		}
	})
}

// BenchmarkFinish finishes the painted pages of the shipped issue, tags, links,
// fonts and all: it may take 25 ms.
func BenchmarkFinish(b *testing.B) {
	root, err := os.OpenRoot(filepath.Join("..", "issues", "2023-06"))
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	opt := options()
	opt.Profiles = Email
	j := newJob(b.Context(), Source{Root: root.FS(), File: "issue.yaml", ID: "2023-06"}, opt)
	res := j.compose()
	f := &file{profile: Email, target: j.screen()}
	j.pictures(res.Document, []*file{f})
	raw, ledger, err := paint.Pages(res.Document, paint.Options{Profile: Email, Pictures: f.pictures})
	if err != nil {
		b.Fatal(err)
	}
	say := finish.Options{Profile: Email}
	if say.ICC, say.Condition, err = j.intent(Email); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if f.pdf, err = finish.Write(raw, ledger, res.Document, say); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(f.pdf)), "bytes")
}
