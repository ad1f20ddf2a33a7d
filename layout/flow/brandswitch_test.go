package flow_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"masthead/layout/display"
	"masthead/layout/flow"
)

// TestSwitchingBrandLosesNothing sets drawn issues in several brands, two of them
// written by strangers to the engine: each prints every word of the issue once and
// in order, and all show the same photos and lead to the same addresses.
func TestSwitchingBrandLosesNothing(t *testing.T) {
	brands := []string{"default", "dispatch", "letter", "sheet"}
	stages := map[string]*stage{}
	for _, name := range brands {
		stages[name] = newStage(t, name)
	}
	for i, shape := range []string{"newsletter", "briefs", "one-section", "text-only", "ten-sections"} {
		t.Run(shape, func(t *testing.T) {
			t.Parallel()
			d := drawShape(t, uint64(40+i), shape)
			var photos, links []string
			for _, name := range brands {
				in, res, diags := stages[name].compose(t, d)
				if res == nil {
					quiet(t, diags)
					continue
				}
				e := examine(in, res, diags)
				for _, kind := range []string{"words", "photos", "links", "index"} {
					for _, f := range e.of(kind) {
						t.Errorf("%s: %v", name, f)
					}
				}
				files, targets := shown(res)
				if name == brands[0] {
					photos, links = files, targets
				}
				if !slices.Equal(files, photos) {
					t.Errorf("%s shows %v, %s %v", name, files, brands[0], photos)
				}
				if !slices.Equal(targets, links) {
					t.Errorf("%s leads to %v, %s to %v", name, targets, brands[0], links)
				}
			}
		})
	}
}

// shown lists the photos of an issue and what its links lead to outside of it.
func shown(res *flow.Result) (photos, links []string) {
	for _, p := range res.Document.Photos {
		photos = append(photos, p.File)
	}
	for _, p := range res.Document.Pages {
		for _, it := range p.Items {
			if l, ok := it.(*display.Link); ok && l.URI != "" {
				links = append(links, fmt.Sprint(l.URI))
			}
		}
	}
	unique := func(list []string) []string {
		list = slices.DeleteFunc(list, func(s string) bool { return strings.TrimSpace(s) == "" })
		slices.Sort(list)
		return slices.Compact(list)
	}
	return unique(photos), unique(links)
}
