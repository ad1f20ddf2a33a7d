package brand

import (
	"fmt"
	"slices"
	"strings"

	"masthead/layout/diag"
	"masthead/layout/geom"
	"masthead/layout/source"
)

// styleRules checks the type styles, each with what it is based on.
func (c *checker) styleRules() {
	if len(c.Families.Entries) == 0 {
		c.errorf(c.At.Of("families"), "missing-key", "add families: {text: {regular: source-serif-4/SourceSerif4-Regular.ttf}}", "the brand has no families")
	}
	if len(c.Styles.Entries) == 0 {
		c.errorf(c.At.Of("styles"), "missing-key", "see the worked example of the brand chapter", "the brand has no styles")
	}
	for i := range c.Styles.Entries {
		e := &c.Styles.Entries[i]
		s := &e.Value
		c.size(e.Key, s, e.At)
		c.weight(s.Family, s.Weight, s.At.Of("weight"))
		for _, f := range s.Features {
			if tag := strings.TrimPrefix(f, "-"); len(tag) != 4 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
				c.errorf(s.At.Of("features"), "bad-value", "four letters, as in onum or -liga", "%q is not an OpenType feature", f)
			}
		}
		if s.Balanced && s.Align == "justified" {
			c.errorf(s.At.Of("balanced"), "bad-value", "choose one", "style %q is balanced and justified", e.Key)
		}
		if s.Tracking < -500 || s.Tracking > 2000 {
			c.errorf(s.At.Of("tracking"), "out-of-range", "from -500 to 2000", "a tracking of %d/1000 em", s.Tracking)
		}
		if d := s.DropCap; d != nil {
			c.dropCap(s, d)
		}
		c.breaking(s)
	}
}

func (c *checker) size(name string, s *Style, at diag.Pos) {
	if f := s.Fit; f != nil {
		if f.Min < geom.Pt(3) || f.Max < f.Min {
			c.errorf(s.At.Of("fit"), "out-of-range", "", "sizes from %v to %v", f.Min, f.Max)
		}
	}
	least, most := s.Size, s.Size
	if s.Fit != nil {
		least, most = min(least, s.Fit.Min), max(most, s.Fit.Max)
	}
	switch {
	case s.Size == 0:
		c.errorf(at, "missing-key", "add size: 9.5pt", "style %q has no size", name)
	case s.Size < geom.Pt(3) || s.Size > geom.Pt(1000):
		c.errorf(s.At.Of("size"), "out-of-range", "from 3 to 1000 points", "a size of %v", s.Size)
	case s.Leading < least/2 || s.Leading > 10*most && s.Leading > 4*c.Grid.Baseline:
		c.errorf(s.At.Of("leading"), "out-of-range", "", "a leading of %v for type of %v", s.Leading, s.Size)
	}
}

// weight checks that a family has a weight. A family that is not there has been
// reported.
func (c *checker) weight(family, weight string, at diag.Pos) {
	f, ok := c.Families.Get(family)
	if !ok || weight == "" {
		return
	}
	if _, ok := f.Files[weight]; !ok {
		c.errorf(at, "unknown-name", source.DidYouMean(weight, f.Weights()), "the family %q has no weight %q", family, weight)
	}
}

func (c *checker) dropCap(s *Style, d *DropCap) {
	family := s.Family
	if d.Family != "" {
		family = d.Family
	}
	c.weight(family, d.Weight, d.At.Of("weight"))
	if o := d.Opening; o != nil {
		family = s.Family
		if o.Family != "" {
			family = o.Family
		}
		c.weight(family, o.Weight, o.At.Of("weight"))
	}
}

// breaking checks the knobs of the paragraph breaker.
func (c *checker) breaking(s *Style) {
	b := &s.Breaking
	bad := func(key, hint, format string, args ...any) {
		c.errorf(b.At.Of(key), "out-of-range", hint, format, args...)
	}
	if w := b.WordSpace; w != nil && (w[0] < 0 || w[0] > w[1] || w[1] > w[2] || w[2] > 10) {
		bad("word-space", "as in [0.8, 1, 1.5]", "word spaces must rise from least over ideal to most, not %v, %v, %v", w[0], w[1], w[2])
	}
	if l := b.LetterSpace; l != nil && (l[0] > 0 || l[1] < 0 || l[0] < -100 || l[1] > 200) {
		bad("letter-space", "as in [-15, 20]", "letter-spacing from %d to %d", l[0], l[1])
	}
	for _, f := range []struct {
		key string
		v   *float64
		max float64
	}{{"last-line", b.LastLine, 1}, {"min-measure", b.MinMeasure, 1}, {"tolerance", b.Tolerance, 100}} {
		if f.v != nil && (*f.v < 0 || *f.v > f.max) {
			bad(f.key, fmt.Sprintf("from 0 to %v", f.max), "%s is %v", f.key, *f.v)
		}
	}
	for _, v := range b.Protrude {
		if v[0] < 0 || v[0] > 1 || v[1] < 0 || v[1] > 1 {
			bad("hang", "from 0 to 1", "characters hang by fractions of their width, not %v, %v", v[0], v[1])
			break
		}
	}
}

// inline checks the weights of markup: those of a family of its own must be
// there; those of the text's family are looked for as nearly as may be.
func (c *checker) inline() {
	for _, in := range []*Inline{&c.Inline.Emph, &c.Inline.Strong, &c.Inline.Both, &c.Inline.Link} {
		if in.Family != "" {
			c.weight(in.Family, in.Weight, in.At.Of("weight"))
		}
		if in.Size != 0 && (in.Size < 30 || in.Size > 300) {
			c.errorf(in.At.Of("size"), "out-of-range", "from 30 to 300", "a size of %d percent", in.Size)
		}
	}
}

// Logos lists the picture files of the brand, each once, with the place that
// names it first.
func (b *Brand) Logos() (files []string, at []diag.Pos) {
	for _, r := range b.refs() {
		if r.kind == "picture" && !slices.Contains(files, r.value) {
			files, at = append(files, r.value), append(at, r.at)
		}
	}
	return files, at
}

// checkFiles looks for every font and picture file.
func (b *Brand) checkFiles(diags *diag.List) {
	logos, at := b.Logos()
	for i, name := range logos {
		if err := b.look(name); err != nil {
			diags.Errorf(at[i], "missing-file", "pictures are looked for in the brand's folder", "picture %v", err)
		}
	}
	for _, f := range b.Families.Entries {
		for _, w := range f.Value.Weights() {
			name := f.Value.Files[w]
			if err := b.look(name); err != nil {
				diags.Errorf(f.Value.At.Of(w), "missing-file", "fonts are looked for in the brand's folder, then among the built-in ones", "font %v", err)
			}
		}
	}
}
