package finish

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"masthead/layout/display"
)

// A validator does not see whether a figure is described or only named, whether a
// letter is painted as the box for a missing one, or whether the two descriptions
// of a file agree. These tests look for what it is blind to, in a file as written.

// inspector looks through the objects of a file.
type inspector struct {
	*thawed
	file   *File
	faults []string
}

func (i *inspector) fault(format string, args ...any) {
	i.faults = append(i.faults, fmt.Sprintf(format, args...))
}

// overlooked lists what is wrong with an e-mail file that veraPDF passes.
func overlooked(t testing.TB, b []byte) []string {
	f, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	i := &inspector{thawed: thaw(t, b), file: f}
	i.figures()
	i.fonts()
	i.headings(t)
	i.links()
	i.descriptions(t)
	i.contrasts(t)
	return i.faults
}

// dict follows a reference to a dictionary.
func (i *inspector) dict(o Object) Dict {
	d, _ := i.file.Dict(o)
	return d
}

// figures are described by words, and say where they stand.
func (i *inspector) figures() {
	named := regexp.MustCompile(`(?i)^\S+\.(jpe?g|png|tiff?|webp)$`)
	i.each(with("S", Name("Figure")), func(d Dict) {
		alt, _ := d["Alt"].(String)
		if says := Text(alt); !strings.ContainsFunc(says, func(r rune) bool { return r > ' ' }) || named.MatchString(says) {
			i.fault("a figure is described as %q", says)
		}
		box, err := i.file.Array(i.dict(d["A"])["BBox"])
		if err != nil || len(box) != 4 || number(box[0]) >= number(box[2]) || number(box[1]) >= number(box[3]) {
			i.fault("a figure stands at %v", box)
		}
	})
}

// fonts are named as subsets, and no code of theirs that is shown leads to
// glyph 0.
func (i *inspector) fonts() {
	tagged := regexp.MustCompile(`^[A-Z]{6}\+.`)
	i.each(with("Subtype", Name("Type0")), func(d Dict) {
		if name, _ := d["BaseFont"].(Name); !tagged.MatchString(string(name)) {
			i.fault("the font %s bears no tag", name)
		}
		list, err := i.file.Array(d["DescendantFonts"])
		if err != nil || len(list) != 1 {
			i.fault("a font has %d descendants", len(list))
			return
		}
		below := i.dict(list[0])
		st, _ := i.file.Get(below["CIDToGIDMap"])
		glyphs, err := i.file.Decode(st.(*Stream))
		if err != nil {
			i.fault("the glyphs cannot be read: %v", err)
		}
		widths, err := i.file.Array(below["W"])
		if err != nil || len(widths) != 2 {
			i.fault("widths %v", widths)
			return
		}
		codes, _ := i.file.Array(widths[1])
		for code := 1; code <= len(codes); code++ {
			if 2*code+1 >= len(glyphs) || glyphs[2*code] == 0 && glyphs[2*code+1] == 0 {
				i.fault("code %d of %s is the box for a missing letter", code, d["BaseFont"])
			}
		}
	})
}

// headings begin with one of the first level, and none skips a level going down.
func (i *inspector) headings(t testing.TB) {
	tree, err := Tree(i.file)
	if err != nil {
		t.Fatal(err)
	}
	last, titles := 0, 0
	var walk func(e *Element)
	walk = func(e *Element) {
		if level := strings.Index("H1H2H3H4H5H6", e.Role)/2 + 1; len(e.Role) == 2 && e.Role[0] == 'H' {
			if level > last+1 {
				i.fault("%s after H%d", e.Role, last)
			}
			if last = level; level == 1 {
				titles++
			}
		}
		for _, p := range e.Parts {
			if p.Element != nil {
				walk(p.Element)
			}
		}
	}
	walk(tree)
	if titles != 1 {
		i.fault("%d titles", titles)
	}
}

// links belong to Link elements and are described.
func (i *inspector) links() {
	owned := map[Ref]Name{}
	i.each(func(d Dict) bool { return d["S"] != nil && d["K"] != nil }, func(d Dict) {
		kids, ok := d["K"].(Array)
		if !ok {
			kids = Array{d["K"]}
		}
		for _, k := range kids {
			if o, ok := k.(Dict); ok && o["Type"] == Name("OBJR") {
				owned[o["Obj"].(Ref)], _ = d["S"].(Name)
			}
		}
	})
	for n, o := range i.objects {
		d, ok := o.(Dict)
		if !ok || d["Subtype"] != Name("Link") {
			continue
		}
		if role := owned[Ref{Num: n + 1}]; role != "Link" {
			i.fault("a link belongs to %q", role)
		}
		if says, _ := d["Contents"].(String); strings.TrimSpace(Text(says)) == "" {
			i.fault("a link says nothing")
		}
	}
}

// descriptions: the old dictionary and the packet say the same of the file.
func (i *inspector) descriptions(t testing.TB) {
	info, root := i.dict(i.info), i.dict(i.root)
	o, err := i.file.Get(root["Metadata"])
	if err != nil {
		t.Fatal(err)
	}
	packet, err := i.file.Decode(o.(*Stream))
	if err != nil {
		t.Fatal(err)
	}
	for key, name := range map[Name]string{"Title": "title", "Author": "creator", "Subject": "description", "Producer": "Producer"} {
		was, _ := info[key].(String)
		if is := property(packet, name); is != Text(was) {
			i.fault("%s is %q and %q", key, Text(was), is)
		}
	}
	for key, name := range map[Name]string{"CreationDate": "CreateDate", "ModDate": "ModifyDate"} {
		was, _ := info[key].(String)
		digits := func(s string) string { return regexp.MustCompile(`\D`).ReplaceAllString(s, "") }
		if is := property(packet, name); digits(is) != digits(string(was)) {
			i.fault("%s is %s and %s", key, was, is)
		}
	}
}

// property returns the text of the first element of a local name.
func property(packet []byte, name string) string {
	d := xml.NewDecoder(strings.NewReader(string(packet)))
	depth := 0
	var text strings.Builder
	for {
		tok, err := d.Token()
		if err != nil {
			return strings.TrimSpace(text.String())
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if depth > 0 || tok.Name.Local == name {
				depth++
			}
		case xml.EndElement:
			if depth > 0 {
				if depth--; depth == 0 {
					return strings.TrimSpace(text.String())
				}
			}
		case xml.CharData:
			if depth > 0 {
				text.Write(tok)
			}
		}
	}
}

// blind are faults that veraPDF does not know, or forgives.
func blind() []mutation {
	simple := func(name string, key Name, v Object, change func(Dict)) mutation {
		return mutation{name: name, change: func(f *thawed) int { return f.each(with(key, v), change) }}
	}
	info := func(key Name, v string) func(f *thawed) int {
		return func(f *thawed) int {
			f.objects[f.info.Num-1].(Dict)[key] = text(v)
			return 1
		}
	}
	return []mutation{
		simple("alt-is-a-file", "S", Name("Figure"), set("Alt", text("photos/IMG_0042.JPG"))),
		simple("alt-is-blank", "S", Name("Figure"), set("Alt", text(" "))),
		simple("no-box", "S", Name("Figure"), without("A")),
		simple("empty-box", "S", Name("Figure"), set("A", Dict{"O": Name("Layout"), "BBox": Array{10, 10, 10, 20}})),
		simple("no-subset-tag", "Subtype", Name("Type0"), func(d Dict) { d["BaseFont"] = d["BaseFont"].(Name)[7:] }),
		{name: "glyph-0", change: func(f *thawed) int {
			n := 0
			f.each(with("Subtype", Name("CIDFontType2")), func(d Dict) {
				st := f.objects[d["CIDToGIDMap"].(Ref).Num-1].(*Stream)
				data := st.Data
				if st.Dict["Filter"] != nil {
					data, _ = inflate(data, maxInflated)
					delete(st.Dict, "Filter")
				}
				data = slices.Clone(data)
				data[2], data[3] = 0, 0
				st.Data = data
				n++
			})
			return n
		}},
		{name: "pale-text", change: recolour("BT", "0.8 0.8 0.8 rg\nBT")},
		{name: "white-on-white", change: recolour("1 1 1 rg\nBT", "1 1 1 rg\n0 0 600 900 re\nf\nBT")},
		{name: "other-title", change: info("Title", "Another title")},
		{name: "other-subject", change: info("Subject", "Another subject")},
		{name: "other-author", change: info("Author", "")},
		{name: "other-clock", change: info("ModDate", "D:20230602120000+00'00'")},
		simple("second-title", "S", Name("H2"), set("S", Name("H1"))),
		simple("title-last", "S", Name("H1"), set("S", Name("P"))),
		simple("link-in-paragraph", "S", Name("Link"), set("S", Name("P"))),
		simple("silent-link", "Subtype", Name("Link"), set("Contents", text(" "))),
	}
}

// recolour rewrites the first page content that has from.
func recolour(from, to string) func(f *thawed) int {
	return func(f *thawed) int { return f.stream(anything, replace(from, to)) }
}

// TestOverlooked: a file of ours has none of these faults, and each is found in
// the file that has it.
func TestOverlooked(t *testing.T) {
	good := full(t).must(display.Email)
	if faults := overlooked(t, good); len(faults) > 0 {
		t.Errorf("the good file: %q", faults)
	}
	for _, m := range blind() {
		t.Run(m.name, func(t *testing.T) {
			if len(overlooked(t, broken(t, good, m))) == 0 {
				t.Error("not found")
			}
		})
	}
	for _, m := range mutations() {
		if m.name == "no-alt" || m.name == "heading-skip" || m.name == "no-annotation-contents" {
			if len(overlooked(t, broken(t, good, m))) == 0 {
				t.Errorf("%s: not found", m.name)
			}
		}
	}
}
