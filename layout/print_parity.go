package layout

import (
	"fmt"
	"strings"

	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/finish"
)

// prove holds a finished file against the document. The file is read back, with
// a reader that knows nothing of the layout, and its words are compared with
// those of the document, page by page; then the words that the
// document has in one file only are looked at: they may be furniture, never part
// of a story.
//
//	email.pdf ─ read ─► words ═ document in e-mail ┐
//	                                               ├ differ in furniture alone
//	print.pdf ─ read ─► words ═ document in print ─┘
//
// So both hold the same stories, in the same words, on the same pages. A
// difference is a fault.
func (j *job) prove(doc *display.Document, f *file, diags *diag.List) {
	err := says(doc, f.pdf, f.profile)
	if err == nil {
		err = sameStories(doc)
	}
	if err != nil {
		d := j.defect(fmt.Errorf("the %s file: %w", f.name, err))
		d.Code = "parity"
		diags.Add(d)
	}
}

// says compares what a finished file shows with the document.
func says(doc *display.Document, pdf []byte, profile Profile) error {
	f, err := finish.Read(pdf)
	if err != nil {
		return err
	}
	refs, err := f.Pages()
	if err != nil {
		return err
	}
	if len(refs) != len(doc.Pages) {
		return fmt.Errorf("it has %d pages and not %d", len(refs), len(doc.Pages))
	}
	for i, ref := range refs {
		page, err := f.Dict(ref)
		if err != nil {
			return err
		}
		got, err := f.Texts(page)
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		is, should := apart(strings.Join(got, ""), strings.Join(shows(doc, i, profile), ""))
		if is != should {
			return fmt.Errorf("page %d says %q where the layout has %q", i+1, is, should)
		}
	}
	return nil
}

// apart cuts two texts down to where they begin to differ, with a few words
// around it; equal texts to nothing.
func apart(a, b string) (string, string) {
	const around = 40
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	if same == len(a) && same == len(b) {
		return "", ""
	}
	from := max(0, same-around)
	return a[from:min(len(a), same+around)], b[from:min(len(b), same+around)]
}

// shows lists the words of a page in a file, run by run.
func shows(doc *display.Document, page int, profile Profile) (out []string) {
	p := &doc.Pages[page]
	for _, item := range p.Items {
		if it, ok := item.(*display.Text); ok && it.Only.In(profile) && len(it.Glyphs) > 0 {
			out = append(out, wordsOf(doc, it))
		}
	}
	if profile == Print {
		for _, it := range p.Slug {
			out = append(out, wordsOf(doc, it))
		}
	}
	return out
}

// wordsOf returns what a run of glyphs stands for.
func wordsOf(doc *display.Document, it *display.Text) string {
	var b strings.Builder
	for _, g := range it.Glyphs {
		b.WriteString(finish.SaidBy(doc.Fonts[it.Font].Codes[g.Code-1]))
	}
	return b.String()
}

// sameStories: what stands in one file only belongs to no story.
func sameStories(doc *display.Document) error {
	for i := range doc.Pages {
		for _, item := range doc.Pages[i].Items {
			it, ok := item.(*display.Text)
			if ok && it.Only != 0 && it.Only != Email|Print && it.Mark != 0 && len(it.Glyphs) > 0 {
				return fmt.Errorf("page %d: %q stands in one of the files only", i+1, wordsOf(doc, it))
			}
		}
	}
	return nil
}
