package preflight

import (
	"strconv"

	"masthead/layout/finish"
)

// checkFile looks at the header, the trailer and the catalog.
func (c *checker) checkFile() {
	if v, ok := c.value(c.catalog["Version"]).(finish.Name); ok && string(v) > c.report.Version {
		c.report.Version = string(v)
	}
	switch v, err := strconv.ParseFloat(c.report.Version, 64); {
	case err != nil:
		c.find("x4-version", 0, "the header names no version")
	case v > 1.75:
		c.find("x4-version", 0, "the file is PDF %s", c.report.Version)
	case v > 1.65:
		c.milder("x4-version", 0, "the file is PDF %s, which is newer than PDF/X-4 knows", c.report.Version)
	}
	if id := c.array(c.Trailer["ID"]); len(id) != 2 {
		c.find("x4-file-id", 0, "the file has no identifier")
	}
	if c.catalog["OCProperties"] != nil {
		c.find("layers", 0, "the file has layers")
	}
	names := c.dict(c.catalog["Names"])
	if names["EmbeddedFiles"] != nil || len(c.array(c.catalog["AF"])) > 0 {
		if tree := c.dict(names["EmbeddedFiles"]); tree == nil || len(c.array(tree["Names"])) > 0 || len(c.array(tree["Kids"])) > 0 {
			c.find("attachment", 0, "files are attached")
		}
	}
	if names["JavaScript"] != nil {
		c.find("x4-action", 0, "the file has JavaScript")
	}
	if c.dict(c.catalog["OpenAction"]) != nil {
		c.find("x4-action", 0, "opening the file starts an action")
	}
	if c.catalog["AA"] != nil {
		c.find("x4-action", 0, "the file has actions of its own")
	}
	prefs := c.dict(c.catalog["ViewerPreferences"])
	for _, key := range []finish.Name{"ViewArea", "ViewClip", "PrintArea", "PrintClip"} {
		if v, ok := c.value(prefs[key]).(finish.Name); ok && v != "MediaBox" && v != "BleedBox" {
			c.find("x4-viewer-area", 0, "the viewer preference %s is %s", key, v)
		}
	}
}

// checkAnnotations looks at what lies over a page. Printer's marks and trap
// networks are part of the printing; all else is not.
func (c *checker) checkAnnotations(p *sheet) {
	for _, o := range c.array(p.dict["Annots"]) {
		d := c.dict(o)
		if d == nil {
			continue
		}
		kind, _ := c.value(d["Subtype"]).(finish.Name)
		if kind == "PrinterMark" || kind == "TrapNet" {
			continue
		}
		if at, ok := c.box(d["Rect"]); ok && !at.meets(p.bleed) {
			continue
		}
		what := "an annotation of type " + string(kind)
		if kind == "Link" {
			what = "a link"
		} else if kind == "Widget" {
			what = "a form field"
		}
		c.find("x4-annotation", p.number, "%s lies on the page", what)
	}
	if p.dict["AA"] != nil {
		c.find("x4-action", p.number, "the page has actions")
	}
}

// value follows references; what cannot be read is null.
func (c *checker) value(o finish.Object) finish.Object {
	v, err := c.Get(o)
	if err != nil {
		return nil
	}
	return v
}

func (c *checker) dict(o finish.Object) finish.Dict {
	switch v := c.value(o).(type) {
	case finish.Dict:
		return v
	case *finish.Stream:
		return v.Dict
	}
	return nil
}

func (c *checker) array(o finish.Object) finish.Array {
	a, _ := c.value(o).(finish.Array)
	return a
}

// number returns a number, 0 for anything else.
func (c *checker) number(o finish.Object) float64 {
	v, _ := c.real(o)
	return v
}

func (c *checker) real(o finish.Object) (float64, bool) {
	switch v := c.value(o).(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// reals returns a list of numbers.
func (c *checker) reals(o finish.Object) []float64 {
	a := c.array(o)
	out := make([]float64, len(a))
	for i := range a {
		out[i] = c.number(a[i])
	}
	return out
}

func (c *checker) text(o finish.Object) string {
	s, _ := c.value(o).(finish.String)
	return finish.Text(s)
}
