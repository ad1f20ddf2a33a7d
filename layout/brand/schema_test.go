package brand

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestSchemaRefersToWhatIsThere(t *testing.T) {
	data := Schema()
	if !bytes.Equal(data, Schema()) {
		t.Error("two schemas differ")
	}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	defs := root["$defs"].(map[string]any)
	refs := 0
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if r, ok := v["$ref"].(string); ok {
				refs++
				if _, ok := defs[strings.TrimPrefix(r, "#/$defs/")]; !ok {
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
