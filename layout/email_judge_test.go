//go:build judge

package layout

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"masthead/layout/finish"
)

// TestEmail looks in the e-mail file of the shipped issue for what a validator is
// blind to, through the eyes of other programs: Debian's mupdf-tools, qpdf,
// poppler-utils and ghostscript.
func TestEmail(t *testing.T) {
	s := build(t, filepath.Join("..", "issues", "2023-06"))
	f := open(t, s.email)
	t.Run("glyphs", s.glyphs)
	t.Run("headings", func(t *testing.T) { f.headings(t) })
	t.Run("figures", func(t *testing.T) { f.figures(t, s) })
	t.Run("lists", func(t *testing.T) { f.lists(t) })
	t.Run("links", func(t *testing.T) { f.owners(t) })
	t.Run("metadata", func(t *testing.T) { f.metadata(t, s) })
	t.Run("opening", func(t *testing.T) { f.opening(t, s) })
	t.Run("readers", s.readers)
	t.Run("search", s.search)
	t.Run("spoken", s.spoken)
	t.Run("contrast", s.contrast)
	t.Run("size", func(t *testing.T) { f.size(t, s) })
}

// glyphs: no character is painted as the box that stands for a missing one.
func (s *shipped) glyphs(t *testing.T) {
	glyph := regexp.MustCompile(`<g unicode="([^"]*)" glyph="(-?[0-9]+)"`)
	found := glyph.FindAllStringSubmatch(heard(t, "mutool", "trace", s.email), -1)
	if len(found) < 5000 {
		t.Fatalf("only %d glyphs", len(found))
	}
	for _, g := range found {
		if g[2] == "0" || g[2] == "-1" {
			t.Errorf("%q is painted as glyph %s", g[1], g[2])
		}
	}
}

// heard runs a program whose complaints about itself, not about the file, do not
// count.
func heard(t *testing.T, name string, args ...string) string {
	t.Helper()
	file, err := exec.LookPath(name)
	if err != nil {
		t.Fatal(err)
	}
	var out, complaint bytes.Buffer
	cmd := exec.Command(file, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, complaint.Bytes())
	}
	for line := range strings.Lines(complaint.String()) {
		if !strings.Contains(line, "ICC support is not available") { // Debian builds mutool without
			t.Errorf("%s: %s", name, line)
		}
	}
	return out.String()
}

// element is a structure element with what it holds, as qpdf reads it.
type element struct {
	name string // of the object
	role string
	dict object
	kids []*element
}

// get follows a reference.
func (f *opened) get(o any) any {
	if ref, ok := o.(string); ok && strings.HasSuffix(ref, " R") {
		return f.objects["obj:"+ref].Value
	}
	return o
}

func (f *opened) root(t *testing.T) object {
	t.Helper()
	for _, o := range f.objects {
		if d, ok := o.Value.(object); ok && d["/Type"] == "/Catalog" {
			return d
		}
	}
	t.Fatal("no catalog")
	return nil
}

// tree reads the structure tree; its elements come in reading order.
func (f *opened) tree(t *testing.T) (all []*element) {
	t.Helper()
	top, _ := f.get(f.root(t)["/StructTreeRoot"]).(object)
	var walk func(o any) []*element
	walk = func(o any) (out []*element) {
		if list, ok := f.get(o).([]any); ok {
			for _, k := range list {
				out = append(out, walk(k)...)
			}
			return out
		}
		d, _ := f.get(o).(object)
		role, _ := d["/S"].(string)
		if role == "" {
			return nil
		}
		e := &element{role: strings.TrimPrefix(role, "/"), dict: d}
		e.name, _ = o.(string)
		all = append(all, e)
		e.kids = walk(d["/K"])
		return []*element{e}
	}
	if walk(top["/K"]); len(all) < 100 {
		t.Fatalf("only %d elements", len(all))
	}
	return all
}

func textOf(o any) string {
	s, _ := o.(string)
	return strings.TrimPrefix(s, "u:")
}

// headings: the title is the only one of the first level, and none skips a level.
func (f *opened) headings(t *testing.T) {
	last, titles := 0, 0
	for _, e := range f.tree(t) {
		if len(e.role) != 2 || e.role[0] != 'H' {
			continue
		}
		level := int(e.role[1] - '0')
		if level > last+1 {
			t.Errorf("H%d after H%d", level, last)
		}
		if last = level; level == 1 {
			titles++
		}
	}
	if titles != 1 {
		t.Errorf("%d titles", titles)
	}
}

// figures: every picture says what it shows, in words and not by its file's name,
// and where it stands.
func (f *opened) figures(t *testing.T, s *shipped) {
	n := 0
	for _, e := range f.tree(t) {
		if e.role != "Figure" {
			continue
		}
		n++
		alt := textOf(e.dict["/Alt"])
		if len(split(alt)) == 0 || regexp.MustCompile(`\.(jpe?g|png)$`).MatchString(strings.ToLower(alt)) {
			t.Errorf("a figure is described as %q", alt)
		}
		attributes, _ := f.get(e.dict["/A"]).(object)
		box, _ := attributes["/BBox"].([]any)
		if len(box) != 4 {
			t.Errorf("%q stands nowhere: %v", alt, attributes)
			continue
		}
		var v [4]float64
		for i := range v {
			v[i], _ = box[i].(float64)
		}
		trim := s.layout.Document.Pages[0].Trim
		if v[0] >= v[2] || v[1] >= v[3] || v[0] < 0 || v[1] < 0 || v[2] > points72(trim.W)+0.01 || v[3] > points72(trim.H)+0.01 {
			t.Errorf("%q stands at %v", alt, v)
		}
	}
	placed := 0
	for _, p := range s.layout.Layout.Pages {
		placed += len(p.Figures)
	}
	if n < placed {
		t.Errorf("%d figures of %d", n, placed)
	}
}

// lists and contents hold what they may hold and nothing else.
func (f *opened) lists(t *testing.T) {
	may := map[string]string{"L": "LI Caption", "LI": "Lbl LBody", "TOC": "TOCI TOC Caption", "TOCI": "Reference TOC Lbl P"}
	seen := map[string]int{}
	for _, e := range f.tree(t) {
		seen[e.role]++
		roles, bound := may[e.role]
		for _, k := range e.kids {
			if bound && !slices.Contains(strings.Fields(roles), k.role) {
				t.Errorf("%s holds %s", e.role, k.role)
			}
		}
	}
	if seen["TOCI"] < 5 || seen["LI"] == 0 {
		t.Errorf("there is no index, or no list: %v", seen)
	}
}

// owners: every active area says where it leads and belongs to a Link element
// that knows it.
func (f *opened) owners(t *testing.T) {
	owner := map[string]string{}
	for _, e := range f.tree(t) {
		kids, ok := f.get(e.dict["/K"]).([]any)
		if !ok {
			kids = []any{e.dict["/K"]}
		}
		for _, k := range kids {
			if d, _ := f.get(k).(object); d["/Type"] == "/OBJR" {
				owner[d["/Obj"].(string)] = e.role
			}
		}
	}
	n := 0
	for name, o := range f.objects {
		d, _ := o.Value.(object)
		if d["/Subtype"] != "/Link" {
			continue
		}
		n++
		if role := owner[strings.TrimPrefix(name, "obj:")]; role != "Link" {
			t.Errorf("%s belongs to %q", name, role)
		}
		if flags, _ := d["/F"].(float64); flags != 4 || len(split(textOf(d["/Contents"]))) == 0 || d["/StructParent"] == nil {
			t.Errorf("%s: %v", name, d)
		}
	}
	if n < 20 {
		t.Errorf("only %d links", n)
	}
}

// metadata: what the old dictionary says of the file, the new one says too.
func (f *opened) metadata(t *testing.T, s *shipped) {
	var info object
	for _, o := range f.objects {
		if d, ok := o.Value.(object); ok && d["/Producer"] != nil && d["/CreationDate"] != nil {
			info = d
		}
	}
	said := xmpOf(t, foreign(t, "pdfinfo", "-meta", s.email))
	for key, tag := range map[string]string{"/Title": "title", "/Author": "creator", "/Subject": "description", "/Producer": "Producer"} {
		if old := textOf(info[key]); old != said[tag] || old == "" {
			t.Errorf("%s is %q, and %q", key, old, said[tag])
		}
	}
	date := regexp.MustCompile(`^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\+(\d\d)'(\d\d)'$`)
	for key, tag := range map[string]string{"/CreationDate": "CreateDate", "/ModDate": "ModifyDate"} {
		if old := date.ReplaceAllString(textOf(info[key]), "$1-$2-${3}T$4:$5:$6+$7:$8"); old != said[tag] || old == "" {
			t.Errorf("%s is %q, and %q", key, old, said[tag])
		}
	}
	if said["part"] != "2 1" && said["part"] != "1 2" || said["conformance"] != "A" || said["language"] != s.issue.Language {
		t.Errorf("it says %v", said)
	}
}

// xmpOf collects the texts of a packet by the local names of the innermost
// properties; list items count for the property they belong to.
func xmpOf(t *testing.T, packet string) map[string]string {
	t.Helper()
	out := map[string]string{}
	var path []string
	d := xml.NewDecoder(strings.NewReader(packet))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := token.(type) {
		case xml.StartElement:
			if name := tok.Name.Local; !slices.Contains([]string{"li", "Alt", "Seq", "Bag"}, name) {
				path = append(path, name)
			} else {
				path = append(path, path[len(path)-1])
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(tok)); text != "" && !slices.Contains(path, "schemas") {
				name := path[len(path)-1]
				out[name] = strings.TrimSpace(out[name] + " " + text)
			}
		}
	}
}

// opening: the first page at its full width, the title in the window, pages named
// as printed, and nothing that acts by itself.
func (f *opened) opening(t *testing.T, s *shipped) {
	root := f.root(t)
	if action, _ := root["/OpenAction"].([]any); len(action) < 2 || f.page(action[0]) != 1 || action[1] != "/FitH" {
		t.Errorf("it opens at %v", root["/OpenAction"])
	}
	view, _ := f.get(root["/ViewerPreferences"]).(object)
	mark, _ := f.get(root["/MarkInfo"]).(object)
	if view["/DisplayDocTitle"] != true || mark["/Marked"] != true || textOf(root["/Lang"]) != s.issue.Language || root["/PageLabels"] == nil {
		t.Errorf("%v", root)
	}
	for _, key := range []string{"/Names", "/AcroForm", "/AA", "/OCProperties", "/Encrypt"} {
		if root[key] != nil {
			t.Errorf("it has %s", key)
		}
	}
	for i, p := range s.layout.Document.Pages {
		if p.Label != strconv.Itoa(i+1) {
			t.Logf("page %d is called %s", i+1, p.Label)
		}
	}
}

// readers: other programs open both files without a word.
func (s *shipped) readers(t *testing.T) {
	for _, file := range []string{s.email, s.print} {
		heard(t, "mutool", "draw", "-q", "-o", "/dev/null", "-r", "30", file)
		foreign(t, "pdftoppm", "-r", "30", file, filepath.Join(t.TempDir(), "page"))
		foreign(t, "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", file)
	}
}

// search: a word that is broken over lines is found, and is whole in the tree.
//
//	page    poppler: the hyphen says that it is none
//	codes   pdf.js joins letters that "-" and the end of a line part, and ignores what is replaced
//	tree    poppler: nothing stands between the parts of the word
func (s *shipped) search(t *testing.T) {
	structure := regexp.MustCompile(`"\n +(Span [^\n]*\n +)?"`).ReplaceAllString(foreign(t, "pdfinfo", "-struct-text", s.email), "")
	codes := s.codes(t)
	text := map[int]string{}
	n := 0
	for _, p := range s.layout.Layout.Pages {
		page := strconv.Itoa(p.Number)
		text[p.Number] = strings.ReplaceAll(foreign(t, "pdftotext", "-raw", "-f", page, "-l", page, s.email, "-"), soft+"\n", "")
		for i, l := range p.Lines {
			if !l.Hyphenated || i+1 == len(p.Lines) || p.Lines[i+1].Paragraph != l.Paragraph ||
				strings.HasSuffix(strings.TrimSpace(l.Text), "-") { // a hyphen of its own stays
				continue
			}
			head, tail := split(l.Text), split(p.Lines[i+1].Text)
			n++
			begin, end := head[len(head)-1], tail[0]
			if !strings.Contains(text[p.Number], begin+end) {
				t.Errorf("page %d: %q is not found", p.Number, begin+end)
			}
			if !strings.Contains(codes[p.Number-1], begin+"-"+end) {
				t.Errorf("page %d: the codes do not say %q", p.Number, begin+"-"+end)
			}
			if !strings.Contains(structure, begin+end) {
				t.Errorf("page %d: the tree does not say %q", p.Number, begin+end)
			}
		}
	}
	if n == 0 {
		t.Error("no word is hyphenated")
	}
}

// codes returns what the codes on every page stand for, whatever replaces it.
func (s *shipped) codes(t *testing.T) (out []string) {
	f, err := finish.Read(s.layout.Email)
	if err != nil {
		t.Fatal(err)
	}
	refs, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range refs {
		page, err := f.Dict(ref)
		if err != nil {
			t.Fatal(err)
		}
		texts, err := f.Texts(page)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.Join(texts, ""))
	}
	return out
}

// spoken: what a screen reader says is the issue, in its order.
func (s *shipped) spoken(t *testing.T) {
	said, err := Spoken(s.layout.Email)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, u := range said {
		text.WriteString(u.Text + "\n")
	}
	s.inOrder(t, read(text.String()))
	if said[0].Role != "H1" || !strings.Contains(said[0].Text, s.issue.Title) {
		t.Errorf("it begins with %s: %q", said[0].Role, said[0].Text)
	}
}

// contrast: 4.5 to 1, 3 to 1 for large type (WCAG 2.2, 1.4.3).
func (s *shipped) contrast(t *testing.T) {
	for _, p := range s.layout.Layout.Pages {
		for _, l := range p.Lines {
			least := 4.5
			if points72(l.Size) >= 18 {
				least = 3
			}
			if l.Contrast < least {
				t.Errorf("page %d: %q has a contrast of %.2f", p.Number, l.Text, l.Contrast)
			}
		}
	}
}

// size: at most 2 MB, 500 KB where that is asked for, with photos that keep their
// pixels, and little of it for the tags.
func (f *opened) size(t *testing.T, s *shipped) {
	if n := len(s.layout.Email); n > 2_000_000 {
		t.Errorf("%d bytes", n)
	}
	var tags bytes.Buffer
	z := zlib.NewWriter(&tags)
	for _, e := range f.tree(t) {
		if err := json.NewEncoder(z).Encode(e.dict); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if share := float64(tags.Len()) / float64(len(s.layout.Email)); share > 0.12 {
		t.Errorf("the tags take %.0f %% of the file", 100*share)
	}
	for _, line := range strings.Split(strings.TrimSpace(foreign(t, "pdfimages", "-list", s.email)), "\n")[2:] {
		word := strings.Fields(line)
		if ppi, err := strconv.Atoi(word[12]); err != nil || ppi < 70 {
			t.Errorf("a picture of %s ppi: %s", word[12], line)
		}
	}
}

// TestEmailWithin wants a limit to be kept to the byte, by photos that lose
// quality and nothing else.
func TestEmailWithin(t *testing.T) {
	root, err := os.OpenRoot(filepath.Join("..", "issues", "2023-06"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, most := range []int64{500_000, 320_000} {
		opt := options()
		opt.Profiles, opt.MaxSize = Email, most
		res, diags := Build(t.Context(), Source{Root: root.FS(), File: "issue.yaml", ID: "2023-06"}, opt)
		wantNone(t, diags)
		if n := int64(len(res.Email)); n > most || n < most/2 {
			t.Errorf("%d bytes of %d", n, most)
		}
	}
}
