package brand

import (
	"slices"

	"masthead/layout/geom"
)

// smallText warns of a colour of several plates in small light type on paper, at which
// plates that do not meet show.
func (l *linter) smallText(name string, st *Style, on surface) {
	if st.smallest() >= geom.Pt(l.Print.SmallText) || st.bold() {
		return
	}
	for section := 1; section <= max(1, len(l.Sections)); section++ {
		c := l.Ink(st.Colour, section)
		knocked := func(ground string) bool {
			return ground != "" && c.CMYK.Total() < l.Ink(ground, section).CMYK.Total()/2
		}
		if c.CMYK.C+c.CMYK.M+c.CMYK.Y == 0 && c.Spot == "" || slices.ContainsFunc(on.grounds, knocked) || !l.first("small/"+name+"/"+c.Name) {
			continue
		}
		l.warnf(l.own(st.At.Of("colour"), c.Name), "small-text", "set it larger, bolder or in black alone",
			"style %q: text in %q is set at %v, less than %vpt, and is not semi-bold", name, c.Name, st.smallest(), l.Print.SmallText)
	}
}

// leadings warns of type that is fitted to its measure and becomes higher than its
// leading.
func (l *linter) leadings() {
	for i := range l.Styles.Entries {
		e := &l.Styles.Entries[i]
		st := &e.Value
		if st.Fit == nil || st.Follows || st.Leading >= st.Fit.Max*7/10 {
			continue
		}
		l.warnf(st.At.Of("fit"), "leading", "leave leading: out, and it follows the size; one from based-on counts as well",
			"style %q: type of up to %v runs into what stands above its leading of %v", e.Key, st.Fit.Max, st.Leading)
	}
}

// wholeRows warns of half rows between paragraphs of running text, which do not count.
func (l *linter) wholeRows() {
	names := []string{"subhead", "list", "blockquote", "note"}
	for i := range l.Template.Entries {
		eachNode(l.Template.Entries[i].Value.Stack, func(n *Node) {
			if n.Body != nil {
				names = append(names, n.Body.Style)
			}
		})
	}
	for _, name := range names {
		st := l.Style(name)
		if st == nil {
			continue
		}
		for _, s := range []struct {
			key  string
			rows float64
		}{{"space-before", st.Before}, {"space-after", st.After}} {
			if whole := float64(int(s.rows)); s.rows != whole {
				l.once(st.At.Of(s.key), "off-grid", "write whole rows, or tell paragraphs by their indent",
					"%s of %v rows: running text stands on whole rows, so that it counts as %v", s.key, s.rows, whole)
			}
		}
	}
}
