package issue

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"masthead/layout/diag"
	"masthead/layout/source"
)

func full(t *testing.T) (*Issue, string) {
	t.Helper()
	text, err := os.ReadFile("testdata/full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	root := folder11()
	root["issue.yaml"] = root["photos/earth.jpg"]
	root["photos/eu.png"] = root["photos/earth.jpg"]
	root["issue.yaml"].Data = text
	var l diag.List
	is := Load(root, "issue.yaml", "2023-06", &l)
	for _, d := range l.All {
		t.Error(d, d.Hint)
	}
	return is, string(text)
}

func plain(s string) []Span       { return []Span{{Text: s}} }
func paragraph(s ...Span) []Block { return []Block{{Kind: Paragraph, Spans: s}} }
func emph(before, mark, after string) []Span {
	out := []Span{{Text: before}, {Text: mark, Emph: true}}
	if after != "" {
		out = append(out, Span{Text: after})
	}
	return out
}

// The whole of the contract in one issue, field by field.
func TestFull(t *testing.T) {
	is, _ := full(t)
	want := &Issue{
		ID: "2023-06", File: "issue.yaml",
		Title: "EU-China Dialogue on Migration and Mobility – Phase II", Name: "Newsletter", Number: 11,
		Date: Date{2023, 6, 0}, Language: "en-GB", Brand: "default",
		Publisher: "International Organization for Migration, China",
		Pages:     Budget{Max: 8, MultipleOf: 4},
		Funding:   &Funding{Emblem: "photos/eu.png", Text: "Funded by the European Union"},
		Cover: &Photo{
			File: "photos/earth.jpg", Alt: "City lights", Caption: plain("City lights."), Credit: "Photo: NASA",
			Focus: &[2]float64{0.4, 0.7}, Size: "column",
		},
		Foreword: &Foreword{Title: "2023", Blocks: paragraph(Span{Text: "Two words."}), Signed: "The Team"},
		Index:    &Index{Title: "What is inside"},
		Sections: []Section{
			{Key: "sections", ID: "interviews", Title: "Interviews", Articles: []*Article{
				{Section: "interviews", ID: "article-1", Title: "中国", Blocks: paragraph(Span{Text: "Han", Link: "https://example.org"})},
				{Section: "interviews", ID: "another", Title: "Another", Lead: plain("Only a lead")},
			}},
			{Key: "sections", ID: "dates", Title: "Dates", Calendar: []Event{
				{Date: Date{2023, 12, 31}, Until: Date{2024, 1, 2}, Title: "Earlier", Place: "Hangzhou", URL: "https://example.org"},
				{Date: Date{2024, 1, 0}, Title: "Later"},
			}},
			{Key: "highlights", ID: "highlights", Title: "Project highlights", Articles: []*Article{seminar()}},
			{Key: "events", ID: "events", Articles: []*Article{{
				Section: "events", ID: "hainan", Title: "Hainan", Blocks: paragraph(Span{Text: "Text."}),
				See: []See{{Stories: []string{"contacts"}}},
			}}},
			{Key: "infobites", ID: "infobites", Title: "Infobites", Articles: []*Article{
				{Section: "infobites", ID: "a-bite", Title: "A bite", Blocks: paragraph(Span{Text: "Bitten."})},
			}},
		},
		Contacts: &Contacts{
			Title: "Contact us", Phone: "+861059799695", Email: "iombeijingMMSP@iom.int", Web: "https://example.org",
			Address: "1 Some Street\nBeijing", Follow: []Follow{{Label: "Follow us", QR: "https://example.org/f"}}, After: 3,
		},
	}
	if d := cmp.Diff(want, is, cmpopts.IgnoreTypes(source.Marks{}, diag.Pos{}), cmpopts.IgnoreUnexported(Span{})); d != "" {
		t.Error(d)
	}
	order := "cover foreword index interviews/article-1 interviews/another dates/calendar highlights/migrant-integration contacts events/hainan infobites/a-bite"
	if got := strings.Join(is.Stories(), " "); got != order {
		t.Errorf("stories in the order\n%s, want\n%s", got, order)
	}
	if n := is.Sections[2].Articles[0].Words(); n != 25 {
		t.Errorf("the seminar has %d words", n)
	}
}

func seminar() *Article {
	return &Article{
		Section: "highlights", ID: "migrant-integration", Title: "Seminar on Migrant Integration", Short: "Integration",
		IndexTitle: "The seminar", Kicker: "Seminar · 9–10 May 2023", Lead: emph("A ", "standfirst", "."),
		Blocks: []Block{{Kind: Subhead, Level: 2, Spans: plain("Head")}, paragraph(Span{Text: "Text."})[0]},
		Facts:  []Fact{{Label: "Dates", Text: plain("2023-05-09")}, {Label: "7", Text: plain("true")}},
		Quote:  &Quote{Text: emph("Well ", "said", ""), By: "Someone"},
		See:    []See{{Text: "More", Stories: []string{"events/hainan"}}, {Stories: []string{"foreword", "dates/calendar"}}},
		Photos: []*Photo{
			{
				File: "photos/hainan.jpg", Decorative: true, Credit: "Me", Keep: &[4]float64{0.1, 0.1, 0.9, 0.8}, Size: "wide",
				Waive: map[string]string{"low-resolution": "archive picture"},
			},
			{
				File: "photos/old/pier.jpg", Alt: "A picture from the archive", Caption: emph("From the ", "archive", "."),
				Credit: "Photo: archive", Size: "column", Waive: map[string]string{"low-resolution": "no better one exists"},
			},
		},
	}
}

// The full example uses every key that the schema knows, and the schema is the
// same on every run.
func TestSchema(t *testing.T) {
	_, text := full(t)
	data := Schema()
	if string(data) != string(Schema()) {
		t.Error("two schemas differ")
	}
	var schema any
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if p, ok := v["properties"].(map[string]any); ok {
				for k, sub := range p {
					keys[k] = true
					if s, ok := sub.(map[string]any); !ok || s["description"] == nil {
						t.Errorf("the key %s is not described", k)
					}
				}
			}
			for _, sub := range v {
				walk(sub)
			}
		case []any:
			for _, sub := range v {
				walk(sub)
			}
		}
	}
	walk(schema)
	if len(keys) < 45 {
		t.Errorf("only %d keys in the schema", len(keys))
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if !strings.Contains(text, k+":") {
			t.Errorf("the full example lacks the key %s", k)
		}
	}
}
