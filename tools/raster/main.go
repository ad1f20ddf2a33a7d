// Command raster looks whether PDFs still look as they did: it renders every page
// with PDFium, in WebAssembly and so without any system package, and compares it
// with a small stored picture.
//
//	cd tools/raster
//	go run . -update -ref ../../issues/2023-06/golden/raster ../../out/2023-06-*.pdf
//	go run . -html raster.html -ref ../../issues/2023-06/golden/raster ../../out/2023-06-*.pdf
//
// It is a module of its own, so that masthead stays free of PDFium. References
// are grey, 36 dots an inch, in 16 levels: about ten kilobytes a page. They are
// made of the pages as people see them; what stands where is the business of
// masthead golden, which is exact.
//
// A pixel differs where it is further than [levels] of 255 from every pixel of
// the other picture that is at most one away, so that a hair's breadth and
// another rounding of a photo pass. A page differs where more than -tolerance of
// its pixels do.
//
// Exit status: 0 the same, 1 a file cannot be read, 2 wrong usage, 4 different.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The exit statuses, as masthead has them.
const (
	same      = 0
	wrong     = 1
	misused   = 2
	different = 4
)

func main() {
	os.Exit(run(os.Args[1:]))
}

// options are the flags.
type options struct {
	ref, html string
	update    bool
	tolerance float64
}

func run(args []string) int {
	var o options
	set := flag.NewFlagSet("raster", flag.ContinueOnError)
	set.StringVar(&o.ref, "ref", "", "the folder of the references")
	set.StringVar(&o.html, "html", "", "write a report with an overlay of every page that differs to `FILE`")
	set.BoolVar(&o.update, "update", false, "write the references instead of comparing")
	set.Float64Var(&o.tolerance, "tolerance", 0.1, "how many pixels of a page may differ, in `PERCENT`")
	if err := set.Parse(args); err != nil {
		return misused
	}
	if o.ref == "" || set.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "raster: name the folder of the references with -ref, and PDFs")
		return misused
	}
	status, err := check(&o, set.Args())
	if err != nil {
		fmt.Fprintf(os.Stderr, "raster: %v\n", err)
		return wrong
	}
	return status
}

// check renders the files and compares or writes their pages.
func check(o *options, files []string) (int, error) {
	r, err := newRenderer()
	if err != nil {
		return wrong, err
	}
	defer r.close()
	status := same
	var shown []sight
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return wrong, err
		}
		pages, err := r.render(data)
		if err != nil {
			return wrong, fmt.Errorf("%s: %w", file, err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".pdf")
		for i, now := range pages {
			ref := filepath.Join(o.ref, fmt.Sprintf("%s-%d.png", name, i+1))
			if o.update {
				if err := save(ref, now); err != nil {
					return wrong, err
				}
				continue
			}
			old, err := load(ref)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return wrong, fmt.Errorf("%s: %w", ref, err)
			}
			s := compare(fmt.Sprintf("%s, page %d", name, i+1), old, now)
			if s.differs(o.tolerance) {
				fmt.Println(s.sentence())
				shown = append(shown, s)
				status = different
			}
		}
		if !o.update && exists(filepath.Join(o.ref, fmt.Sprintf("%s-%d.png", name, len(pages)+1))) {
			fmt.Printf("%s: it had more than its %d pages\n", name, len(pages))
			status = different
		}
	}
	if o.html != "" && !o.update {
		return status, report(o.html, shown)
	}
	return status, nil
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// sixteen returns the palette of the references.
func sixteen() (out color.Palette) {
	for i := range 16 {
		out = append(out, color.Gray{Y: uint8(i * 17)})
	}
	return out
}

// save writes a reference.
func save(name string, img *image.Gray) error {
	small := image.NewPaletted(img.Rect, sixteen())
	for i, v := range img.Pix {
		small.Pix[i] = uint8((int(v) + 8) / 17)
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, small); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o666)
}

// load reads a reference; none is nil.
func load(name string) (*image.Gray, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		return nil, err
	}
	return grey(img), nil
}

// grey copies a picture's luminance, from the origin on.
func grey(img image.Image) *image.Gray {
	b := img.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			out.Set(x, y, img.At(b.Min.X+x, b.Min.Y+y))
		}
	}
	return out
}
