package layout

import (
	"masthead/layout/brand"
	"masthead/layout/finish"
	"masthead/layout/issue"
)

// IssueSchema returns the JSON Schema of issue.yaml.
func IssueSchema() []byte { return issue.Schema() }

// BrandSchema returns the JSON Schema of brand.yaml.
func BrandSchema() []byte { return brand.Schema() }

// Utterance is what a screen reader says at one stop.
type Utterance = finish.Utterance

// Spoken returns what a screen reader says of a finished e-mail file. It is read
// from the file's own structure tree.
func Spoken(pdf []byte) ([]Utterance, error) {
	f, err := finish.Read(pdf)
	if err != nil {
		return nil, err
	}
	return finish.Spoken(f)
}
