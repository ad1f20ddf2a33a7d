package layout

import (
	"encoding/json"
	"io"
	"math"
	"strconv"

	"masthead/layout/diag"
	"masthead/layout/display"
	"masthead/layout/geom"
)

// points is a length as the record says it: in PDF points with at most three
// decimals, by integers so that every machine writes the same.
type points geom.Length

// MarshalJSON writes the number.
func (p points) MarshalJSON() ([]byte, error) {
	return decimal(int64(geom.Length(p).MulDiv(1000, int64(geom.Point)))), nil
}

// number is a ratio with at most three decimals.
type number float64

// MarshalJSON writes the number; what is none becomes 0.
func (n number) MarshalJSON() ([]byte, error) {
	f := float64(n)
	if math.IsNaN(f) || math.Abs(f) > 1e12 {
		f = 0
	}
	return decimal(int64(math.Round(f * 1000))), nil
}

// fraction is a part of a photo's side, to the millionth.
type fraction float64

// MarshalJSON writes the number.
func (f fraction) MarshalJSON() ([]byte, error) {
	return strconv.AppendFloat(nil, math.Round(float64(f)*1e6)/1e6, 'f', -1, 64), nil
}

// decimal writes thousandths as a decimal fraction without trailing zeros.
func decimal(milli int64) []byte {
	out := []byte{}
	if milli < 0 {
		out, milli = append(out, '-'), -milli
	}
	out = strconv.AppendInt(out, milli/1000, 10)
	if rest := milli % 1000; rest > 0 {
		digits := strconv.Itoa(int(1000 + rest))[1:]
		for digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
		out = append(append(out, '.'), digits...)
	}
	return out
}

// The record's keys, in the order of the contract. Lists are never null.
type (
	jsonLayout struct {
		Issue       string           `json:"issue"`
		Language    string           `json:"language"`
		Brand       string           `json:"brand"`
		Grid        points           `json:"grid"`
		Pages       []jsonPage       `json:"pages"`
		Stories     []jsonStory      `json:"stories"`
		Index       []jsonSection    `json:"index"`
		Bill        []jsonFlexed     `json:"bill"`
		Diagnostics []jsonDiagnostic `json:"diagnostics"`
		Search      jsonSearch       `json:"search"`
	}
	jsonSearch struct {
		Dropped int `json:"dropped"` // ways that were not followed to their end
	}
	jsonRect struct {
		X points `json:"x"`
		Y points `json:"y"`
		W points `json:"w"`
		H points `json:"h"`
	}
	jsonPage struct {
		Number   int          `json:"number"`
		Template string       `json:"template"`
		Width    points       `json:"width"`
		Height   points       `json:"height"`
		Live     jsonRect     `json:"live"`
		Frames   []jsonFrame  `json:"frames"`
		Lines    []jsonLine   `json:"lines"`
		Boxes    []jsonBox    `json:"boxes"`
		Figures  []jsonFigure `json:"figures"`
	}
	jsonFrame struct {
		ID    string `json:"id"`
		Story string `json:"story"`
		Role  string `json:"role"`
		jsonRect
	}
	jsonLine struct {
		Frame      string `json:"frame"`
		Story      string `json:"story"`
		Role       string `json:"role"`
		Paragraph  string `json:"paragraph"`
		X          points `json:"x"`
		Baseline   points `json:"baseline"`
		Width      points `json:"width"`
		Measure    points `json:"measure"`
		Size       points `json:"size"`
		Leading    points `json:"leading"`
		Ratio      number `json:"ratio"`
		Stretch    number `json:"stretch"`
		Justified  bool   `json:"justified"`
		Hyphenated bool   `json:"hyphenated"`
		Contrast   number `json:"contrast"`
		Text       string `json:"text"`
	}
	jsonBox struct {
		Story string `json:"story"`
		Role  string `json:"role"`
		jsonRect
	}
	jsonFigure struct {
		Story string `json:"story"`
		File  string `json:"file"`
		jsonRect
		PPI     int         `json:"ppi"`
		Crop    [4]fraction `json:"crop"`
		Caption string      `json:"caption"`
	}
	jsonStory struct {
		ID    string `json:"id"`
		Title string `json:"title"`
		Pages []int  `json:"pages"`
		Words int    `json:"words"`
	}
	jsonSection struct {
		Title   string      `json:"title"`
		Pages   string      `json:"pages"`
		Entries []jsonEntry `json:"entries"`
	}
	jsonEntry struct {
		Title string `json:"title"`
		Story string `json:"story"`
		Page  int    `json:"page"`
	}
	jsonFlexed struct {
		Page   int    `json:"page"`
		Story  string `json:"story"`
		Change string `json:"change"`
		Unit   string `json:"unit"`
		From   number `json:"from"`
		To     number `json:"to"`
	}
	jsonDiagnostic struct {
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"`
		Severity string `json:"severity"`
		Code     string `json:"code"`
		Message  string `json:"message"`
		Hint     string `json:"hint"`
	}
)

// each turns a list into the record's form.
func each[T, U any](list []T, as func(T) U) []U {
	out := make([]U, len(list))
	for i, v := range list {
		out[i] = as(v)
	}
	return out
}

func rectangle(r geom.Rect) jsonRect {
	return jsonRect{points(r.X), points(r.Y), points(r.W), points(r.H)}
}

// WriteJSON writes the record of a placed issue: one object on one line.
func WriteJSON(w io.Writer, l *display.Layout) error {
	out := jsonLayout{
		Issue: l.Issue, Language: l.Language, Brand: l.Brand, Grid: points(l.Grid),
		Pages: each(l.Pages, pageRecord),
		Stories: each(l.Stories, func(s display.Story) jsonStory {
			return jsonStory{s.ID, s.Title, append([]int{}, s.Pages...), s.Words}
		}),
		Index: each(l.Index, func(s display.IndexSection) jsonSection {
			return jsonSection{s.Title, s.Pages, each(s.Entries, func(e display.IndexEntry) jsonEntry { return jsonEntry(e) })}
		}),
		Bill: each(l.Bill, func(f display.Flexed) jsonFlexed {
			return jsonFlexed{f.Page, f.Story, f.Change, f.Unit, number(f.From), number(f.To)}
		}),
		Diagnostics: each(l.Diagnostics, diagnostic),
		Search:      jsonSearch{l.Dropped},
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

func pageRecord(p display.LayoutPage) jsonPage {
	return jsonPage{
		Number: p.Number, Template: p.Template, Width: points(p.Size.W), Height: points(p.Size.H), Live: rectangle(p.Live),
		Frames: each(p.Frames, func(f display.Frame) jsonFrame { return jsonFrame{f.ID, f.Story, f.Role, rectangle(f.Rect)} }),
		Lines:  each(p.Lines, lineRecord),
		Boxes:  each(p.Boxes, func(b display.Box) jsonBox { return jsonBox{b.Story, b.Role, rectangle(b.Rect)} }),
		Figures: each(p.Figures, func(f display.Figure) jsonFigure {
			crop := [4]fraction{}
			for i, v := range f.Crop {
				crop[i] = fraction(v)
			}
			return jsonFigure{f.Story, f.File, rectangle(f.Rect), f.PPI, crop, f.Caption}
		}),
	}
}

func lineRecord(l display.Line) jsonLine {
	return jsonLine{
		l.Frame, l.Story, l.Role, l.Paragraph, points(l.X), points(l.Baseline), points(l.Width), points(l.Measure),
		points(l.Size), points(l.Leading), number(l.Ratio), number(l.Stretch), l.Justified, l.Hyphenated, number(l.Contrast), l.Text,
	}
}

func diagnostic(d diag.Diagnostic) jsonDiagnostic {
	return jsonDiagnostic{d.Pos.File, d.Pos.Line, d.Pos.Column, d.Severity.String(), d.Code, d.Message, d.Hint}
}

// WriteDiagnosticJSON writes one message as an object on a line of its own.
func WriteDiagnosticJSON(w io.Writer, d diag.Diagnostic) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(diagnostic(d))
}
