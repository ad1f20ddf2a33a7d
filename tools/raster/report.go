package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
)

const head = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>raster</title>
<style>
  body { font: 16px/1.45 system-ui, sans-serif; margin: 0 auto; padding: 1rem 2rem; max-width: 88rem }
  div { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem }
  img { width: 100%; border: 1px solid #c5cad2; image-rendering: pixelated }
</style>
`

// report writes a page with the sights: before, after, and both over each other,
// before in red and after in blue.
func report(name string, sights []sight) error {
	var b strings.Builder
	b.WriteString(head)
	if len(sights) == 0 {
		b.WriteString("<p>Nothing looks otherwise.</p>\n")
	}
	for _, s := range sights {
		fmt.Fprintf(&b, "<h2>%s</h2>\n<div>", html.EscapeString(s.sentence()))
		if s.old != nil {
			b.WriteString(inline(s.old))
		}
		b.WriteString(inline(s.new))
		if s.diff != nil {
			b.WriteString(inline(overlay(s.old, s.new)))
		}
		b.WriteString("</div>\n")
	}
	return os.WriteFile(name, []byte(b.String()), 0o666)
}

func overlay(old, now *image.Gray) image.Image {
	out := image.NewRGBA(now.Rect)
	for y := range now.Rect.Dy() {
		for x := range now.Rect.Dx() {
			a, b := old.GrayAt(x, y).Y, now.GrayAt(x, y).Y
			out.SetRGBA(x, y, color.RGBA{b, min(a, b), a, 255})
		}
	}
	return out
}

// inline returns a picture as part of the page.
func inline(img image.Image) string {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return html.EscapeString(err.Error())
	}
	return `<img alt="" src="data:image/png;base64,` + base64.StdEncoding.EncodeToString(b.Bytes()) + `">`
}
