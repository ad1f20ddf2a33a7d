package finish

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"masthead/layout/display"
)

func TestScan(t *testing.T) {
	for in, want := range map[string]Object{
		"12": int64(12), "-3.5": -3.5, "+7": int64(7), ".25": .25, "4.": 4.0, "true": true, "null": nil,
		"/A#42#20c": Name("AB c"), "/": Name(""), "(a(b)c\\051\\\n d\\n)": String("a(b)c) d\n"), "(\\7x)": String("\ax"),
		"(a\r\nb)": String("a\nb"), "<48 65 6C6c 7>": String("Hellp"), "[1 0 R 2 3 0 R]": Array{Ref{1, 0}, int64(2), Ref{3, 0}},
		"<</A 1/B[/C<</D null>>]>>": Dict{"A": int64(1), "B": Array{Name("C"), Dict{}}},
		"% comment\n 5":             int64(5),
	} {
		s := scanner{b: []byte(in)}
		if got, err := s.value(); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %#v, %v; want %#v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "(", "<4", "<zz>", "[1", "<</A>>", "<<1 2>>", "]", "foo", "[foo]", string(bytes.Repeat([]byte("["), 500))} {
		s := scanner{b: []byte(in)}
		if got, err := s.value(); !errors.Is(err, errSyntax) {
			t.Errorf("%.20q is %v, %v; want an error", in, got, err)
		}
	}
}

// TestEncode: what is written reads back equal, and the same again.
func TestEncode(t *testing.T) {
	o := Dict{
		"A": Array{int64(1), -.5, true, nil, Name("a b#(é"), String("(\\)\r\n\x00\xFF"), Ref{3, 0}},
		"B": Dict{"C": Array{}, "D": String(""), "E": 1e-7, "F": 123456.789},
	}
	want := `<</A[1 -0.5 true null/a#20b#23#28#C3#A9(\(\\\)\r\n` + "\x00\xFF" + `) 9 0 R]/B<</C[]/D()/E 0/F 123456.789>>>>`
	b := appendObject(nil, o, map[Ref]int{{3, 0}: 9})
	if string(b) != want {
		t.Errorf("wrote %s", b)
	}
	s := scanner{b: b}
	back, err := s.value()
	if err != nil {
		t.Fatal(err)
	}
	if again := appendObject(nil, back, map[Ref]int{{9, 0}: 9}); !bytes.Equal(again, b) {
		t.Errorf("then wrote %s", again)
	}
}

func TestText(t *testing.T) {
	for _, s := range []string{"", "plain", "Müller – 习近平", "\U0001F600", "tab\t"} {
		if got := Text(text(s)); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
	if text("plain") != "plain" {
		t.Error("ASCII is not left alone")
	}
}

func TestPredictors(t *testing.T) {
	// Three bytes a row; each predictor of PNG in turn over the same rows.
	row := []byte{10, 20, 30}
	for kind, coded := range [][]byte{{10, 20, 30}, {10, 10, 10}, {0, 0, 0}, {5, 5, 5}, {0, 0, 0}} {
		data := append([]byte{0}, row...)
		data = append(append(data, byte(kind)), coded...)
		got, err := unpredict(data, Dict{"Predictor": int64(12), "Columns": int64(3)})
		if err != nil {
			t.Fatal(err)
		}
		if kind == 3 { // (left+up)/2: 5, 15, 25 with what is left to add
			if want := []byte{10, 20, 30, 10, 20, 30}; !bytes.Equal(got, want) {
				t.Errorf("average: %v", got)
			}
		} else if !bytes.Equal(got[3:], row) {
			t.Errorf("predictor %d: %v", kind, got)
		}
	}
}

// TestUpdatedFile: a section that was appended wins over the first, and a
// number may be written beside its generation.
func TestUpdatedFile(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("junk before the header\n")
	start := b.Len()
	at := map[int]int{}
	obj := func(n int, body string) {
		at[n] = b.Len() - start
		fmt.Fprintf(&b, "%d 0 obj %s endobj\n", n, body)
	}
	b.WriteString("%PDF-1.4\n")
	obj(1, "<</Type/Catalog/Pages 2 0 R/Note(old)>>")
	obj(2, "<</Type/Pages/Kids[]/Count 0>>")
	first := b.Len() - start
	fmt.Fprintf(&b, "xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \ntrailer\n<</Size 3/Root 1 0 R>>\n", at[1], at[2])
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", first)
	obj(1, "<</Type/Catalog/Pages 2 0 R/Note(new)>>")
	second := b.Len() - start
	fmt.Fprintf(&b, "xref\n1 1\n%010d 00000 n \ntrailer\n<</Size 3/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", at[1], first, second)
	f, err := Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	root, err := f.Dict(f.Trailer["Root"])
	if err != nil || root["Note"] != String("new") || f.Version != "1.4" {
		t.Errorf("root %v, %v, version %s", root, err, f.Version)
	}
}

func TestBadFiles(t *testing.T) {
	good := full(t).must(display.Email)
	for name, b := range map[string][]byte{
		"empty": nil, "header alone": []byte("%PDF-1.7\n"), "cut": good[:len(good)/2],
		"encrypted":  []byte("%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R/Encrypt<<>>>>\nstartxref\n9\n%%EOF"),
		"circle":     []byte("%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF"),
		"no root":    []byte("%PDF-1.7\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF"),
		"far offset": []byte("%PDF-1.7\nstartxref\n99999\n%%EOF"),
	} {
		if _, err := Read(b); !errors.Is(err, errSyntax) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzRead: whatever comes in, reading it and walking its tree ends, without a
// panic.
func FuzzRead(f *testing.F) {
	s := newSample(f)
	s.page("1")
	s.paragraph(s.doc.Root, "P", "A")
	for i := range s.doc.Fonts {
		s.doc.Fonts[i].Program = []byte("no font")
	}
	f.Add(s.must(display.Email))
	f.Fuzz(func(_ *testing.T, b []byte) {
		file, err := Read(b)
		if err != nil {
			return
		}
		_, _ = Spoken(file)
		for _, n := range slices.Sorted(maps.Keys(file.entries)) {
			o, _ := file.load(n)
			if st, ok := o.(*Stream); ok {
				_, _ = file.Decode(st)
			}
		}
	})
}

func FuzzScan(f *testing.F) {
	f.Add([]byte("<</A[1 0 R(x\\051)<4a>/N#20 -.5]>>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s := scanner{b: b}
		o, err := s.value()
		if err != nil {
			return
		}
		number := map[Ref]int{}
		var all func(Object)
		all = func(o Object) {
			switch o := o.(type) {
			case Ref:
				number[o] = o.Num
			case Array:
				for _, e := range o {
					all(e)
				}
			case Dict:
				for _, e := range o {
					all(e)
				}
			}
		}
		all(o)
		once := appendObject(nil, o, number)
		s = scanner{b: once}
		back, err := s.value()
		if err != nil {
			t.Fatalf("%q, written as %q: %v", b, once, err)
		}
		clear(number)
		all(back)
		if twice := appendObject(nil, back, number); !bytes.Equal(once, twice) {
			t.Errorf("%q, then %q", once, twice)
		}
	})
}

func FuzzToUnicode(f *testing.F) {
	f.Add(toUnicode([]display.Code{{Text: "fi"}, {Text: "\U0001F600"}, {Text: ""}}))
	f.Add([]byte("1 beginbfrange <0001> <0005> <0041> <0006> <0007> [<0042> <0043>] endbfrange"))
	f.Fuzz(func(_ *testing.T, b []byte) { parseToUnicode(b) })
}

// A numeral is what strconv makes of it, however it is written.
func TestNumerals(t *testing.T) {
	for _, w := range []string{
		"0", "7", "-7", "+7", "007", "1.5", "-1.5", "+.5", "-.25", "5.", "0.1", "595.276", "841.89", "-0.00001", "123456.78901",
		"1234567890123456", "999999999999999", "9007199254740993", "12345678901234567890", "0.1234567890123456789", "1e5", "-",
		"+", ".", "-.", "1.2.3", "12a", "--5", "0.30000000000000004", "72.05000000000001",
	} {
		var want Object = keyword(w)
		if n, err := strconv.ParseInt(w, 10, 64); err == nil {
			want = n
		} else if f, err := strconv.ParseFloat(w, 64); err == nil {
			want = f
		}
		s := scanner{b: []byte(w)}
		if got, err := s.object(); err != nil || got != want {
			t.Errorf("%s: %v (%T), not %v (%T): %v", w, got, got, want, want, err)
		}
	}
}
