package preflight

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"masthead/layout/finish"
)

// The names of XMP properties, by namespace.
const (
	nsRDF  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC   = "http://purl.org/dc/elements/1.1/ "
	nsPDF  = "http://ns.adobe.com/pdf/1.3/ "
	nsXMP  = "http://ns.adobe.com/xap/1.0/ "
	nsMM   = "http://ns.adobe.com/xap/1.0/mm/ "
	nsPDFX = "http://www.npes.org/pdfx/ns/id/ "
)

// checkMetadata looks at the XMP packet and whether Info agrees with it.
func (c *checker) checkMetadata() {
	info := c.dict(c.Trailer["Info"])
	c.report.Title, c.report.Producer = c.text(info["Title"]), c.text(info["Producer"])
	if t, ok := pdfDate(c.text(info["CreationDate"])); ok && t.Year() > 1 && t.Year() < 9999 {
		c.report.Created = t.UTC()
	}
	xmp := c.packet()
	if v := xmp[nsPDFX+"GTS_PDFXVersion"]; v != "" {
		c.report.Standard = v
	} else if v := c.text(info["GTS_PDFXVersion"]); v != "" {
		c.report.Standard = v
	}
	if xmp == nil {
		c.checkTrapped(info, nil)
		return
	}
	if v := xmp[nsPDFX+"GTS_PDFXVersion"]; v != "PDF/X-4" {
		what := "the file does not say that it is PDF/X-4"
		if c.report.Standard != "" {
			what = "the file says that it is " + c.report.Standard
		}
		c.find("x4-claim", 0, "%s", what)
	}
	if c.report.Title == "" {
		c.report.Title = xmp[nsDC+"title"]
	}
	if xmp[nsDC+"title"] == "" {
		c.find("x4-title", 0, "the document has no title")
	}
	c.lacking(xmp, "x4-dates", nsXMP, "CreateDate", "ModifyDate", "MetadataDate")
	c.lacking(xmp, "x4-identity", nsMM, "DocumentID", "VersionID", "RenditionClass")
	c.checkTrapped(info, xmp)
	c.checkSame(info, xmp)
}

func (c *checker) lacking(xmp map[string]string, rule, ns string, names ...string) {
	var missing []string
	for _, n := range names {
		if xmp[ns+n] == "" {
			missing = append(missing, n)
		}
	}
	if missing != nil {
		c.find(rule, 0, "the metadata lack %s", strings.Join(missing, ", "))
	}
}

// checkTrapped: printers must know whether the file has traps already.
func (c *checker) checkTrapped(info finish.Dict, xmp map[string]string) {
	name, _ := c.value(info["Trapped"]).(finish.Name)
	a, b := string(name), xmp[nsPDF+"Trapped"]
	valid := func(s string) bool { return s == "True" || s == "False" }
	switch {
	case a == "" && b == "":
		c.find("x4-trapped", 0, "the file does not say whether it is trapped")
	case a != "" && !valid(a) || b != "" && !valid(b):
		c.find("x4-trapped", 0, "Trapped is neither True nor False")
	case a != "" && b != "" && a != b:
		c.find("x4-trapped", 0, "Trapped is %s in Info and %s in XMP", a, b)
	}
}

// checkSame compares Info with XMP where both say something.
func (c *checker) checkSame(info finish.Dict, xmp map[string]string) {
	for _, p := range [][2]string{
		{"Title", nsDC + "title"},
		{"Author", nsDC + "creator"},
		{"Subject", nsDC + "description"},
		{"Producer", nsPDF + "Producer"},
		{"Creator", nsXMP + "CreatorTool"},
	} {
		if a, b := c.text(info[finish.Name(p[0])]), xmp[p[1]]; a != "" && b != "" && a != b {
			c.find("x4-info-same", 0, "%s is %q in Info and %q in XMP", p[0], short(a), short(b))
		}
	}
	for _, p := range [][2]string{{"CreationDate", "CreateDate"}, {"ModDate", "ModifyDate"}} {
		a, ok := pdfDate(c.text(info[finish.Name(p[0])]))
		b, ok2 := xmpDate(xmp[nsXMP+p[1]])
		if ok && ok2 && !a.Equal(b) {
			c.find("x4-info-same", 0, "%s is another time in XMP", p[0])
		}
	}
}

// packet reads the properties of the XMP packet; nil where there is none.
func (c *checker) packet() map[string]string {
	st, ok := c.value(c.catalog["Metadata"]).(*finish.Stream)
	if !ok {
		c.find("x4-xmp", 0, "the file has no XMP metadata")
		return nil
	}
	data, err := c.Decode(st)
	if err == nil && len(data) > 8<<20 {
		err = errors.New("it is too large")
	}
	var out map[string]string
	if err == nil {
		out, err = properties(data)
	}
	if err != nil {
		c.find("x4-xmp", 0, "the XMP metadata cannot be read: %v", err)
		return nil
	}
	return out
}

// properties reads XMP as far as its simple values go: by "namespace name", the
// first item of a list (ISO 16684-1, 7).
func properties(data []byte) (map[string]string, error) {
	out := map[string]string{}
	d := xml.NewDecoder(bytes.NewReader(data))
	var path []xml.Name
	top, property := 0, "" // depth of the Description, and what is read below it
	set := func(key, v string) {
		if v = strings.TrimSpace(v); v != "" && out[key] == "" {
			out[key] = v
		}
	}
	for {
		t, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			path = append(path, t.Name)
			switch {
			case t.Name == xml.Name{Space: nsRDF, Local: "Description"} && top == 0:
				top = len(path)
				for _, a := range t.Attr {
					set(a.Name.Space+" "+a.Name.Local, a.Value)
				}
			case top > 0 && len(path) == top+1:
				property = t.Name.Space + " " + t.Name.Local
			}
		case xml.CharData:
			if property != "" {
				set(property, string(t))
			}
		case xml.EndElement:
			if len(path) == top {
				top = 0
			}
			if len(path) == top+1 {
				property = ""
			}
			path = path[:len(path)-1]
		}
	}
}

// pdfDate reads D:20230601120000+02'00' (ISO 32000-1, 7.9.4).
func pdfDate(s string) (time.Time, bool) {
	s = strings.TrimPrefix(s, "D:")
	digits := len(s)
	if i := strings.IndexAny(s, "+-Z"); i >= 0 {
		digits = i
	}
	const whole = "20060102150405"
	if digits < 4 || digits > len(whole) || digits%2 != 0 {
		return time.Time{}, false
	}
	t, err := time.Parse(whole[:digits], s[:digits])
	if err != nil {
		return t, false
	}
	zone := strings.ReplaceAll(s[digits:], "'", "")
	if len(zone) < 3 || zone[0] == 'Z' {
		return t, true
	}
	h, err := strconv.Atoi(zone[1:3])
	if err != nil {
		return t, false
	}
	m := 0
	if len(zone) >= 5 {
		if m, err = strconv.Atoi(zone[3:5]); err != nil {
			return t, false
		}
	}
	off := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if zone[0] == '+' {
		off = -off
	}
	return t.Add(off), true
}

func xmpDate(s string) (time.Time, bool) {
	for _, form := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02"} {
		if t, err := time.Parse(form, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// short cuts a text to a length that suits a message.
func short(s string) string {
	const most = 40
	r := []rune(s)
	if len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
