package source

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// SchemaMeta is the head of a schema.
type SchemaMeta struct{ ID, Title, Description string }

// SchemaSource is implemented by an [Unmarshaler] to tell what it takes, as the
// keywords of a JSON Schema. Without it the schema lets anything through.
type SchemaSource interface {
	SchemaSource() map[string]any
}

var (
	schemaSourceType = reflect.TypeFor[SchemaSource]()
	elementType      = reflect.TypeFor[interface{ element() reflect.Type }]()
	singleType       = reflect.TypeFor[interface{ single() reflect.Type }]()
)

// TextSchema is the schema of a text: a scalar as written, so numbers, dates
// and true or false count as text too.
func TextSchema() map[string]any {
	return map[string]any{"type": []string{"string", "number", "boolean"}}
}

// Schema returns the JSON Schema (draft 2020-12) of the documents that decode
// into v, a struct or a pointer to one. The bytes depend on the types alone.
func Schema(v any, meta SchemaMeta) []byte {
	t := reflect.TypeOf(v)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	s := &schema{defs: map[string]any{}, plans: Decoder{}}
	root := s.object(t)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	for key, value := range map[string]string{"$id": meta.ID, "title": meta.Title, "description": meta.Description} {
		if value != "" {
			root[key] = value
		}
	}
	if len(s.defs) > 0 {
		root["$defs"] = s.defs
	}
	out, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("source: schema: %v", err))
	}
	return append(out, '\n')
}

type schema struct {
	defs  map[string]any
	plans Decoder
}

// of returns the schema of a type; structs are put among the definitions, for
// they may hold themselves.
func (s *schema) of(t reflect.Type) map[string]any {
	pointer := reflect.PointerTo(t)
	switch {
	case t == nodeType:
		return map[string]any{}
	case t == lengthType:
		return map[string]any{"type": []string{"string", "number"}, "pattern": `^\s*[-+]?[0-9.]+\s*(pt|mm|cm|in|pc)?\s*$`}
	case pointer.Implements(elementType):
		elem := reflect.Zero(t).Interface().(interface{ element() reflect.Type }).element()
		return map[string]any{"type": "object", "additionalProperties": s.of(elem)}
	case pointer.Implements(singleType):
		one := s.of(reflect.Zero(t).Interface().(interface{ single() reflect.Type }).single())
		return map[string]any{"anyOf": []any{one, map[string]any{"type": "array", "items": one}}}
	case pointer.Implements(schemaSourceType):
		return reflect.New(t).Interface().(SchemaSource).SchemaSource()
	case pointer.Implements(unmarshalerType):
		return map[string]any{}
	case pointer.Implements(textType):
		return TextSchema()
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.of(t.Elem())
	case reflect.String:
		return TextSchema()
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.of(t.Elem())}
	case reflect.Array:
		return map[string]any{"type": "array", "items": s.of(t.Elem()), "minItems": t.Len(), "maxItems": t.Len()}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": s.of(t.Elem())}
	case reflect.Struct:
		name := t.Name()
		if _, ok := s.defs[name]; !ok {
			s.defs[name] = nil // being made
			s.defs[name] = s.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + name}
	}
	panic(fmt.Sprintf("source: no schema for %v", t))
}

func (s *schema) object(t reflect.Type) map[string]any {
	properties := map[string]any{}
	var required []string
	p := s.plans.plan(t)
	for i := range p.fields {
		f := &p.fields[i]
		property := s.of(t.FieldByIndex(f.index).Type)
		if f.doc != "" {
			property["description"] = f.doc
		}
		target := property
		if items, ok := property["items"].(map[string]any); ok {
			target = items
		}
		f.restrict(target)
		if f.bare {
			delete(property, "description")
			property = map[string]any{"anyOf": []any{property, map[string]any{"type": "null"}}, "description": f.doc}
		}
		properties[f.key] = property
		if f.required {
			required = append(required, f.key)
		}
	}
	out := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if required != nil {
		out["required"] = required
	}
	return out
}

func (f *field) restrict(target map[string]any) {
	if len(f.enum) > 0 {
		target["enum"] = f.enum
	}
	if f.min != nil {
		target["minimum"] = *f.min
	}
	if f.max != nil {
		target["maximum"] = *f.max
	}
}
