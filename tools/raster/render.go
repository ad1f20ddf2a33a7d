package main

import (
	"image"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// dpi is how finely pages are rendered.
const dpi = 36

// renderer is one instance of PDFium. It sees no file system: documents are
// handed to it as bytes.
type renderer struct {
	pool pdfium.Pool
	pdf  pdfium.Pdfium
}

func newRenderer() (*renderer, error) {
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1, FSConfig: wazero.NewFSConfig()})
	if err != nil {
		return nil, err
	}
	pdf, err := pool.GetInstance(time.Minute)
	if err != nil {
		pool.Close()
		return nil, err
	}
	return &renderer{pool, pdf}, nil
}

func (r *renderer) close() {
	_ = r.pdf.Close()
	_ = r.pool.Close()
}

// render returns the pages of a document in grey.
func (r *renderer) render(data []byte) ([]*image.Gray, error) {
	doc, err := r.pdf.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, err
	}
	defer r.pdf.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document}) //nolint:errcheck // nothing was written
	count, err := r.pdf.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, err
	}
	var out []*image.Gray
	for i := range count.PageCount {
		page, err := r.pdf.RenderPageInDPI(&requests.RenderPageInDPI{
			DPI: dpi, Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}},
		})
		if err != nil {
			return nil, err
		}
		out = append(out, grey(page.Result.RenderedImage))
		page.CleanupFunc()
	}
	return out, nil
}
