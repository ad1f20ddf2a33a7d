package finish

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"masthead/layout/display"
)

// opened is a finished file under test.
type opened struct {
	*File
	t    *testing.T
	root Dict
}

func reread(t *testing.T, b []byte) opened {
	t.Helper()
	f, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	o := opened{File: f, t: t}
	o.root = o.dict(f.Trailer["Root"])
	return o
}

func (o opened) dict(v Object) Dict {
	o.t.Helper()
	d, err := o.Dict(v)
	if err != nil {
		o.t.Fatal(err)
	}
	return d
}

func (o opened) array(v Object) Array {
	o.t.Helper()
	a, err := o.Array(v)
	if err != nil {
		o.t.Fatal(err)
	}
	return a
}

func (o opened) data(v Object) []byte {
	o.t.Helper()
	v, err := o.Get(v)
	if err != nil {
		o.t.Fatal(err)
	}
	b, err := o.Decode(v.(*Stream))
	if err != nil {
		o.t.Fatal(err)
	}
	return b
}

func (o opened) pages() []Dict {
	o.t.Helper()
	refs, err := o.Pages()
	if err != nil {
		o.t.Fatal(err)
	}
	var out []Dict
	for _, r := range refs {
		out = append(out, o.dict(r))
	}
	return out
}

// dicts returns every dictionary of the file, those inside others too.
func (o opened) dicts() []Dict {
	o.t.Helper()
	var out []Dict
	var walk func(v Object)
	walk = func(v Object) {
		switch v := v.(type) {
		case Dict:
			out = append(out, v)
			for _, k := range sortedKeys(v) {
				walk(v[k])
			}
		case Array:
			for _, e := range v {
				walk(e)
			}
		case *Stream:
			walk(v.Dict)
		}
	}
	nums := []int{}
	for n := range o.entries {
		nums = append(nums, n)
	}
	slices.Sort(nums)
	for _, n := range nums {
		v, err := o.load(n)
		if err != nil {
			o.t.Fatal(err)
		}
		walk(v)
	}
	return out
}

func both(t *testing.T, test func(t *testing.T, f opened)) {
	for name, profile := range map[string]display.Profile{"email": display.Email, "print": display.Print} {
		t.Run(name, func(t *testing.T) { test(t, reread(t, full(t).must(profile))) })
	}
}

// TestFonts looks at what validators are blind to: subset tags, glyph 0, and
// widths, in every font.
func TestFonts(t *testing.T) {
	both(t, func(t *testing.T, f opened) {
		fonts := 0
		for _, d := range f.dicts() {
			if d["Subtype"] != Name("Type0") {
				continue
			}
			fonts++
			name := string(d["BaseFont"].(Name))
			if len(name) < 8 || name[6] != '+' || strings.Trim(name[:6], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
				t.Errorf("%s has no subset tag", name)
			}
			cid := f.dict(f.array(d["DescendantFonts"])[0])
			descriptor := f.dict(cid["FontDescriptor"])
			if cid["BaseFont"] != d["BaseFont"] || descriptor["FontName"] != d["BaseFont"] {
				t.Errorf("%s bears several names", name)
			}
			if family, ok := descriptor["FontFamily"].(String); !ok || !strings.HasPrefix(name[7:], string(family)) {
				t.Errorf("%s is of the family %q", name, family)
			}
			program := parseTrueType(f.data(descriptor["FontFile2"]))
			glyphs := f.data(cid["CIDToGIDMap"])
			widths := f.array(f.array(cid["W"])[1])
			if len(glyphs) != 2*len(widths)+2 {
				t.Fatalf("%s: %d widths, %d bytes of glyph map", name, len(widths), len(glyphs))
			}
			texts := parseToUnicode(f.data(d["ToUnicode"]))
			for i, w := range widths {
				glyph := int(glyphs[2*i+2])<<8 | int(glyphs[2*i+3])
				if glyph == 0 {
					t.Errorf("%s: code %d is glyph 0", name, i+1)
				}
				want := float64(program.width(glyph)) * 1000 / float64(program.perEm())
				if got := number(w); got < want-0.01 || got > want+0.01 {
					t.Errorf("%s: code %d is %v wide, %v in the program", name, i+1, got, want)
				}
				if texts[uint16(i+1)] == "" {
					t.Errorf("%s: code %d stands for nothing", name, i+1)
				}
			}
		}
		if fonts != 2 {
			t.Errorf("%d fonts, want 2", fonts)
		}
	})
}

func number(o Object) float64 {
	if n, ok := o.(int64); ok {
		return float64(n)
	}
	v, _ := o.(float64)
	return v
}

// TestInfoEqualsXMP: the two places where a file says its title, author and
// dates say the same.
func TestInfoEqualsXMP(t *testing.T) {
	both(t, func(t *testing.T, f opened) {
		info := f.dict(f.Trailer["Info"])
		xmp := string(f.data(f.root["Metadata"]))
		if f.dict(f.root["Metadata"])["Filter"] != nil {
			t.Error("the XMP packet is compressed")
		}
		for key, element := range map[Name]string{
			"Title": `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, "Author": "<dc:creator><rdf:Seq><rdf:li>",
			"Subject": `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, "Producer": "<pdf:Producer>",
		} {
			if want := element + escaped(Text(info[key].(String))) + "<"; !strings.Contains(xmp, want) {
				t.Errorf("XMP lacks %s", want)
			}
		}
		if info["CreationDate"] != String("D:20230601120000+00'00'") || info["ModDate"] != info["CreationDate"] {
			t.Errorf("dates %v %v", info["CreationDate"], info["ModDate"])
		}
		for _, element := range []string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
			if !strings.Contains(xmp, "<"+element+">2023-06-01T12:00:00+00:00<") {
				t.Errorf("XMP has another %s", element)
			}
		}
	})
}

func TestHygiene(t *testing.T) {
	both(t, func(t *testing.T, f opened) {
		for _, d := range f.dicts() {
			for _, key := range []Name{"Names", "Group", "CIDSet", "Interpolate", "Alternates", "JS", "AA", "Rotate", "UserUnit", "CropBox"} {
				if _, ok := d[key]; ok {
					t.Errorf("/%s in %v", key, d)
				}
			}
		}
		id := f.array(f.Trailer["ID"])
		if len(id) != 2 || id[0] != id[1] || len(id[0].(String)) != 16 {
			t.Errorf("id %q", id)
		}
		if bytes.Contains(f.b, []byte("FPDF")) {
			t.Error("the painter's producer is left")
		}
	})
}
