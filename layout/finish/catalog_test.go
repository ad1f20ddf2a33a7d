package finish

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"masthead/layout/display"
)

// TestOpening: the first page at full width, its title in the window, the pages
// named as printed.
func TestOpening(t *testing.T) {
	f := email(t)
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	open := f.array(f.root["OpenAction"])
	if open[0] != pages[0] || open[1] != Name("FitH") || number(open[2]) != 841.89 {
		t.Errorf("opens at %v", open)
	}
	if f.dict(f.root["ViewerPreferences"])["DisplayDocTitle"] != true || f.dict(f.root["MarkInfo"])["Marked"] != true {
		t.Errorf("catalog %v", f.root)
	}
	if f.root["Lang"] != String("en-GB") || f.dict(f.root["PageLabels"])["Nums"] == nil {
		t.Errorf("catalog %v", f.root)
	}
}

// TestPacketIsXML: well-formed, each prefix declared, each property of a schema
// that PDF/A does not know described.
func TestPacketIsXML(t *testing.T) {
	both(t, func(t *testing.T, f opened) {
		packet := f.data(f.root["Metadata"])
		if strings.Contains(string(packet[:80]), "encoding=") || strings.Contains(string(packet[:80]), "bytes=") {
			t.Error("the packet's head says bytes or encoding (ISO 19005-2, 6.6.2.1)")
		}
		described := map[string]bool{}
		used := map[string]bool{}
		var inside string
		d := xml.NewDecoder(strings.NewReader(string(packet)))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			switch tok := tok.(type) {
			case xml.StartElement:
				inside = tok.Name.Local
				if !strings.Contains(tok.Name.Space, ":") {
					t.Errorf("%s is of no name space", inside)
				}
				if strings.Contains(tok.Name.Space, "pdfua/") || strings.Contains(tok.Name.Space, "pdfx/") || inside == "Trapped" {
					used[inside] = true
				}
			case xml.CharData:
				if inside == "name" {
					described[strings.TrimSpace(string(tok))] = true
				}
			case xml.EndElement:
				inside = ""
			}
		}
		for name := range used {
			if !described[name] {
				t.Errorf("%s is used and not described", name)
			}
		}
		if len(used) == 0 || len(used) != len(described) {
			t.Errorf("used %v, described %v", used, described)
		}
	})
}

func TestDocumentID(t *testing.T) {
	form := regexp.MustCompile(`<xmpMM:DocumentID>uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<`)
	ids := map[string]bool{}
	for _, title := range []string{"One", "Two"} {
		s := full(t)
		s.doc.Meta.Title = title
		f := reread(t, s.must(display.Print))
		ids[form.FindString(string(f.data(f.root["Metadata"])))] = true
	}
	if len(ids) != 2 || ids[""] {
		t.Errorf("ids %v", ids)
	}
}

// TestSparseMetadata: what a document does not say, neither place says.
func TestSparseMetadata(t *testing.T) {
	s := full(t)
	s.doc.Meta.Author, s.doc.Meta.Subject, s.doc.Meta.Producer = "", "", ""
	f := reread(t, s.must(display.Email))
	info := f.dict(f.Trailer["Info"])
	for _, key := range []Name{"Author", "Subject", "Producer"} {
		if info[key] != nil {
			t.Errorf("/%s %v", key, info[key])
		}
	}
	for _, element := range []string{"dc:creator", "dc:description", "pdf:Producer"} {
		if strings.Contains(string(f.data(f.root["Metadata"])), element+">") {
			t.Errorf("an empty %s", element)
		}
	}
}
