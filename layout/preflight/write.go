package preflight

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"masthead/layout/diag"
)

const mm = 72 / 25.4

func millimetres(pt float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", pt/mm), ".0") + " mm"
}

func size(b Box) string {
	return fmt.Sprintf("%s x %s", strings.TrimSuffix(millimetres(b.Width()), " mm"), millimetres(b.Height()))
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// sort orders the findings: the worst first, then by the table, then by page.
func (r *Report) sort(place map[string]int) {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(place[a.Rule], place[b.Rule]), cmp.Compare(a.Page, b.Page))
	})
}

// Summary returns the verdict with its counts: "failed: 2 errors, 1 warning".
func (r *Report) Summary() string {
	var parts []string
	for s := diag.Error; s >= diag.Info; s-- {
		if n := r.Count(s); n > 0 {
			parts = append(parts, plural(n, map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Info: "remark"}[s]))
		}
	}
	if parts == nil {
		return r.Verdict().String()
	}
	return r.Verdict().String() + ": " + strings.Join(parts, ", ")
}

// Where says where a finding is: "page 3", "file".
func (f Finding) Where() string {
	if f.Page == 0 {
		return "file"
	}
	return fmt.Sprintf("page %d", f.Page)
}

// Group is a fault that several pages share.
type Group struct {
	Finding
	Pages []int // ascending; empty for the file as a whole
}

// Groups puts findings of one rule that say the same together. More is summed
// up.
func (r *Report) Groups() (out []Group) {
	place := map[[2]string]int{}
	for _, f := range r.Findings {
		key := [2]string{f.Rule + " " + f.Severity.String(), f.Message}
		i, known := place[key]
		if !known {
			i = len(out)
			place[key] = i
			out = append(out, Group{Finding: f})
		} else {
			out[i].More += f.More
		}
		if f.Page > 0 {
			out[i].Pages = append(out[i].Pages, f.Page)
		}
	}
	return out
}

// Where says where a fault is: "file", "page 3", "pages 1, 4-6".
func (g Group) Where() string {
	if len(g.Pages) < 2 {
		return g.Finding.Where()
	}
	var parts []string
	for i := 0; i < len(g.Pages); {
		j := i
		for j+1 < len(g.Pages) && g.Pages[j+1] == g.Pages[j]+1 {
			j++
		}
		if j == i {
			parts = append(parts, fmt.Sprint(g.Pages[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", g.Pages[i], g.Pages[j]))
		}
		i = j + 1
	}
	return "pages " + strings.Join(parts, ", ")
}

// String returns the fault in a line.
func (g Group) String() string {
	more := ""
	if g.More > 0 {
		more = fmt.Sprintf(" (and %d more)", g.More)
	}
	return fmt.Sprintf("%s: %v: %s%s [%s]", g.Where(), g.Severity, g.Message, more, g.Rule)
}

// String returns the finding in a line.
func (f Finding) String() string { return Group{Finding: f}.String() }

// Text writes the report for people, a line for each finding and one for the
// remedy of each rule.
func (r *Report) Text(w io.Writer, name string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", name, r.Summary())
	claim := r.Standard
	if claim == "" {
		claim = "no standard"
	}
	if r.Opened {
		fmt.Fprintf(&b, "  claims %s, PDF %s, for %s\n", claim, r.Version, orNone(r.Intent))
		for _, line := range r.Sizes() {
			fmt.Fprintf(&b, "  %s\n", line)
		}
		if len(r.Spots) > 0 {
			fmt.Fprintf(&b, "  spot inks: %s\n", strings.Join(r.Spots, ", "))
		}
	}
	groups := r.Groups()
	for i, g := range groups {
		fmt.Fprintf(&b, "  %v\n", g)
		if g.Hint != "" && (i+1 == len(groups) || groups[i+1].Rule != g.Rule) {
			fmt.Fprintf(&b, "    hint: %s\n", g.Hint)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func orNone(s string) string {
	if s == "" {
		return "no named press"
	}
	return s
}

// Sizes says how large the pages are, those that are alike together.
func (r *Report) Sizes() (lines []string) {
	for i := 0; i < len(r.Pages); {
		j := i
		for j < len(r.Pages) && size(r.Pages[j].Trim) == size(r.Pages[i].Trim) && r.Pages[j].bleedWidth() == r.Pages[i].bleedWidth() {
			j++
		}
		pages := plural(j-i, "page")
		lines = append(lines, fmt.Sprintf("%s of %s, bleed %s", pages, size(r.Pages[i].Trim), r.Pages[i].bleedWidth()))
		i = j
	}
	return lines
}

// bleedWidth is the least bleed of the four sides.
func (p *Page) bleedWidth() string {
	return millimetres(max(0, min(p.Bleed.X1-p.Trim.X1, p.Bleed.Y1-p.Trim.Y1, p.Trim.X0-p.Bleed.X0, p.Trim.Y0-p.Bleed.Y0)))
}

// wireReport is the report as JSON. Keys may be added, never renamed.
type wireReport struct {
	File     string        `json:"file"`
	Verdict  string        `json:"verdict"` // "passed", "warned" or "failed"
	Standard string        `json:"standard"`
	Version  string        `json:"version"`
	Intent   string        `json:"intent"`
	Title    string        `json:"title"`
	Producer string        `json:"producer"`
	Rules    int           `json:"rules"`
	Pages    []wirePage    `json:"pages"`
	Fonts    []wireFont    `json:"fonts"`
	Spots    []string      `json:"spots"`
	Findings []wireFinding `json:"findings"`
}

type wirePage struct {
	Number       int        `json:"number"`
	Trim         [4]float64 `json:"trim"`
	Bleed        [4]float64 `json:"bleed"`
	Media        [4]float64 `json:"media"`
	Plates       []string   `json:"plates"`
	MostInk      float64    `json:"most-ink"`
	LeastPPI     int        `json:"least-ppi"`
	Pictures     int        `json:"pictures"`
	SmallestType float64    `json:"smallest-type"`
	Transparent  bool       `json:"transparent"`
}

type wireFont struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Embedded bool   `json:"embedded"`
}

type wireFinding struct {
	Rule     string `json:"rule"`
	Source   string `json:"source"`
	Severity string `json:"severity"`
	Page     int    `json:"page"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Count    int    `json:"count"`
}

// JSON writes the report for programs: one object, indented.
func (r *Report) JSON(w io.Writer, name string) error {
	out := wireReport{
		File: name, Verdict: [...]string{"passed", "warned", "failed"}[r.Verdict()], Standard: r.Standard, Version: r.Version,
		Intent: r.Intent, Title: r.Title, Producer: r.Producer, Rules: r.Rules,
		Pages: []wirePage{}, Fonts: []wireFont{}, Spots: append([]string{}, r.Spots...), Findings: []wireFinding{},
	}
	corners := func(b Box) [4]float64 {
		return [4]float64{thousandths(b.X0), thousandths(b.Y0), thousandths(b.X1), thousandths(b.Y1)}
	}
	for i := range r.Pages {
		p := &r.Pages[i]
		out.Pages = append(out.Pages, wirePage{
			p.Number, corners(p.Trim), corners(p.Bleed), corners(p.Media), append([]string{}, p.Plates...),
			thousandths(p.MostInk), p.LeastPPI, p.Pictures, thousandths(p.SmallestType), p.Transparent,
		})
	}
	for _, f := range r.Fonts {
		out.Fonts = append(out.Fonts, wireFont{f.Name, f.Kind, f.Embedded})
	}
	source := map[string]string{}
	for _, rule := range Rules() {
		source[rule.ID] = rule.Source
	}
	for _, f := range r.Findings {
		out.Findings = append(out.Findings, wireFinding{f.Rule, source[f.Rule], f.Severity.String(), f.Page, f.Message, f.Hint, 1 + f.More})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

func thousandths(v float64) float64 {
	const k = 1000
	if v < 0 {
		return -thousandths(-v)
	}
	return float64(int64(v*k+0.5)) / k
}
