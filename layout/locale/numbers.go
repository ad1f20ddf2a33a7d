package locale

import (
	"strconv"
	"strings"
)

// Ordinal returns n as an ordinal in figures: "11th", "11e", "11.", "11.º".
//
// The data give rules "ENDING:FORM" of which the first that fits wins: ENDING
// is matched with the end of the number's figures, "=1" with the whole number,
// "*" with any.
func (l *Locale) Ordinal(n int) string {
	figures := strconv.Itoa(n)
	for rule := range strings.SplitSeq(l.values["ordinal"], " ") {
		ending, form, ok := strings.Cut(rule, ":")
		if !ok {
			continue
		}
		whole, exact := strings.CutPrefix(ending, "=")
		if ending == "*" || exact && whole == figures || !exact && strings.HasSuffix(figures, ending) {
			return strings.Replace(form, "%d", figures, 1)
		}
	}
	return figures
}

// IssueLabel names an issue by its number: "11th issue", "11. Ausgabe",
// "第11期".
func (l *Locale) IssueLabel(n int) string {
	p := strings.Replace(l.values["issue"], "%d", strconv.Itoa(n), 1)
	return strings.Replace(p, "%s", l.Ordinal(n), 1)
}

// PageRange names the pages from first to last: "3", "4 and 5", "3–5".
func (l *Locale) PageRange(first, last int) string {
	switch {
	case last <= first:
		return strconv.Itoa(first)
	case last == first+1:
		pair := strings.Replace(l.values["pair"], "%s", strconv.Itoa(first), 1)
		return strings.Replace(pair, "%s", strconv.Itoa(last), 1)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// PageList names pages in ascending order: "4 and 5", "3–5", "1, 3",
// "1, 3–5, 8".
func (l *Locale) PageList(pages []int) string {
	if len(pages) == 0 {
		return ""
	}
	if n := len(pages); pages[n-1]-pages[0] == n-1 {
		return l.PageRange(pages[0], pages[n-1])
	}
	var b strings.Builder
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		if b.Len() > 0 {
			b.WriteString(l.values["list"])
		}
		if j-i < 2 { // two in a row stand apart here: "1, 4, 5"
			j = i
			b.WriteString(strconv.Itoa(pages[i]))
		} else {
			b.WriteString(l.PageRange(pages[i], pages[j]))
		}
		i = j + 1
	}
	return b.String()
}

// Pages labels pages as the index does: "Page 2", "Pages 3–5".
func (l *Locale) Pages(pages []int) string { return l.pages("page", "pages", pages) }

// SeePages labels pages as a cross-link does: "page 2", "pages 4 and 5".
func (l *Locale) SeePages(pages []int) string { return l.pages("see-page", "see-pages", pages) }

func (l *Locale) pages(one, several string, pages []int) string {
	if len(pages) == 1 {
		return l.Fill(one, strconv.Itoa(pages[0]))
	}
	return l.Fill(several, l.PageList(pages))
}
