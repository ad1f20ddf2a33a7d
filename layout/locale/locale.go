package locale

import (
	"maps"
	"slices"
	"strings"
)

// A Locale is a language's words and habits. It is read-only.
type Locale struct {
	tag    string
	known  bool
	plain  bool // no typography
	values map[string]string
	typo   *typography
}

// For returns the locale of a BCP 47 tag such as "en-GB". It falls back from
// the variety to the language, and to English. For "und" and its varieties the
// labels are English and Typeset changes nothing.
func For(tag string) *Locale {
	l := &Locale{tag: tag, values: make(map[string]string, 96)}
	names := candidates(tag)
	if names[0] == "und" {
		l.plain, l.known = true, true
	} else {
		l.known = l.read(names)
	}
	if !l.known || l.plain {
		l.read([]string{"en"})
	}
	l.typo = newTypography(l.values)
	return l
}

// Tag returns the tag that the locale was asked for.
func (l *Locale) Tag() string { return l.tag }

// Known reports whether the language has data of its own, rather than those of
// English.
func (l *Locale) Known() bool { return l.known }

// With returns a copy of l in which the given keys have other values: labels,
// forms or typography, or labels of the caller's own. Values are taken as
// written. The key "typography" with the value "off" makes Typeset return what
// it is given.
func (l *Locale) With(overrides map[string]string) *Locale {
	if len(overrides) == 0 {
		return l
	}
	c := *l
	c.values = maps.Clone(l.values)
	maps.Copy(c.values, overrides)
	if v, ok := overrides["typography"]; ok {
		c.plain = v == "off"
	}
	c.typo = newTypography(c.values)
	return &c
}

// Label returns the word or pattern for key, "" where there is none.
func (l *Locale) Label(key string) string { return l.values[key] }

// Fill returns the label for key with text in the place of %s.
func (l *Locale) Fill(key, text string) string {
	return strings.Replace(l.values[key], "%s", text, 1)
}

// Has reports whether there is a label or form of that name.
func (l *Locale) Has(key string) bool { _, ok := l.values[key]; return ok }

// Keys returns the names of all labels and forms, sorted.
func (l *Locale) Keys() []string { return slices.Sorted(maps.Keys(l.values)) }

// Quotes returns the marks of a quotation and of one inside it, without the
// spaces that French sets inside them.
func (l *Locale) Quotes() (open, closing, openInner, closeInner string) {
	q := &l.typo.quotes
	return q[outer].open, q[outer].closing, q[inner].open, q[inner].closing
}
