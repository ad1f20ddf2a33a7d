// Package paint draws a placed document with fpdf: one page of raw operators for
// every page of the display, and a ledger of what it called and marked.
//
// It decides nothing. Whatever asks whether something fits, which ink serves or
// what goes where was settled before; an item is painted as it stands, with all
// of its state, and trusts none that an earlier item left over.
//
// It is the only importer of fpdf, and uses of it no more than pages and
// [fpdf.Fpdf.RawWriteStr]: fpdf's fonts, pictures, links and colours are not
// fit for the standards that the files claim. The finishing pass adds them.
//
// Lengths are converted once, in number.go: from the top left of the trim, y
// down, to PDF's bottom left of the media box, y up, in thousandths of a point.
package paint

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"masthead/layout/display"
	"masthead/layout/geom"
)

// Picture is a photo as it goes into the file.
type Picture = display.Picture

// Options says for which file to paint.
type Options struct {
	Profile  display.Profile // Email or Print
	Pictures []Picture       // by index into Document.Photos
	Marks    Marks           // outside the bleed of the print file
}

// Pages paints every page of doc. It returns fpdf's file, which only the
// finishing pass can make use of, and the ledger of it. An error names the page
// and the item that cannot be painted; it means a fault in what was handed over.
func Pages(doc *display.Document, opt Options) ([]byte, *display.Ledger, error) {
	if opt.Profile != display.Email && opt.Profile != display.Print {
		return nil, nil, fmt.Errorf("paint: no profile %d", opt.Profile)
	}
	p := painter{doc: doc, opt: opt, ledger: &display.Ledger{Profile: opt.Profile, Pictures: opt.Pictures}}
	if opt.Profile == display.Email {
		owners, err := doc.Root.Owners()
		if err != nil {
			return nil, nil, fmt.Errorf("paint: %w", err)
		}
		p.owners, p.broken = owners, map[display.Mark]int{}
	}
	pdf := blank()
	for i := range doc.Pages {
		page := &doc.Pages[i]
		sheet := p.sheet(page)
		if err := p.page(page, sheet); err != nil {
			return nil, nil, fmt.Errorf("paint: page %d: %w", i+1, err)
		}
		pdf.AddPageFormat("P", fpdf.SizeType{Wd: sheet.Media.W.Points(), Ht: sheet.Media.H.Points()})
		pdf.RawWriteStr(string(p.out))
		if err := pdf.Error(); err != nil {
			return nil, nil, fmt.Errorf("paint: page %d: %w", i+1, err)
		}
	}
	var file bytes.Buffer
	if err := pdf.Output(&file); err != nil {
		return nil, nil, fmt.Errorf("paint: %w", err)
	}
	return file.Bytes(), p.ledger, nil
}

// blank returns an fpdf document with everything switched off that fpdf would
// do on its own. Its dates are fixed because fpdf asks the clock otherwise; the
// finishing pass writes the true ones.
func blank() *fpdf.Fpdf {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 1, Ht: 1}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	epoch := time.Unix(0, 0).UTC()
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	return pdf
}

// sheet books the next page: its boxes, and the room around them.
func (p *painter) sheet(page *display.Page) *display.Sheet {
	trim := geom.Rect{W: page.Trim.W, H: page.Trim.H}
	s := display.Sheet{Media: page.Trim, Trim: trim, Bleed: trim}
	if p.opt.Profile == display.Print {
		bleed, room := page.Bleed, page.Bleed+p.opt.Marks.Room()
		s.Media = geom.Size{W: trim.W + 2*room, H: trim.H + 2*room}
		s.Trim.X, s.Trim.Y = room, room
		s.Bleed = s.Trim.Outset(geom.Insets{Top: bleed, Right: bleed, Bottom: bleed, Left: bleed})
	}
	p.ledger.Sheets = append(p.ledger.Sheets, s)
	return &p.ledger.Sheets[len(p.ledger.Sheets)-1]
}
