package layout

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"masthead/assets"
	"masthead/fonts"
	"masthead/layout/diag"
)

const small = `title: The Lighthouse
name: Beacon
number: 4
date: 2024-03
language: en-GB
foreword:
  text: |
    Welcome to an issue that is about nothing but harbours.
index: {}
highlights:
  title: Highlights
  articles:
    - title: The harbour opens
      text: |
        The harbour opened on Monday. Boats came in from the islands, and the band
        played until the rain began.
`

const pictured = small + `
      photos:
        - {file: photos/boat.jpg, alt: A boat, caption: A boat., credit: us, focus: [0.5, 0.5]}
`

// source makes an issue of its document and photos.
func sourceOf(text string, photos ...string) Source {
	files := fstest.MapFS{"issue.yaml": {Data: []byte(text)}}
	for _, name := range photos {
		files[name] = &fstest.MapFile{Data: noise()}
	}
	return Source{Root: files, File: "issue.yaml", ID: "test"}
}

// noise is a photo of 2400 x 2000 pixels that does not compress well.
var noise = sync.OnceValue(func() []byte {
	const w, h = 2400, 2000
	img := image.NewGray(image.Rect(0, 0, w, h))
	seed := uint32(1)
	for i := range img.Pix {
		seed = seed*1664525 + 1013904223
		img.Pix[i] = uint8(i%w*200/w) + uint8(seed>>27)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
})

func options() Options { return Options{Assets: assets.FS, Fonts: fonts.FS} }

// wantNone fails the test for any message.
func wantNone(t testing.TB, diags *diag.List) {
	t.Helper()
	for _, d := range diags.All {
		t.Errorf("%v\n  hint: %s", d, d.Hint)
	}
}

func TestBuild(t *testing.T) {
	res, diags := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), options())
	wantNone(t, diags)
	if !bytes.HasPrefix(res.Email, []byte("%PDF-1.7\n")) || !bytes.HasPrefix(res.Print, []byte("%PDF-1.6\n")) {
		t.Errorf("the files begin with %.9q and %.9q", res.Email, res.Print)
	}
	if len(res.Layout.Pages) != len(res.Document.Pages) || len(res.Layout.Pages) == 0 {
		t.Errorf("%d pages in the record, %d in the document", len(res.Layout.Pages), len(res.Document.Pages))
	}
	if got := res.Document.Meta.Created.Format("2006-01-02 15:04:05 -0700"); got != "2024-03-01 00:00:00 +0000" {
		t.Errorf("the clock says %s", got)
	}
}

func TestSameBytes(t *testing.T) {
	var first *Result
	for i, workers := range []int{1, 8, 2} {
		opt := options()
		opt.Workers = workers
		res, diags := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), opt)
		wantNone(t, diags)
		if i == 0 {
			first = res
			continue
		}
		if !bytes.Equal(res.Email, first.Email) || !bytes.Equal(res.Print, first.Print) {
			t.Errorf("build %d differs from the first", i+1)
		}
	}
}

func TestProfiles(t *testing.T) {
	opt := options()
	opt.Profiles = Print
	res, diags := Build(t.Context(), sourceOf(small), opt)
	wantNone(t, diags)
	if res.Email != nil || res.Print == nil {
		t.Error("print alone was wanted")
	}
}

// TestFailedHasNoFiles wants an error to leave nothing that could be written.
func TestFailedHasNoFiles(t *testing.T) {
	opt := options()
	opt.Strict = true
	res, diags := Build(t.Context(), sourceOf(strings.Replace(pictured, "credit: us, ", "", 1), "photos/boat.jpg"), opt)
	if !diags.Failed() || diags.All[0].Code != "missing-credit" {
		t.Errorf("a strict build says %v", diags.All)
	}
	if res != nil && (res.Email != nil || res.Print != nil) {
		t.Error("a failed build has files")
	}
}

// TestIssueAndBrandTogether wants what is wrong with both, and with the photos.
func TestIssueAndBrandTogether(t *testing.T) {
	src := sourceOf(strings.Replace(pictured, "title: The Light", "titel: The Light", 1) + "brand: mine\n")
	files := src.Root.(fstest.MapFS)
	files["brands/mine/brand.yaml"] = &fstest.MapFile{Data: []byte("name: mine\nextends: default\ncolumns: 3\n")}
	files["photos/boat.jpg"] = &fstest.MapFile{Data: []byte("GIF89a")}
	res, diags := Build(t.Context(), src, options())
	if res != nil {
		t.Error("a broken issue was laid out")
	}
	found := map[string]string{}
	for _, d := range diags.All {
		found[d.Code+" "+d.Pos.File] = d.Message
	}
	for _, want := range []string{"unknown-key issue.yaml", "unknown-key mine/brand.yaml", "photo-not-image issue.yaml"} {
		if found[want] == "" {
			t.Errorf("no message %s among %v", want, diags.All)
		}
	}
}

func TestUnknownBrandPointsAtItsName(t *testing.T) {
	_, diags := Build(t.Context(), sourceOf(small+"brand: defualt\n"), options())
	if len(diags.All) != 1 || diags.All[0].Code != "unknown-brand" || diags.All[0].Pos.Line != 17 {
		t.Errorf("the messages are %v", diags.All)
	}
}

// TestBrandLabels lays a brand's words over the language's, the nearer over the
// farther.
func TestBrandLabels(t *testing.T) {
	src := sourceOf(small + "brand: mine\n")
	src.Root.(fstest.MapFS)["brands/mine/brand.yaml"] = &fstest.MapFile{Data: []byte(
		"name: mine\nextends: default\nlabels:\n  en: {foreword: Hello, index: Inside}\n  en-GB: {foreword: Good day}\n")}
	res, diags := Compose(t.Context(), src, options())
	wantNone(t, diags)
	var titles []string
	for _, l := range res.Layout.Pages[0].Lines {
		titles = append(titles, l.Text)
	}
	text := strings.Join(titles, "\n")
	for _, want := range []string{"Good day", "Inside"} {
		if !strings.Contains(text, want) {
			t.Errorf("the cover does not say %q:\n%s", want, text)
		}
	}
}

// TestPressFaultsAreTheBrands wants what a press cannot print at the brand's
// lines, and not as a fault of the program.
func TestPressFaultsAreTheBrands(t *testing.T) {
	for code, text := range map[string]string{
		"ink-limit":     "print: {ink-limit: 5}\n",
		"print-profile": "print: {profile: rgb.icc}\n",
	} {
		src := sourceOf(small + "brand: mine\n")
		files := src.Root.(fstest.MapFS)
		files["brands/mine/brand.yaml"] = &fstest.MapFile{Data: []byte("name: mine\nextends: default\n" + text)}
		rgb, err := fs.ReadFile(assets.FS, screenICC)
		if err != nil {
			t.Fatal(err)
		}
		files["brands/mine/rgb.icc"] = &fstest.MapFile{Data: rgb}
		res, diags := Build(t.Context(), src, options())
		if diags.Worst() != diag.Error || diags.All[0].Code != code || diags.All[0].Pos.Line == 0 {
			t.Errorf("%s: the messages are %v", code, diags.All)
		}
		if res != nil && (res.Email != nil || res.Print != nil) {
			t.Errorf("%s: there are files", code)
		}
	}
}

func TestMailSize(t *testing.T) {
	whole, diags := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), options())
	wantNone(t, diags)
	opt := options()
	opt.MaxSize = int64(len(whole.Email)) - 8000
	res, diags := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), opt)
	wantNone(t, diags)
	if int64(len(res.Email)) > opt.MaxSize {
		t.Errorf("the file has %d bytes, the limit is %d", len(res.Email), opt.MaxSize)
	}
	if !bytes.Equal(res.Print, whole.Print) {
		t.Error("the limit of the e-mail file changed the print file")
	}
	opt.MaxSize = 0
	opt.MaxMail = 25_000
	res, diags = Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), opt)
	if !diags.Failed() || diags.All[0].Code != "too-large" || res.Email != nil || res.Print != nil {
		t.Errorf("a limit that cannot be kept: %v", diags.All)
	}
}

// TestMailLimit counts a file in base64 lines as a mail does.
func TestMailLimit(t *testing.T) {
	for _, most := range []int64{0, 1, 4096, 10_000, 5_000_000} {
		n := MailLimit(most)
		encoded := (n + 2) / 3 * 4
		lines := (encoded + 75) / 76
		if total := encoded + 2*lines; n > 0 && total+4096 > most {
			t.Errorf("a file of %d bytes makes a mail of more than %d", n, most)
		}
		if n < 0 || most > 1_000_000 && n < most*7/10 {
			t.Errorf("only %d bytes of %d are left", n, most)
		}
	}
}

func TestBytes(t *testing.T) {
	for n, want := range map[int64]string{0: "0 bytes", 999: "999 bytes", 1000: "1 KB", 48_249: "48.2 KB", 812_400: "812 KB", 1_923_456: "1.92 MB"} {
		if got := Bytes(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	res, diags := Build(ctx, sourceOf(pictured, "photos/boat.jpg"), options())
	if len(diags.All) != 1 || diags.All[0].Code != "interrupted" {
		t.Errorf("the messages are %v", diags.All)
	}
	if res != nil && (res.Email != nil || res.Print != nil) {
		t.Error("an interrupted build has files")
	}
}

// bomb is a file system in which a photo panics when it is read.
type bomb struct{ fs.FS }

func (b bomb) Open(name string) (fs.File, error) {
	if name == "photos/boat.jpg" {
		panic("boom")
	}
	return b.FS.Open(name)
}

func (b bomb) Stat(name string) (fs.FileInfo, error) { return fs.Stat(b.FS, name) }

// TestFaultHasAPlace wants a panic in a stage to become a message at the photo's
// line, with the function that failed and without a trace.
func TestFaultHasAPlace(t *testing.T) {
	src := sourceOf(pictured, "photos/boat.jpg")
	src.Root = bomb{src.Root}
	res, diags := Build(t.Context(), src, options())
	if res != nil || diags.Worst() != diag.Fault {
		t.Fatalf("the messages are %v", diags.All)
	}
	d := diags.All[0]
	if d.Pos.Line != 19 || !strings.Contains(d.Message, "boom") || !strings.Contains(d.Message, "bomb.Open") || strings.Contains(d.Message, "goroutine") {
		t.Errorf("the fault is %v", d)
	}
}

// TestSteps wants progress of every stage, in order.
func TestSteps(t *testing.T) {
	var stages []string
	opt := options()
	opt.Progress = func(s Step) { stages = append(stages, fmt.Sprintf("%s %d/%d %s", s.Stage, s.Done, s.Total, s.Item)) }
	_, diags := Build(t.Context(), sourceOf(pictured, "photos/boat.jpg"), opt)
	wantNone(t, diags)
	want := "load 1/1 ;compose 1/1 ;photos 1/1 photos/boat.jpg"
	if got := strings.Join(stages, ";"); !strings.HasPrefix(got, want) || len(stages) != 5 {
		t.Errorf("the steps are %q", got)
	}
}

func TestSpoken(t *testing.T) {
	res, diags := Build(t.Context(), sourceOf(small), options())
	wantNone(t, diags)
	said, err := Spoken(res.Email)
	if err != nil {
		t.Fatal(err)
	}
	if len(said) == 0 || said[0].Role != "H1" || said[0].Text != "The Lighthouse" {
		t.Errorf("it begins with %+v", said[:min(1, len(said))])
	}
}

// Inks that do not say of which press they are count as those of ours, on the
// screen as in print.
func TestBareInks(t *testing.T) {
	data, err := os.ReadFile("photo/testdata/cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	press, err := fs.ReadFile(assets.FS, pressICC)
	if err != nil {
		t.Fatal(err)
	}
	chunk := append([]byte("ICC_PROFILE\x00\x01\x01"), press[:40]...) // not a profile: no better than none
	broken := slices.Concat(data[:2], []byte{0xff, 0xe2, 0, byte(len(chunk) + 2)}, chunk, data[2:])
	var screen [2][]byte
	for i, data := range [][]byte{data, broken} {
		src := sourceOf(strings.Replace(pictured, "focus:", "waive: {low-resolution: a test}, focus:", 1), "photos/boat.jpg")
		src.Root.(fstest.MapFS)["photos/boat.jpg"].Data = data
		opt := options()
		opt.Profiles = Email
		j := newJob(t.Context(), src, opt)
		res := j.compose()
		if !j.standing() {
			t.Fatal(j.diags.All)
		}
		f := &file{profile: Email, target: j.screen()}
		j.pictures(res.Document, []*file{f})
		if j.separation.profile == nil {
			t.Error("the press's profile is not asked")
		}
		screen[i] = f.pictures[0].Data
	}
	if !bytes.Equal(screen[0], screen[1]) {
		t.Error("with a profile that cannot be used the inks look otherwise than with none")
	}
}

// The brand is the one that the issue names, however it writes that, and whatever
// else in it looks like it.
func TestBrandIsTheNamedOne(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{small, "default"},
		{small + "brand: mine\n", "mine"},
		{small + "brand: 'mine' # not: other\n", "mine"},
		{small + "\"brand\": mine\n", "mine"},
		{small + "brand:\n  mine\n", "mine"},
		{strings.Replace(small, "language: en-GB", "language:   'en-GB'", 1) + "brand: &b mine\n", "mine"},
	} {
		src := sourceOf(c.text)
		src.Root.(fstest.MapFS)["brands/mine/brand.yaml"] = &fstest.MapFile{Data: []byte("name: mine\nextends: default\n")}
		src.Root.(fstest.MapFS)["brands/default/brand.yaml"] = &fstest.MapFile{Data: []byte("name: own\nextends: default\n")}
		j := newJob(t.Context(), src, options())
		if j.compose() == nil || j.diags.Failed() {
			t.Errorf("%q: %v", c.text[len(c.text)-30:], j.diags.All)
			continue
		}
		if want := map[string]string{"mine": "mine", "default": "own"}[c.want]; j.brand.Name != want {
			t.Errorf("%q: the brand %q", c.text[len(c.text)-30:], j.brand.Name)
		}
	}
}
