package flow_test

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	surveyed = flag.Int("survey", 0, "compose so many drawn issues and print what is wrong with them")
	seedsOf  = flag.String("seeds", "", "with -survey: these seeds alone, with commas between")
	shapeOf  = flag.String("shape", "", "of the issues of -survey; default any")
	brandOf  = flag.String("survey-brand", "default", "brand of -survey, built in or of package brand's tests")
	report   = flag.String("survey-to", "", "file for the survey; default the test's own output")
)

// survey adds up what the measures say of many issues.
type survey struct {
	issues, failed, pages, good int
	holes, raw                  []float64
	faults                      map[string]int // pages by kind
	repeats, bills              int
	shapes                      map[string][2]int // good and all pages by shape
	templates                   map[string]*served
	list                        []string
	fails                       []string
	spaces                      spacings
	slowest                     time.Duration
	time                        time.Duration
}

// served adds up the pages of one template.
type served struct {
	pages, faulty, large int // large: with a hole of more than 6 %
	holes                []float64
}

// TestSurvey prints how good drawn pages are: go test -run Survey -v -survey 200.
func TestSurvey(t *testing.T) {
	if *surveyed == 0 {
		return
	}
	s := &survey{faults: map[string]int{}, shapes: map[string][2]int{}, templates: map[string]*served{}, spaces: spacings{}}
	st := newStage(t, *brandOf)
	for _, seed := range seedsToSurvey(t) {
		s.add(t, st, drawShape(t, seed, *shapeOf))
	}
	var out io.Writer = t.Output()
	if *report != "" {
		f, err := os.Create(*report)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		out = f
	}
	s.write(out)
}

func seedsToSurvey(t *testing.T) []uint64 {
	var out []uint64
	for _, n := range strings.FieldsFunc(*seedsOf, func(r rune) bool { return r == ',' }) {
		seed, err := strconv.ParseUint(n, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, seed)
	}
	if len(out) == 0 {
		for seed := range uint64(*surveyed) {
			out = append(out, seed+1)
		}
	}
	return out
}

func (s *survey) add(t *testing.T, st *stage, d *drawn) {
	s.issues++
	begin := time.Now()
	in, res, diags := st.compose(t, d)
	took := time.Since(begin)
	s.time += took
	s.slowest = max(s.slowest, took)
	name := fmt.Sprintf("seed %d (%s, %s)", d.seed, d.shape, d.lang)
	if d.budget != "" {
		name += " " + d.budget
	}
	for _, x := range diags.All {
		if x.Severity.String() != "warning" && x.Severity.String() != "info" {
			s.fails = append(s.fails, fmt.Sprintf("%s: %v", name, x))
		}
	}
	if res == nil || diags.Failed() {
		s.failed++
	}
	if res == nil {
		return
	}
	e := examine(in, res, diags)
	n := len(res.Layout.Pages)
	s.pages += n
	bad := map[int]bool{}
	kinds := map[string]bool{}
	for _, f := range e.faults {
		bad[f.page] = true
		kinds[fmt.Sprintf("%s %d", f.kind, f.page)] = true
		template := ""
		if f.page > 0 {
			template = " [" + res.Layout.Pages[f.page-1].Template + "]"
		}
		s.list = append(s.list, fmt.Sprintf("%-9s %s page %d%s: %s", f.kind, name, f.page, template, f.what))
	}
	for k := range kinds {
		kind, _, _ := strings.Cut(k, " ")
		s.faults[kind]++
	}
	delete(bad, 0)
	s.good += n - len(bad)
	sh := s.shapes[d.shape]
	s.shapes[d.shape] = [2]int{sh[0] + n - len(bad), sh[1] + n}
	s.holes = append(s.holes, e.holes[:n-1]...)
	s.raw = append(s.raw, e.raw[:n-1]...)
	s.bills += len(res.Layout.Bill)
	s.spaces.add(d.lang, res.Layout, res.Document)
	for i, p := range res.Layout.Pages {
		tm := s.templates[p.Template]
		if tm == nil {
			tm = &served{}
			s.templates[p.Template] = tm
		}
		tm.pages++
		if bad[i+1] {
			tm.faulty++
		}
		if i < n-1 {
			tm.holes = append(tm.holes, e.holes[i])
			if e.holes[i] > 0.06 {
				tm.large++
			}
		}
		if i > 0 && p.Template == res.Layout.Pages[i-1].Template {
			s.repeats++
		}
	}
}

func (s *survey) write(w io.Writer) {
	fmt.Fprintf(w, "%d issues, %d not built; %d pages, %d without fault (%.1f %%)\n", s.issues, s.failed, s.pages, s.good, 100*float64(s.good)/float64(max(s.pages, 1)))
	fmt.Fprintf(w, "hole: median %.2f %%, 90th %.2f %%, worst %.2f %%; raw white rectangle: median %.2f %%, 90th %.2f %%\n",
		100*median(s.holes), 100*quantile(s.holes, 0.9), 100*quantile(s.holes, 1), 100*median(s.raw), 100*quantile(s.raw, 0.9))
	fmt.Fprintf(w, "%d pages repeat the template before; %.1f lines of bill a page\n", s.repeats, float64(s.bills)/float64(max(s.pages, 1)))
	fmt.Fprintf(w, "time %v, slowest issue %v, %.1f ms a page\n", s.time.Round(time.Millisecond), s.slowest.Round(time.Millisecond), float64(s.time.Milliseconds())/float64(max(s.pages, 1)))
	for _, sh := range shapes() {
		if c := s.shapes[sh.name]; c[1] > 0 {
			fmt.Fprintf(w, "  %-13s %4d of %4d pages without fault\n", sh.name, c[0], c[1])
		}
	}
	fmt.Fprintf(w, "\ntemplates: pages, with a fault, with a hole over 6 %%, median hole\n")
	for _, name := range slices.Sorted(maps.Keys(s.templates)) {
		tm := s.templates[name]
		fmt.Fprintf(w, "  %-18s %4d %4d %4d %6.2f %%\n", name, tm.pages, tm.faulty, tm.large, 100*median(tm.holes))
	}
	fmt.Fprintf(w, "\npages with a fault, by kind:\n")
	for _, m := range measures() {
		fmt.Fprintf(w, "  %-9s %4d\n", m.kind, s.faults[m.kind])
	}
	s.spaces.write(w)
	fmt.Fprintf(w, "\nnot built, or with errors:\n  %s\n", strings.Join(s.fails, "\n  "))
	slices.SortStableFunc(s.list, func(a, b string) int { return strings.Compare(a[:9], b[:9]) })
	fmt.Fprintf(w, "\nfaults:\n  %s\n", strings.Join(s.list, "\n  "))
}

func quantile(v []float64, q float64) float64 {
	if len(v) == 0 {
		return 0
	}
	v = slices.Sorted(slices.Values(v))
	return v[min(len(v)-1, int(q*float64(len(v))))]
}
