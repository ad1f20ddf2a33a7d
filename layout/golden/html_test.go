package golden

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// both returns the sample and the sample with a text replaced.
func both(t *testing.T, old, new string) (a, b *Golden) {
	t.Helper()
	if !strings.Contains(sample, old) {
		t.Fatalf("the sample does not hold %q", old)
	}
	return parsed(t, sample), parsed(t, strings.Replace(sample, old, new, 1))
}

// TestHTML wants both versions of the changed page in the report, drawn as
// well-formed SVG, and nothing fetched from elsewhere.
func TestHTML(t *testing.T) {
	a, b := both(t, "in at seven and", "in at <eight> and")
	var out strings.Builder
	if err := WriteHTML(&out, []Case{{"issue & one", a, b, Compare(a, b, Options{})}, {"new", nil, b, &Report{}}, {"same", a, a, Compare(a, a, Options{})}}); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for _, want := range []string{
		"<h1>issue &amp; one</h1>", "The tide came in at seven and", "The tide came in at &lt;eight&gt; and", "There was no golden", "Nothing became different",
		`class="old"`, `class="new"`, `value="slider"`, `value="overlay"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not hold %q", want)
		}
	}
	for _, never := range []string{"http://", "https://", "url(h", "@import"} {
		if strings.Contains(strings.ReplaceAll(text, "https://example.org", ""), never) {
			t.Errorf("the report holds %q", never)
		}
	}
	_, text, _ = strings.Cut(text, "<main")
	n := strings.Count(text, "<svg")
	if n != 2 {
		t.Errorf("%d drawings, want two", n)
	}
	for _, part := range strings.Split(text, "<svg")[1:] {
		drawing, _, _ := strings.Cut(part, "</svg>")
		d := xml.NewDecoder(strings.NewReader("<svg" + drawing + "</svg>"))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestHTMLSafe draws nothing that a golden could smuggle in.
func TestHTMLSafe(t *testing.T) {
	a, b := both(t, "ink teal #0B6457", `ink teal "/><script>`)
	var out strings.Builder
	if err := WriteHTML(&out, []Case{{"x", a, b, Compare(a, b, Options{})}}); err != nil {
		t.Fatal(err)
	}
	if strings.Count(out.String(), "<script>") != 1 {
		t.Error("a script got in")
	}
}

func TestJSON(t *testing.T) {
	a, b := both(t, "in at seven and", "in at eight and")
	var out strings.Builder
	if err := Compare(a, b, Options{}).WriteJSON(&out, "x"); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Issue    string
		Same     bool
		Findings []Finding
	}
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	if got.Issue != "x" || got.Same || len(got.Findings) == 0 || got.Findings[0].Text != `notes/first: "seven" -> "eight", page 1` || got.Findings[0].Page != 1 {
		t.Errorf("%s", out.String())
	}
	out.Reset()
	if err := Compare(a, a, Options{}).WriteJSON(&out, "x"); err != nil || out.String() != `{"issue":"x","same":true,"findings":[]}`+"\n" {
		t.Errorf("%s, %v", out.String(), err)
	}
}

// TestSentences says changes of the sample that the edits of the base issue do
// not make.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"crop 0 1250 10000 8750", "crop 0 750 10000 8250", "notes/first: the photo is cropped otherwise: 5 % further up (focus still inside)"},
		{"crop 0 1250 10000 8750", "crop 0 5500 10000 10000", "(focus outside)"},
		{"figure -850 20000 31700 9000", "figure -850 20000 31700 10400", "page 1: the photo is 14 pt taller (focus still inside)"},
		{"style body Serif-Regular 800/1000", "style body Serif-Regular 800/950", "house style: body leading 10 -> 9.5 pt, on every page"},
		{"sheet 30000 42000", "sheet 30000 43000", "house style: page size 300 x 420 pt -> 300 x 430 pt, on every page"},
		{"grid 1000", "grid 1100", "house style: baseline grid 10 -> 11 pt"},
		{"PANTONE 329 C", "PANTONE 330 C", "house style: colour teal spot ink PANTONE 329 C -> PANTONE 330 C"},
		{"title The Harbour – 3", "title The Harbour – 4", `title of the document "The Harbour – 3" -> "The Harbour – 4"`},
		{"    link https://example.org/tide The tide\n", "", `notes/first: "The tide" is no longer a link to https://example.org/tide`},
		{"    run Serif-It 0 - seven\n", "", `notes/first: "seven" is no longer italic, page 1`},
		{"scrim ink 0:100 500:0", "scrim ink 0:80 500:0", "notes/first: the tint over the photo"},
		{"index 1 The first", "index 1 The last", `index: "The first" -> "The last"`},
		{"pages 1–2", "pages 1–3", `index: section "Notes" pages 1–2 -> 1–3`},
		{"  alt A quay\n", "", "notes/first: the photo is a decoration now and not read out"},
		{"  . 0 1000 12654 went out again be\\-\n", "  . 0 1000 12644 went out again be\\-\n", "page 1: 1 line of the body set wider or narrower"},
		{"bill 31200 31850 pt photo height", "bill 31200 31900 pt photo height", "small things differ in 1 place of the golden"},
		{"template cover", "template first", "page 1: set by template first instead of cover"},
	} {
		a, b := both(t, c.old, c.new)
		r := Compare(a, b, Options{})
		said := ""
		for _, f := range r.Findings {
			said += f.Text + "\n"
		}
		if !strings.Contains(said, c.want) {
			t.Errorf("%q for %q: nothing says %q:\n%s", c.new, c.old, c.want, said)
		}
	}
}
