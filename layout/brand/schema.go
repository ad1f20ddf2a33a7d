package brand

import (
	"encoding/json"
	"fmt"

	"masthead/layout/source"
)

// longForms are the types that a schema only refers to, because they decode
// themselves: see [Colour], [Rows] and the pieces of a story.
type longForms struct {
	Colour   colourKeys   `key:"colour"`
	Rows     rowsKeys     `key:"rows"`
	Body     bodyKeys     `key:"body"`
	Items    itemsKeys    `key:"items"`
	Gallery  galleryKeys  `key:"gallery"`
	Facts    factsKeys    `key:"facts"`
	Quote    quoteKeys    `key:"quote"`
	Index    indexKeys    `key:"index"`
	Calendar calendarKeys `key:"calendar"`
	Contacts contactsKeys `key:"contacts"`
	Follow   followKeys   `key:"follow"`
	Rule     ruleKeys     `key:"rule"`
}

// Schema returns the JSON Schema (draft 2020-12) of brand.yaml.
func Schema() []byte {
	root := object(source.Schema(Brand{}, source.SchemaMeta{
		ID: "masthead:brand", Title: "brand.yaml", Description: "A brand of the newsletter typesetter masthead.",
	}))
	defs, _ := root["$defs"].(map[string]any)
	more, _ := object(source.Schema(longForms{}, source.SchemaMeta{}))["$defs"].(map[string]any)
	for name, def := range more {
		defs[name] = def
	}
	// What is written without value is dropped from the brand that is extended.
	for _, key := range []string{"styles", "templates"} {
		property := root["properties"].(map[string]any)[key].(map[string]any)
		property["additionalProperties"] = map[string]any{"anyOf": []any{property["additionalProperties"], map[string]any{"type": "null"}}}
	}
	properties := root["properties"].(map[string]any)
	properties["languages"].(map[string]any)["additionalProperties"] = variantSchema(properties)
	// A brand that extends another may leave out anything.
	root["anyOf"] = []any{map[string]any{"required": []string{"name"}}, map[string]any{"required": []string{"extends"}}}
	delete(root, "required")
	out, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("brand: schema: %v", err))
	}
	return append(out, '\n')
}

func object(data []byte) map[string]any {
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		panic(fmt.Sprintf("brand: schema: %v", err))
	}
	return out
}

// SchemaSource tells what a range looks like.
func (Range) SchemaSource() map[string]any {
	return map[string]any{"type": []string{"string", "integer"}, "pattern": `^\s*[0-9]+\s*(\+|[-–]\s*[0-9]+)?\s*$`}
}

// SchemaSource tells what a span of columns looks like.
func (Columns) SchemaSource() map[string]any {
	return map[string]any{"type": []string{"string", "integer"}, "pattern": `^\s*[0-9]+\s*([-–]\s*[0-9]+)?\s*$`}
}
