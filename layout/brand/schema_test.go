package brand

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"masthead/layout/diag"
	"masthead/layout/source"
)

func TestSchemaRefersToWhatIsThere(t *testing.T) {
	data := Schema()
	if !bytes.Equal(data, Schema()) {
		t.Error("two schemas differ")
	}
	root := object(data)
	defs, properties := root["$defs"].(map[string]any), root["properties"].(map[string]any)
	refs := 0
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if r, ok := v["$ref"].(string); ok {
				refs++
				_, def := defs[strings.TrimPrefix(r, "#/$defs/")]
				_, key := properties[strings.TrimPrefix(r, "#/properties/")]
				if !def && !key {
					t.Errorf("%s is not defined", r)
				}
			}
			for _, kid := range v {
				walk(kid)
			}
		case []any:
			for _, kid := range v {
				walk(kid)
			}
		}
	}
	walk(root)
	if refs < 40 {
		t.Errorf("only %d references", refs)
	}
	node := defs["Node"].(map[string]any)["properties"].(map[string]any)
	for _, k := range Kinds() {
		if _, ok := node[k]; !ok {
			t.Errorf("the schema of a box has no %q", k)
		}
	}
}

// The schema takes the brands that load, and refuses what the decoder does.
func TestSchemaTakesBrands(t *testing.T) {
	s := schemaCheck{root: object(Schema())}
	files := []string{"testdata/brands/letter/brand.yaml", "testdata/brands/poster/brand.yaml", "../../assets/brands/default/brand.yaml"}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if wrong := s.document(t, string(data)); wrong != "" {
			t.Errorf("%s: %s", file, wrong)
		}
	}
	for _, text := range []string{small, full, "extends: default\nstyles: {title: }\n"} {
		if wrong := s.document(t, text); wrong != "" {
			t.Errorf("%.20q: %s", text, wrong)
		}
	}
	for _, c := range [][2]string{
		{"name: Small", "nmae: Small"},
		{"name: Small", "name: [Small]"},
		{`"#0B6457"`, `"0B64"`},
		{"[80, 0, 52, 58]", "[80, 0, 52]"},
		{"padding: 6", "padding: [1, 2, 3, 4, 5]"},
		{"stories: 1+", "stories: 1++"},
		{"part: any", "part: anyhow"},
		{"leading: 12pt, colour", "leading: 12 ells, colour"},
		{"{body: , box: panel}", "{body: 3}"},
		{"{body: , box: panel}", "{body: {colums: 3}}"},
		{"{body: , box: panel}", "{space: {min: two}}"},
		{"{weight: 3}", "{wieght: 3}"},
		{"name: Small", "name: Small\nlanguages: {zh: {name: Klein}}"},
		{"name: Small", "name: Small\nlanguages: {zh: {styles: {body: {leading: 12 ells}}}}"},
	} {
		if wrong := s.document(t, strings.Replace(small, c[0], c[1], 1)); wrong == "" {
			t.Errorf("the schema takes %s", c[1])
		}
	}
}

// schemaCheck judges values by the keywords of JSON Schema that ours uses.
type schemaCheck struct{ root map[string]any }

func (s schemaCheck) document(t *testing.T, text string) string {
	t.Helper()
	var diags diag.List
	n, ok := source.Parse("brand.yaml", []byte(text), &diags)
	if !ok || diags.Failed() {
		t.Fatal(diags.All)
	}
	return s.wrong(s.root, plain(n), "")
}

// plain turns a document into the values that JSON knows, as an editor sees it.
func plain(n *source.Node) any {
	switch n.Kind() {
	case source.Mapping:
		out := map[string]any{}
		for _, e := range n.Entries() {
			out[e.Key] = plain(e.Value)
		}
		return out
	case source.Sequence:
		out := []any{}
		for _, item := range n.Items() {
			out = append(out, plain(item))
		}
		return out
	case source.Null:
		return nil
	}
	text := n.Text()
	if n.Quoted() {
		return text
	}
	if i, err := strconv.Atoi(text); err == nil {
		return i
	}
	if x, err := strconv.ParseFloat(text, 64); err == nil {
		return x
	}
	if text == "true" || text == "false" {
		return text == "true"
	}
	return text
}

// wrong says what a schema has against a value, "" if nothing.
func (s schemaCheck) wrong(schema map[string]any, v any, at string) string {
	for key := range schema {
		if !slices.Contains([]string{
			"$schema", "$id", "$defs", "title", "description", "$ref", "anyOf", "type", "enum", "pattern",
			"minimum", "maximum", "properties", "additionalProperties", "required", "items", "minItems", "maxItems",
		}, key) {
			return at + ": the test does not know the keyword " + key
		}
	}
	if r, ok := schema["$ref"].(string); ok {
		def := s.root
		for _, name := range strings.Split(strings.TrimPrefix(r, "#/"), "/") {
			def = def[name].(map[string]any)
		}
		if w := s.wrong(def, v, at); w != "" {
			return w
		}
	}
	if forms, ok := schema["anyOf"].([]any); ok && !slices.ContainsFunc(forms, func(a any) bool { return s.wrong(a.(map[string]any), v, at) == "" }) {
		return fmt.Sprintf("%s: %v fits none of %d forms", at, v, len(forms))
	}
	if types := list(schema["type"]); types != nil && !slices.ContainsFunc(types, func(n any) bool { return isType(v, n.(string)) }) {
		return fmt.Sprintf("%s: %v is none of %v", at, v, types)
	}
	if enum := list(schema["enum"]); enum != nil && !slices.Contains(enum, v) {
		return fmt.Sprintf("%s: %v is none of %v", at, v, enum)
	}
	if p, ok := schema["pattern"].(string); ok {
		if text, ok := v.(string); ok && !regexp.MustCompile(p).MatchString(text) {
			return fmt.Sprintf("%s: %q does not match %s", at, text, p)
		}
	}
	return s.inside(schema, v, at)
}

// inside judges the parts of a mapping or list, and the size of a number.
func (s schemaCheck) inside(schema map[string]any, v any, at string) string {
	switch v := v.(type) {
	case map[string]any:
		properties, _ := schema["properties"].(map[string]any)
		for _, r := range list(schema["required"]) {
			if _, ok := v[r.(string)]; !ok {
				return fmt.Sprintf("%s: no %v", at, r)
			}
		}
		for key, value := range v {
			sub, ok := properties[key].(map[string]any)
			if !ok {
				if schema["additionalProperties"] == false {
					return fmt.Sprintf("%s: unknown key %q", at, key)
				}
				sub, _ = schema["additionalProperties"].(map[string]any)
			}
			if w := s.wrong(sub, value, at+"/"+key); w != "" {
				return w
			}
		}
	case []any:
		if n, ok := schema["minItems"].(float64); ok && len(v) < int(n) {
			return at + ": too short"
		}
		if n, ok := schema["maxItems"].(float64); ok && len(v) > int(n) {
			return at + ": too long"
		}
		items, _ := schema["items"].(map[string]any)
		for i, value := range v {
			if w := s.wrong(items, value, fmt.Sprint(at, "/", i)); w != "" {
				return w
			}
		}
	case int:
		if m, ok := schema["minimum"].(float64); ok && float64(v) < m {
			return fmt.Sprintf("%s: %d is less than %v", at, v, m)
		}
		if m, ok := schema["maximum"].(float64); ok && float64(v) > m {
			return fmt.Sprintf("%s: %d is more than %v", at, v, m)
		}
	}
	return ""
}

func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

func isType(v any, name string) bool {
	switch v.(type) {
	case nil:
		return name == "null"
	case bool:
		return name == "boolean"
	case int:
		return name == "integer" || name == "number"
	case float64:
		return name == "number"
	case string:
		return name == "string"
	case []any:
		return name == "array"
	case map[string]any:
		return name == "object"
	}
	data, _ := json.Marshal(v)
	panic("a value of a type that YAML does not make: " + string(data))
}
