package finish

import (
	"bytes"
	"strings"
	"testing"

	"masthead/layout/display"
)

// mutation is one fault put into a good file.
type mutation struct {
	name   string
	print  bool
	change func(f *thawed) int // how many places it changed
}

// thawed is a finished file as a table again.
type thawed struct {
	table
	root, info Ref
}

func thaw(t testing.TB, b []byte) *thawed {
	f, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	out := &thawed{root: f.Trailer["Root"].(Ref), info: f.Trailer["Info"].(Ref)}
	size := f.Trailer["Size"].(int64)
	for n := 1; n < int(size); n++ {
		o, err := f.load(n)
		if err != nil {
			t.Fatal(err)
		}
		out.add(o)
	}
	return out
}

// each calls change for every dictionary that satisfies want.
func (f *thawed) each(want func(Dict) bool, change func(Dict)) int {
	n := 0
	var walk func(o Object)
	walk = func(o Object) {
		switch o := o.(type) {
		case Dict:
			if want(o) {
				change(o)
				n++
			}
			for _, v := range o {
				walk(v)
			}
		case Array:
			for _, v := range o {
				walk(v)
			}
		case *Stream:
			walk(o.Dict)
		}
	}
	for _, o := range f.objects {
		walk(o)
	}
	return n
}

func with(key Name, v Object) func(Dict) bool {
	return func(d Dict) bool {
		have, ok := d[key]
		return ok && (v == nil || have == v)
	}
}

func without(key Name) func(Dict) { return func(d Dict) { delete(d, key) } }

func set(key Name, v Object) func(Dict) { return func(d Dict) { d[key] = v } }

// stream rewrites the data of the streams that satisfy want.
func (f *thawed) stream(want func(Dict) bool, change func([]byte) []byte) int {
	n := 0
	for _, o := range f.objects {
		st, ok := o.(*Stream)
		if !ok || !want(st.Dict) {
			continue
		}
		data := st.Data
		if st.Dict["Filter"] == Name("FlateDecode") {
			var err error
			if data, err = inflate(data, maxInflated); err != nil {
				continue
			}
		}
		changed := change(data)
		if bytes.Equal(changed, data) {
			continue
		}
		st.Data = changed
		delete(st.Dict, "Filter")
		n++
	}
	return n
}

func replace(from, to string) func([]byte) []byte {
	return func(b []byte) []byte { return bytes.Replace(b, []byte(from), []byte(to), 1) }
}

func anything(Dict) bool { return true }

// mutations are faults that veraPDF knows.
func mutations() []mutation {
	simple := func(name string, key Name, v Object, change func(Dict)) mutation {
		return mutation{name: name, change: func(f *thawed) int { return f.each(with(key, v), change) }}
	}
	metadata := with("Type", Name("Metadata"))
	mail := []mutation{
		simple("no-tounicode", "Subtype", Name("Type0"), without("ToUnicode")),
		simple("no-annotation-flags", "Subtype", Name("Link"), without("F")),
		simple("no-annotation-contents", "Subtype", Name("Link"), without("Contents")),
		simple("no-struct-parent", "Subtype", Name("Link"), without("StructParent")),
		simple("no-tab-order", "Type", Name("Page"), without("Tabs")),
		simple("no-language", "Type", Name("Catalog"), without("Lang")),
		simple("no-mark-info", "Type", Name("Catalog"), without("MarkInfo")),
		simple("suspects", "Type", Name("Catalog"), set("MarkInfo", Dict{"Marked": true, "Suspects": true})),
		simple("no-tags", "Type", Name("Catalog"), without("StructTreeRoot")),
		simple("no-title-bar", "Type", Name("Catalog"), without("ViewerPreferences")),
		simple("no-metadata", "Type", Name("Catalog"), without("Metadata")),
		simple("no-intent", "Type", Name("Catalog"), without("OutputIntents")),
		simple("script", "Type", Name("Catalog"), set("OpenAction", Dict{"S": Name("JavaScript"), "JS": String("0")})),
		simple("no-alt", "S", Name("Figure"), without("Alt")),
		simple("heading-skip", "S", Name("H3"), set("S", Name("H5"))),
		simple("paragraph-in-item", "S", Name("LBody"), set("S", Name("P"))),
		simple("own-role", "S", Name("BlockQuote"), set("S", Name("Aside"))),
		simple("interpolate", "Subtype", Name("Image"), set("Interpolate", true)),
		simple("no-program", "Type", Name("FontDescriptor"), without("FontFile2")),
		simple("wrong-widths", "Subtype", Name("CIDFontType2"), set("W", Array{1, Array{123, 321, 213}})),
		simple("no-glyph-map", "Subtype", Name("CIDFontType2"), without("CIDToGIDMap")),
		{name: "no-ua-schema", change: func(f *thawed) int {
			return f.stream(metadata, func(b []byte) []byte {
				from, to := bytes.Index(b, []byte("<pdfaExtension:")), bytes.Index(b, []byte("</rdf:Description>"))
				return append(bytes.Clone(b[:from]), b[to:]...)
			})
		}},
		{name: "no-ua-claim", change: func(f *thawed) int {
			return f.stream(metadata, replace("<pdfuaid:part>1</pdfuaid:part>", ""))
		}},
		{name: "other-title", change: func(f *thawed) int {
			return f.stream(metadata, replace("dc:title>", "dc:tittle>"))
		}},
		{name: "unmarked-text", change: func(f *thawed) int {
			return f.stream(anything, func(b []byte) []byte {
				if !bytes.Contains(b, []byte("/Artifact BMC")) {
					return b
				}
				at := bytes.LastIndex(b, []byte("/Artifact BMC"))
				end := bytes.LastIndex(b, []byte("EMC"))
				return append(bytes.Clone(b[:at]), b[at+len("/Artifact BMC"):end]...)
			})
		}},
	}
	press := []mutation{
		simple("rgb-group", "Type", Name("Page"), set("Group", Dict{"S": Name("Transparency"), "CS": Name("DeviceRGB")})),
		simple("rgb-picture", "ColorSpace", Name("DeviceGray"), set("ColorSpace", Name("DeviceRGB"))),
		simple("no-intent", "Type", Name("Catalog"), without("OutputIntents")),
		{name: "rgb-colour", change: func(f *thawed) int { return f.stream(anything, replace("0 0 0 1 k", "1 0 0 rg")) }},
		{name: "unknown-schema", change: func(f *thawed) int {
			return f.stream(metadata, replace("pdfaSchema:namespaceURI>http://www.npes.org/pdfx/ns/id/<", "pdfaSchema:namespaceURI>http://www.npes.org/pdfx/ns/<"))
		}},
		{name: "unknown-operator", change: func(f *thawed) int { return f.stream(anything, replace("re W n", "re W n foo")) }},
	}
	for i := range press {
		press[i].print = true
	}
	return append(mail, press...)
}

// broken returns a good file with one fault.
func broken(t testing.TB, good []byte, m mutation) []byte {
	f := thaw(t, good)
	if m.change(f) == 0 {
		t.Fatalf("%s changes nothing", m.name)
	}
	out, err := f.write(f.root, f.info, shape{version: "1.7", packed: !m.print})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestMutations keeps the corpus of faults honest without the judge: each
// changes something, and what it makes is still a file.
func TestMutations(t *testing.T) {
	good := map[bool][]byte{false: full(t).must(display.Email), true: full(t).must(display.Print)}
	for _, m := range mutations() {
		if _, err := Read(broken(t, good[m.print], m)); err != nil {
			t.Errorf("%s: %v", m.name, err)
		}
		if strings.ContainsAny(m.name, " /") {
			t.Errorf("%q is no file name", m.name)
		}
	}
}

// TestRewriting: a finished file, read and written again, is the same file but
// for its number of objects: the writer has one form.
func TestRewriting(t *testing.T) {
	good := full(t).must(display.Print)
	f := thaw(t, good)
	again, err := f.write(f.root, f.info, shape{version: "1.6"})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(good, again) {
		t.Error("written again, the file has other bytes")
	}
}
