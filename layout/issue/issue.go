// Package issue reads a newsletter's text: issue.yaml with its Markdown fields,
// checked against everything that can be known without laying it out.
//
// Start with [Load]. It reports every problem at its line and column, and the
// [Issue] that it returns keeps the place of everything, so that later stages
// can point there too. It looks whether photos exist but does not open them.
//
// The package is the only one that knows the Markdown library.
package issue

import (
	"fmt"

	"masthead/layout/source"
)

// Issue is one number of a newsletter.
type Issue struct {
	ID        string // the folder's name
	File      string // the document's name as diagnostics say it: "issue.yaml"
	Title     string
	Name      string // the word in the masthead
	Number    int    // 0 where the issue has none
	Date      Date
	Language  string // canonical BCP 47 tag, "und" for none
	Brand     string // empty where the issue leaves it open
	Publisher string
	Pages     Budget
	Funding   *Funding
	Cover     *Photo
	Foreword  *Foreword
	Index     *Index // nil: no index is wanted
	Sections  []Section
	Contacts  *Contacts
	At        source.Marks
}

// Date is a day, or a month where Day is 0.
type Date struct{ Year, Month, Day int }

// String returns the date as it is written in an issue: 2023-06 or 2023-06-27.
func (d Date) String() string {
	if d.Day == 0 {
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d is earlier than e; a month begins before its days.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// Budget limits the pages, cover included. Zero fields do not limit.
type Budget struct {
	Exact      int
	Max        int
	MultipleOf int
}

// Funding is the line that names who paid. Emblem is the name of a built-in
// emblem or a picture file.
type Funding struct {
	Emblem, Text string
	At           source.Marks
}

// IsFile reports whether the emblem is a file in the issue's folder and not the
// name of a built-in one.
func (f *Funding) IsFile() bool { return isFileName(f.Emblem) }

// Foreword opens the issue. An empty Title stands for the language's label.
type Foreword struct {
	Title  string
	Blocks []Block
	Signed string
	At     source.Marks
}

// Index asks for a table of contents. An empty Title stands for the language's
// label.
type Index struct {
	Title string
	At    source.Marks
}

// Section is a group of articles. Key is the key it stands under: highlights,
// events, infobites, or "sections" for the entries of that list. An empty Title
// stands for the language's label.
type Section struct {
	Key      string
	ID       string
	Title    string
	Articles []*Article
	Calendar []Event // by date
	At       source.Marks
}

// Article is one story of a section.
type Article struct {
	Section    string // the section's ID
	ID         string
	Title      string
	Short      string // for running heads and cross-links; may be empty
	IndexTitle string // for the index; may be empty
	Kicker     string
	Lead       []Span
	Blocks     []Block
	Facts      []Fact
	Quote      *Quote
	See        []See
	Photos     []*Photo
	At         source.Marks
}

// Story returns the article's story id, SECTION/ARTICLE.
func (a *Article) Story() string { return a.Section + "/" + a.ID }

// Fact is a row of the "at a glance" box.
type Fact struct {
	Label string
	Text  []Span
	At    source.Marks
}

// Quote is a pull quote. By may be empty.
type Quote struct {
	Text []Span
	By   string
	At   source.Marks
}

// See is a cross-link to other stories, by their full ids. An empty Text stands
// for their titles.
type See struct {
	Text    string
	Stories []string
	At      source.Marks
}

// Photo is a picture with what is said about it. Defaults of the issue and of
// the photo's folder are filled in.
type Photo struct {
	File       string // clean path in the issue's root
	Alt        string
	Decorative bool // alt was declared empty
	Caption    []Span
	Credit     string
	Focus      *[2]float64 // the point that every crop keeps, fractions from the top left
	Keep       *[4]float64 // the rectangle that every crop keeps: x0 y0 x1 y1
	Size       string      // a wish: column, wide, full, or empty
	Waive      map[string]string
	At         source.Marks
}

// Event is an entry of a calendar. Until is zero where it lasts one day.
type Event struct {
	Date, Until       Date
	Title, Place, URL string
	At                source.Marks
}

// Contacts ends the issue. Address may have several lines, divided by "\n".
type Contacts struct {
	Title, Phone, Email, Web, Address string
	Follow                            []Follow
	At                                source.Marks
	After                             int // number of sections before it
}

// Follow is a link that is also drawn as a QR code.
type Follow struct {
	Label, QR string
	At        source.Marks
}

// Stories returns the ids of all stories in reading order.
func (is *Issue) Stories() []string {
	out := []string{"cover"}
	if is.Foreword != nil {
		out = append(out, "foreword")
	}
	if is.Index != nil {
		out = append(out, "index")
	}
	contacts := func(i int) {
		if is.Contacts != nil && is.Contacts.After == i {
			out = append(out, "contacts")
		}
	}
	for i, s := range is.Sections {
		contacts(i)
		for _, a := range s.Articles {
			out = append(out, a.Story())
		}
		if len(s.Calendar) > 0 {
			out = append(out, s.ID+"/calendar")
		}
	}
	contacts(len(is.Sections))
	return out
}
