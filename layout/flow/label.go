package flow

import (
	"fmt"
	"strings"

	"masthead/layout/issue"
)

// label makes words of the brand with their fields filled in: nil where nothing
// is left to print.
//
// The fields: {title} {name} {number} {issue} (the ordinal label, "11th issue")
// {date} {publisher} {funding} {page}; {section} {section-number} of the page;
// {story} {short} of the story; {cover} caption and credit of the cover picture;
// {label:KEY}, a word of the language.
func (c *composer) label(words string, s *story, number int) *piece {
	empty := true
	links := ""
	out := fields(words, func(name string) string {
		v := c.field(name, s, number)
		if v != "" {
			empty = false
		}
		return v
	})
	if empty && strings.Contains(words, "{") || strings.TrimSpace(out) == "" {
		return nil
	}
	key := labelKey{out, words, number}
	if p, ok := c.labels[key]; ok {
		return p
	}
	p := &piece{role: "folio", id: fmt.Sprintf("furniture#%s", words), spans: []issue.Span{{Text: out, Link: links}}, pos: c.in.Issue.At.Pos}
	if s != nil && s.section != nil {
		p.sectionNumber = s.section.number
	}
	c.labels[key] = p
	c.labelled = append(c.labelled, p)
	return p
}

// reads gives words of the first page that say what the issue is their place in the
// reading order.
func (m *measurer) reads(label *piece, words string) {
	if label != nil && m.number == 1 && namesIssue(words) {
		label.role, label.id = "masthead", "cover#masthead"
	}
}

func namesIssue(words string) bool {
	for _, f := range []string{"{title}", "{name}", "{number}", "{issue}", "{date}", "{publisher}", "{funding}"} {
		if strings.Contains(words, f) {
			return true
		}
	}
	return false
}

type labelKey struct {
	text, words string
	number      int
}

func (c *composer) field(name string, s *story, number int) string {
	is, l := c.in.Issue, c.locale
	if key, ok := strings.CutPrefix(name, "label:"); ok {
		return l.Label(key)
	}
	switch name {
	case "title":
		return is.Title
	case "name":
		return is.Name
	case "number":
		if is.Number > 0 {
			return fmt.Sprint(is.Number)
		}
	case "issue":
		if is.Number > 0 {
			return l.IssueLabel(is.Number)
		}
	case "date":
		return l.Date(is.Date.Year, is.Date.Month, is.Date.Day)
	case "publisher":
		return is.Publisher
	case "funding":
		if is.Funding != nil {
			return is.Funding.Text
		}
	case "page":
		return fmt.Sprint(number)
	case "section":
		if s != nil && s.section != nil {
			return s.section.title.plain()
		}
	case "section-number":
		if s != nil && s.section != nil {
			return fmt.Sprint(s.section.number)
		}
	case "story":
		if s != nil && s.title != nil {
			return s.title.plain()
		}
	case "short":
		if s != nil {
			return s.name()
		}
	case "cover":
		return c.coverLine()
	}
	return ""
}

// name is the story's short title where it has one.
func (s *story) name() string {
	if s.short != "" {
		return s.short
	}
	if s.title != nil {
		return s.title.plain()
	}
	return s.id
}

// coverLine is what is said of the cover picture elsewhere on the cover.
func (c *composer) coverLine() string {
	fig := c.coverFigure
	if fig == nil {
		return ""
	}
	var parts []string
	if fig.caption != nil {
		parts = append(parts, c.locale.Fill("cover", fig.caption.plain()))
	}
	if fig.credit != nil {
		parts = append(parts, fig.credit.plain())
	}
	return strings.Join(parts, " ")
}
