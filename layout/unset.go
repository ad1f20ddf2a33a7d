package layout

import (
	"strings"

	"masthead/layout/display"
	"masthead/layout/issue"
)

// unset says which words of the stories are on no page: those of the pieces that
// the bill leaves out, and names for which the brand has no use.
func (j *job) unset(lay *display.Layout) (out []display.Unset) {
	add := func(f display.Flexed, role, text string) {
		if text != "" {
			out = append(out, display.Unset{Story: f.Story, Role: role, Text: j.locale.TypesetString(text)})
		}
	}
	for _, f := range lay.Bill {
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
	names := printedNames(lay)
	for i := range j.issue.Sections {
		for _, a := range j.issue.Sections[i].Articles {
			f := display.Flexed{Story: a.Story()}
			if s := j.locale.TypesetString(a.Short); s != "" && !strings.Contains(names, plain(s)) {
				add(f, "short", a.Short)
			}
			if s := j.locale.TypesetString(a.IndexTitle); s != "" && !strings.Contains(names, plain(s)) {
				add(f, "entry", a.IndexTitle)
			}
		}
	}
	return out
}

// printedNames returns the words of all lines that may repeat a story's name.
func printedNames(lay *display.Layout) string {
	var b strings.Builder
	for i := range lay.Pages {
		for _, l := range lay.Pages[i].Lines {
			switch l.Role {
			case "title", "lead", "body", "list", "subhead", "blockquote", "caption", "credit", "facts", "pullquote", "byline":
			default:
				b.WriteString(plain(l.Text))
			}
		}
	}
	return b.String()
}

// plain takes away what lines and styles do to words.
func plain(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), ""))
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
