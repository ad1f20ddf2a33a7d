package preflight

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestForeign: files that other programs made, with the faults that are known of
// them. They were made from a leaflet of one page (WeasyPrint 57.2, which writes
// RGB page groups, links and no identifier; pdftocairo 22.12 from that) and a few
// lines of PostScript (Ghostscript 10; the broken one lost its end, the encrypted
// one was locked by qpdf).
func TestForeign(t *testing.T) {
	for name, want := range map[string]string{
		"weasyprint":       "bleed-filled blend-space transparency x4-annotation x4-device-rgb x4-file-id x4-intent x4-trapped x4-version x4-xmp",
		"cairo":            "bleed-filled blend-space box-bleed hairline safe-zone transparency x4-device-rgb x4-file-id x4-intent x4-trapped x4-trim-box x4-xmp",
		"ghostscript-rgb":  "box-bleed hairline safe-zone x4-claim x4-dates x4-device-rgb x4-font-embedded x4-identity x4-intent x4-trapped x4-trim-box x4-version",
		"ghostscript-cmyk": "box-bleed built-black contrast ink-flat small-text x4-claim x4-dates x4-font-embedded x4-identity x4-intent x4-trapped x4-trim-box x4-version",
		"broken":           "box-bleed hairline pdf-damaged safe-zone x4-claim x4-dates x4-device-rgb x4-file-id x4-font-embedded x4-identity x4-intent x4-trapped x4-trim-box x4-version",
		"encrypted":        "x4-encrypted",
	} {
		b, err := os.ReadFile(filepath.Join("testdata", "foreign", name+".pdf"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range Check(b, Options{Thumbnails: 100}).Findings {
			got = append(got, f.Rule)
		}
		slices.Sort(got)
		if s := strings.Join(slices.Compact(got), " "); s != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, s, want)
		}
	}
}
