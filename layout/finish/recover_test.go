package finish

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"masthead/layout/display"
)

// TestRecover: whichever part of the cross-reference is lost, the pages are
// found, in tables and in streams.
func TestRecover(t *testing.T) {
	for profile, name := range map[display.Profile]string{display.Email: "streams", display.Print: "a table"} {
		good := string(full(t).must(profile))
		for what, b := range map[string]string{
			"no startxref":      good[:strings.LastIndex(good, "startxref")],
			"startxref beyond":  strings.Replace(good, "startxref\n", "startxref\n9", 1),
			"startxref nowhere": good[:strings.LastIndex(good, "startxref")] + "startxref\nx\n%%EOF",
			"bytes in front":    "%PDF-1.6 and more\n" + good,
		} {
			f, err := Recover([]byte(b))
			if err != nil {
				t.Errorf("%s, %s: %v", name, what, err)
				continue
			}
			pages, err := f.Pages()
			if err != nil || len(pages) != 2 || len(f.Damage()) == 0 {
				t.Errorf("%s, %s: %d pages, %v, %v", name, what, len(pages), err, f.Damage())
			}
		}
		f, err := Recover([]byte(good))
		if err != nil || f.Damage() != nil {
			t.Errorf("%s: a good file: %v %v", name, err, f.Damage())
		}
	}
}

func TestRecoverPages(t *testing.T) {
	good := string(full(t).must(display.Print))
	// The table leads the page tree to another object.
	f, err := Recover([]byte(strings.Replace(good, "/Kids[", "/Kinds[", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Pages(); err != nil && len(f.Damage()) == 0 {
		t.Error("a tree without pages, and nothing said")
	}
	for what, b := range map[string]string{"": "", "no catalog": "%PDF-1.4\n1 0 obj<</A 1>>endobj", "text": "Dear printer,"} {
		if _, err := Recover([]byte(b)); err == nil {
			t.Errorf("%q is a PDF", what)
		}
	}
	at := strings.LastIndex(good, "trailer\n<<")
	locked := good[:at] + "trailer\n<</Encrypt<<>>" + good[at+len("trailer\n<<"):]
	if _, err := Recover([]byte(locked)); !errors.Is(err, ErrEncrypted) {
		t.Error(err)
	}
	if _, err := Recover([]byte(strings.Replace(locked, "startxref\n", "startxref\n9", 1))); !errors.Is(err, ErrEncrypted) {
		t.Error(err)
	}
}

// TestLastHolds: of two objects with one number the later is the newer.
func TestLastHolds(t *testing.T) {
	f, err := Recover([]byte("%PDF-1.4\n1 0 obj<</Pages 2 0 R/Type/Catalog>>endobj 2 0 obj<</Old true>>endobj\n2 0 obj<</Kids[]>>endobj"))
	if err != nil {
		t.Fatal(err)
	}
	if d, _ := f.Dict(Ref{Num: 2}); d["Old"] != nil || d["Kids"] == nil {
		t.Errorf("%v", d)
	}
	if got := f.Numbers(); len(got) != 2 || got[0] != 1 || got[1] != 2 {
		t.Error(got)
	}
}

// TestEndless: a file made to be parsed over and over is given up.
func TestEndless(t *testing.T) {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n")
	for i := range 3000 {
		b.WriteString(strings.Repeat("x", 0) + string(rune('1'+i%9)) + strings.Repeat("0", 1+i%7) + " 0 obj (")
	}
	_, _ = Recover([]byte(b.String()))
}

func TestUnpack(t *testing.T) {
	for name, c := range map[string]struct{ filter, data, want string }{
		"hexadecimal":      {"ASCIIHexDecode", "48 65 6C6c 6F>", "Hello"},
		"base 85":          {"ASCII85Decode", "87cURD]i,\"Ebo80~>", "Hello World!"},
		"base 85, zeros":   {"ASCII85Decode", "z5l~>", "\x00\x00\x00\x00A"},
		"base 85, no end":  {"ASCII85Decode", "87cUR", "Hell"},
		"runs":             {"RunLengthDecode", "\x02abc\xFEx\x80zz", "abcxxx"},
		"LZW":              {"LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},
		"an old name":      {"AHx", "41>", "A"},
		"nothing to undo":  {"", "as it is", "as it is"},
		"LZW, cut off":     {"LZWDecode", "\x80\x0B\x60\x50", "---"},
		"runs, nothing at": {"RunLengthDecode", "", ""},
	} {
		d := Dict{}
		if c.filter != "" {
			d["Filter"] = Name(c.filter)
		}
		f := newFile([]byte("%PDF-1.4"))
		got, left, _, err := f.Unpack(&Stream{Dict: d, Data: []byte(c.data)})
		if err != nil || left != "" || string(got) != c.want {
			t.Errorf("%s: %q, %q, %v", name, got, left, err)
		}
	}
}

func TestUnpackPictures(t *testing.T) {
	f := newFile([]byte("%PDF-1.4"))
	st := &Stream{Dict: Dict{"Filter": Array{Name("ASCIIHexDecode"), Name("DCTDecode")}, "DecodeParms": Array{nil, Dict{"ColorTransform": int64(0)}}}, Data: []byte("FFD8>")}
	data, left, params, err := f.Unpack(st)
	if err != nil || left != "DCTDecode" || string(data) != "\xFF\xD8" || params["ColorTransform"] != int64(0) {
		t.Error(data, left, params, err)
	}
	if _, err := f.Decode(st); err == nil {
		t.Error("a JPEG was decoded")
	}
	for filter, data := range map[Name]string{
		"RunLengthDecode": "\x05ab", "LZWDecode": "\xFF\xFF\xFF", "ASCII85Decode": "87c\xFFUR", "FlateDecode": "no zlib", "Crypt": "x",
	} {
		if _, err := f.Decode(&Stream{Dict: Dict{"Filter": filter}, Data: []byte(data)}); err == nil {
			t.Errorf("%s: damaged data passed", filter)
		}
	}
	f.lenient = true
	if got, err := f.Decode(&Stream{Dict: Dict{"Filter": Name("RunLengthDecode")}, Data: []byte("\x05ab")}); err != nil || string(got) != "ab" || f.Damage() == nil {
		t.Error(string(got), err)
	}
	f.most = 100
	for filter, data := range map[Name]string{"RunLengthDecode": "\x81a\x81a", "ASCII85Decode": strings.Repeat("z", 99)} {
		if _, err := f.Decode(&Stream{Dict: Dict{"Filter": filter}, Data: []byte(data)}); !errors.Is(err, errTooMuch) {
			t.Errorf("%s: %v", filter, err)
		}
	}
}

// TestTIFFPredictor: samples count on from their neighbour's.
func TestTIFFPredictor(t *testing.T) {
	p := Dict{"Predictor": int64(2), "Colors": int64(2), "Columns": int64(3)}
	got, err := unpredict([]byte{1, 10, 1, 10, 1, 10, 5, 5, 250, 250, 1, 1}, p)
	if want := []byte{1, 10, 2, 20, 3, 30, 5, 5, 255, 255, 0, 0}; err != nil || !bytes.Equal(got, want) {
		t.Error(got, err)
	}
	if _, err := unpredict([]byte{1}, Dict{"Predictor": int64(12), "Columns": int64(9)}); err == nil {
		t.Error("a line that is cut short passed")
	}
}

func FuzzRecover(f *testing.F) {
	s := newSample(f)
	s.page("1")
	s.paragraph(s.doc.Root, "P", "A")
	for i := range s.doc.Fonts {
		s.doc.Fonts[i].Program = []byte("no font")
	}
	good := s.must(display.Print)
	f.Add(good)
	f.Add(bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 3 0 obj<</Type/ObjStm/N 1/First 4/Length 20>>stream\n2 0 <</Kids[]>>\nendstream endobj"))
	f.Fuzz(func(_ *testing.T, b []byte) {
		file, err := Recover(b)
		if err != nil {
			return
		}
		refs, _ := file.Pages()
		for _, ref := range refs {
			d, err := file.Dict(ref)
			if err != nil {
				continue
			}
			_, _ = Operators(file.Content(d["Contents"]), func(string, []Object) error { return nil })
			_, _ = file.Texts(d)
		}
		for _, n := range file.Numbers() {
			if st, ok := file.cache[n].(*Stream); ok {
				_, _, _, _ = file.Unpack(st)
			}
		}
	})
}
