package layout

import (
	"strings"

	"masthead/layout/display"
	"masthead/layout/issue"
)

// unset says what the pieces are that a bill leaves out, for no page has their
// words.
func (j *job) unset(bill []display.Flexed) (out []display.Unset) {
	add := func(f display.Flexed, role, text string) {
		if text != "" {
			out = append(out, display.Unset{Story: f.Story, Role: role, Text: j.locale.TypesetString(text)})
		}
	}
	for _, f := range bill {
		a := j.article(f.Story)
		if a == nil {
			continue
		}
		switch f.Change {
		case "quote left out":
			add(f, "pullquote", issue.PlainText(a.Quote.Text))
			add(f, "byline", a.Quote.By)
		case "facts left out":
			for _, k := range a.Facts[int(f.To):] {
				add(f, "facts", strings.TrimSuffix(k.Label, ":")+": "+issue.PlainText(k.Text))
			}
		}
	}
	return out
}

func (j *job) article(story string) *issue.Article {
	for i := range j.issue.Sections {
		for _, a := range j.issue.Sections[i].Articles {
			if a.Story() == story {
				return a
			}
		}
	}
	return nil
}
