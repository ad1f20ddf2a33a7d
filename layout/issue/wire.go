package issue

import "masthead/layout/source"

// The documents as they are written. These structs are what the decoder reads
// and what the schema is made from; collect.go turns them into the model.

type wireIssue struct {
	Title      string                       `key:"title,required" doc:"The newsletter's full title."`
	Name       string                       `key:"name,required" doc:"The word in the masthead."`
	Number     int                          `key:"number" min:"1" max:"99999" doc:"Printed as the language's ordinal."`
	Date       Date                         `key:"date,required" doc:"The issue's date, 2023-06 or 2023-06-27."`
	Language   string                       `key:"language,required" doc:"The language as a BCP 47 tag such as en-GB."`
	Brand      string                       `key:"brand,nonempty" doc:"The brand that sets the issue."`
	Publisher  string                       `key:"publisher,nonempty" doc:"The document's author."`
	Pages      Budget                       `key:"pages" doc:"The page budget, cover included."`
	Defaults   *wireDefaults                `key:"photo-defaults" doc:"For photos that say nothing else."`
	Folders    source.Ordered[wireDefaults] `key:"photo-folders" doc:"The same by folder; the deepest folder counts."`
	Funding    *wireFunding                 `key:"funding" doc:"Who paid."`
	Cover      *wireCover                   `key:"cover" doc:"The cover picture."`
	Foreword   *wireForeword                `key:"foreword" doc:"The foreword."`
	Index      *wireIndex                   `key:"index,bare" doc:"Asks for an index; it is made from the sections."`
	Highlights *wireSection                 `key:"highlights" doc:"A section."`
	Events     *wireSection                 `key:"events" doc:"A section."`
	Infobites  *wireSection                 `key:"infobites" doc:"A section of short items."`
	Sections   []wireFurther                `key:"sections" doc:"Further sections, printed where this key stands."`
	Contacts   *wireContacts                `key:"contacts" doc:"How to reach the publisher."`
	At         source.Marks
}

type wireDefaults struct {
	Alt     *string           `key:"alt" doc:"What the photo shows; empty declares a decoration."`
	Caption prose             `key:"caption" doc:"The caption, inline Markdown."`
	Credit  *string           `key:"credit" doc:"Printed as written."`
	Size    string            `key:"size" enum:"column|wide|full" doc:"A wish; the composer decides."`
	Waive   map[string]string `key:"waive" doc:"Diagnostics to accept, by code, each with its reason."`
	At      source.Marks
}

type wirePhoto struct {
	File    string            `key:"file,required" doc:"The picture file, relative to the issue."`
	Alt     *string           `key:"alt" doc:"What the photo shows; empty declares a decoration."`
	Caption prose             `key:"caption" doc:"The caption, inline Markdown."`
	Credit  *string           `key:"credit" doc:"Printed as written."`
	Focus   *[2]float64       `key:"focus" min:"0" max:"1" doc:"The point that every crop keeps, fractions from the top left."`
	Keep    *[4]float64       `key:"keep" min:"0" max:"1" doc:"The rectangle that every crop keeps: x0 y0 x1 y1."`
	Size    string            `key:"size" enum:"column|wide|full" doc:"A wish; the composer decides."`
	Waive   map[string]string `key:"waive" doc:"Diagnostics to accept, by code, each with its reason."`
	At      source.Marks
}

type wireFunding struct {
	Emblem string `key:"emblem,nonempty" doc:"A built-in emblem such as eu, or a picture file."`
	Text   string `key:"text,required" doc:"The funding line."`
	At     source.Marks
}

type wireCover struct {
	Photo *wirePhoto `key:"photo,required" doc:"The cover picture."`
	At    source.Marks
}

type wireForeword struct {
	Title  string `key:"title,nonempty" doc:"The heading, if it is not the language's label."`
	Text   prose  `key:"text,required" doc:"The text, Markdown."`
	Signed string `key:"signed,nonempty" doc:"Who signs."`
	At     source.Marks
}

type wireIndex struct {
	Title string `key:"title,nonempty" doc:"The heading, if it is not the language's label."`
	At    source.Marks
}

type wireSection struct {
	Title    string         `key:"title,nonempty" doc:"The heading, if it is not the language's label."`
	Articles []*wireArticle `key:"articles" doc:"The section's stories."`
	Calendar []wireEvent    `key:"calendar" doc:"Coming events, set as a list by date."`
	At       source.Marks
}

type wireFurther struct {
	ID          string `key:"id,nonempty" doc:"The section's id, if it is not made from the title."`
	wireSection `key:",inline"`
}

type wireArticle struct {
	ID     string                    `key:"id,nonempty" doc:"Unique in the section; made from the title if left out."`
	Title  string                    `key:"title,required" doc:"The headline."`
	Short  string                    `key:"short,nonempty" doc:"For running heads and cross-links."`
	Index  string                    `key:"index,nonempty" doc:"The text of the index entry if it is not the title."`
	Kicker string                    `key:"kicker,nonempty" doc:"The line above the headline."`
	Lead   prose                     `key:"lead" doc:"The standfirst, inline Markdown."`
	Text   prose                     `key:"text" doc:"The text, Markdown."`
	Facts  []wireFact                `key:"facts" doc:"The rows of the box at a glance."`
	Quote  *wireQuote                `key:"quote" doc:"A pull quote."`
	See    source.OneOrMore[wireSee] `key:"see" doc:"Cross-links to other stories."`
	Photos []*wirePhoto              `key:"photos" doc:"In order of weight: the first is the lead picture."`
	At     source.Marks
}

type wireFact struct {
	Label string `key:"label,required" doc:"What the row is about."`
	Text  prose  `key:"text,required" doc:"What there is to say, inline Markdown."`
	At    source.Marks
}

type wireQuote struct {
	Text prose  `key:"text,required" doc:"The words, inline Markdown, without quotation marks."`
	By   string `key:"by,nonempty" doc:"Who said it."`
	At   source.Marks
}

type wireSee struct {
	Text  string                      `key:"text,nonempty" doc:"What the link says, if it is not the stories' titles."`
	Story source.OneOrMore[reference] `key:"story,required" doc:"A story id such as events/hainan, or a list of them."`
	At    source.Marks
}

type wireEvent struct {
	Date  Date   `key:"date,required" doc:"The first day, or the month."`
	Until Date   `key:"until" doc:"The last day."`
	Title string `key:"title,required" doc:"What it is."`
	Place string `key:"place,nonempty" doc:"Where it is."`
	URL   string `key:"url,nonempty" doc:"Its page on the web."`
	At    source.Marks
}

type wireContacts struct {
	Title   string       `key:"title,nonempty" doc:"The heading, if it is not the language's label."`
	Phone   string       `key:"phone,nonempty" doc:"A telephone number."`
	Email   string       `key:"email,nonempty" doc:"An e-mail address."`
	Web     string       `key:"web,nonempty" doc:"A web address."`
	Address string       `key:"address,nonempty" doc:"A postal address."`
	Follow  []wireFollow `key:"follow" doc:"Links drawn as QR codes."`
	At      source.Marks
}

type wireFollow struct {
	Label string `key:"label,required" doc:"What the code leads to."`
	QR    string `key:"qr,required" doc:"The link in the code."`
	At    source.Marks
}

// Schema returns the JSON Schema of issue.yaml.
func Schema() []byte {
	return source.Schema(wireIssue{}, source.SchemaMeta{
		Title:       "Masthead issue",
		Description: "One number of a newsletter. A key that is not listed is an error.",
	})
}
