package brand

import (
	"slices"
	"strings"

	"masthead/layout/source"
)

// A Variant is what a brand does otherwise in a language: keys of a brand, laid
// over it for issues in that language.
type Variant struct{ At source.Marks }

// common are the keys that are the same in all languages.
var common = []string{"name", "extends", "languages", "palette", "labels", "print"}

// UnmarshalSource reads nothing: what counts is read with the keys of the brand.
func (v *Variant) UnmarshalSource(d *source.Decoder, n *source.Node) {
	if !d.Expect(n, source.Mapping) {
		return
	}
	for _, key := range common {
		if k := n.Get(key); k != nil {
			d.Errorf(k, "misplaced", "write it outside languages", "%s is the same in all languages", key)
		}
	}
}

// variantSchema refers to the keys of a brand that a language may change.
func variantSchema(properties map[string]any) map[string]any {
	keys := map[string]any{}
	for key := range properties {
		if !slices.Contains(common, key) {
			keys[key] = map[string]any{"$ref": "#/properties/" + key}
		}
	}
	return map[string]any{"type": "object", "properties": keys, "additionalProperties": false}
}

// spoken lays the brand's variants for a language over it: for zh-Hans-CN that of
// zh, then that of zh-Hans, then its own.
func spoken(root *source.Node, language string) *source.Node {
	all := root.Get("languages")
	if all == nil || all.Kind() != source.Mapping {
		return root
	}
	for _, tag := range tags(language) {
		for _, e := range all.Entries() {
			if strings.EqualFold(e.Key, tag) && e.Value.Kind() == source.Mapping {
				root = source.Merge(root, e.Value)
			}
		}
	}
	return root
}

// tags are the beginnings of a language tag, the shortest first.
func tags(language string) []string {
	var out []string
	for i := range language {
		if language[i] == '-' {
			out = append(out, language[:i])
		}
	}
	if language != "" {
		out = append(out, language)
	}
	return out
}

// languages reports variants under what is no language tag.
func (c *checker) languages() {
	for _, e := range c.Languages.Entries {
		first, _, _ := strings.Cut(e.Key, "-")
		if n := len(first); n < 2 || n > 3 || strings.ToLower(first) != first || strings.Trim(first, "abcdefghijklmnopqrstuvwxyz") != "" {
			c.errorf(e.At, "bad-value", "write a language tag, as in zh or de-AT", "%q is no language", e.Key)
		}
	}
}
