package source

import (
	"bytes"
	"encoding/json"
	"testing"
)

func TestSchema(t *testing.T) {
	data := Schema(&outer{}, SchemaMeta{ID: "https://example.org/s", Title: "A test"})
	if !bytes.Equal(data, Schema(outer{}, SchemaMeta{ID: "https://example.org/s", Title: "A test"})) {
		t.Error("two schemas of one type differ")
	}
	var s struct {
		Schema     string   `json:"$schema"`
		ID         string   `json:"$id"`
		Required   []string `json:"required"`
		Additional bool     `json:"additionalProperties"`
		Properties map[string]map[string]any
		Defs       map[string]struct {
			Properties map[string]map[string]any
		} `json:"$defs"`
	}
	s.Additional = true
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	if s.Schema != "https://json-schema.org/draft/2020-12/schema" || s.ID != "https://example.org/s" || s.Additional {
		t.Errorf("a bad head: %+v", s)
	}
	if len(s.Required) != 1 || s.Required[0] != "title" {
		t.Errorf("required: %v", s.Required)
	}
	for _, key := range planOf(typeOfOuter()).keys {
		if _, ok := s.Properties[key]; !ok {
			t.Errorf("the schema lacks %s", key)
		}
	}
	number := s.Properties["number"]
	if number["type"] != "integer" || number["minimum"] != 1.0 || number["maximum"] != 99.0 {
		t.Errorf("number: %v", number)
	}
	if s.Properties["title"]["description"] != "The title." {
		t.Errorf("title: %v", s.Properties["title"])
	}
	if s.Properties["pair"]["minItems"] != 2.0 {
		t.Errorf("pair: %v", s.Properties["pair"])
	}
	if got := s.Defs["inner"].Properties["align"]["enum"]; len(got.([]any)) != 3 {
		t.Errorf("align: %v", got)
	}
	if got := s.Properties["styles"]["additionalProperties"].(map[string]any)["$ref"]; got != "#/$defs/inner" {
		t.Errorf("styles: %v", got)
	}
	if s.Properties["bare"]["anyOf"] == nil {
		t.Errorf("bare: %v", s.Properties["bare"])
	}
}
