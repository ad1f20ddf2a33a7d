package golden

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// Report says what became different, the most important first.
type Report struct {
	Findings []Finding
}

// Finding is one sentence, with what it rests on.
type Finding struct {
	Kind    string   `json:"kind"` // house, pages, section, story, text, photo, index or place
	Page    int      `json:"page"` // where to look first, 0 for everywhere
	Story   string   `json:"story"`
	Text    string   `json:"text"`
	Details []string `json:"details"`
	rank    int
	own     bool // the writer's doing, which no other brand explains
}

// Same reports whether nothing became different.
func (r *Report) Same() bool { return len(r.Findings) == 0 }

// Pages returns the pages that the findings name, in order; a finding about
// everything names none.
func (r *Report) Pages() []int {
	var out []int
	for _, f := range r.Findings {
		if f.Page > 0 {
			out = append(out, f.Page)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// WriteJSON writes the report on one line. Lists are never null.
func (r *Report) WriteJSON(w io.Writer, issue string) error {
	out := struct {
		Issue    string    `json:"issue"`
		Same     bool      `json:"same"`
		Findings []Finding `json:"findings"`
	}{issue, r.Same(), []Finding{}}
	for _, f := range r.Findings {
		if f.Details == nil {
			f.Details = []string{}
		}
		out.Findings = append(out.Findings, f)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

// The ranks, by which sentences are put in order: what holds for everything,
// what came and went, what was written, and then what follows from it.
const (
	rankHouse = iota
	rankExtent
	rankSection
	rankStory
	rankPhoto
	rankText
	rankMoved
	rankFurniture
	rankIndex
	rankPlace
	rankLeast
)

// brief makes one sentence of the last ones where there are more than somebody
// will read and they tell what followed from others.
func brief(list []Finding) []Finding {
	const bearable = 8
	keep := bearable - 1
	for keep < len(list) && list[keep].rank < rankMoved {
		keep++
	}
	rest := list[min(keep, len(list)):]
	if len(list) <= bearable || len(rest) < 2 {
		return list
	}
	f := Finding{Kind: "place", Page: rest[0].Page, rank: rankLeast}
	var pages []int
	for _, r := range rest {
		f.Details = append(append(f.Details, r.Text), r.Details...)
		if r.Page > 0 {
			pages = append(pages, r.Page)
		}
	}
	f.Text = fmt.Sprintf("and %d more things that follow", len(rest))
	if len(pages) > 0 {
		slices.Sort(pages)
		f.Text += ", on " + onPages(slices.Compact(pages))
	}
	return append(slices.Clone(list[:keep]), f)
}

// most is how many details a finding lists.
const most = 12

// curtail cuts a list of details to what somebody may read.
func curtail(list []string) []string {
	if len(list) <= most {
		return list
	}
	return append(slices.Clone(list[:most-1]), "and "+count(len(list)-most+1, "more", "more"))
}
