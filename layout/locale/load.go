package locale

import (
	"embed"
	"slices"
	"strings"
)

//go:embed data
var data embed.FS

// aliases are tags that another language's file serves.
func alias(language string) string {
	switch language {
	case "no", "nn":
		return "nb"
	case "mo":
		return "ro"
	case "sh", "bs", "sr":
		return "hr"
	case "cmn", "yue":
		return "zh"
	}
	return language
}

// candidates returns the names of the files that may serve tag, the language
// first and the most particular last: "fr", "fr-CH".
func candidates(tag string) []string {
	parts := strings.FieldsFunc(tag, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 {
		return []string{"und"}
	}
	base := alias(strings.ToLower(parts[0]))
	if len(base) > 3 { // no tag of a language that has a file, but perhaps a file's name
		return []string{""}
	}
	names := []string{base}
	for _, p := range parts[1:] {
		switch {
		case len(p) == 1: // extensions and private use
			return names
		case len(p) == 4 && p[0] > '9':
			names = append(names, base+"-"+strings.ToUpper(p[:1])+strings.ToLower(p[1:]))
		case len(p) == 2:
			p = strings.ToUpper(p)
			switch {
			case base == "zh" && (p == "TW" || p == "HK" || p == "MO") && len(names) == 1:
				names = append(names, "zh-Hant")
			case base == "de" && p == "LI":
				p = "CH"
			}
			names = append(names, base+"-"+p)
		}
	}
	return names
}

// read adds the files of the names that exist, later over earlier ones, and
// reports whether the first does. The Serbian tag in Cyrillic has no file.
func (l *Locale) read(names []string) bool {
	if slices.Contains(names, "hr-Cyrl") {
		return false
	}
	for i, name := range append([]string{"common"}, names...) {
		text, err := data.ReadFile("data/" + name + ".txt")
		if err != nil {
			if i == 1 {
				return false
			}
			continue
		}
		parse(string(text), l.values, i < 2)
	}
	return true
}

// parse reads lines "key = value" into values. Where add is set a key that is
// there already is added to, as the lists of common.txt are; a variety's file
// replaces.
func parse(text string, values map[string]string, add bool) {
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(line, "=")
		if !ok || line[0] == '#' {
			continue
		}
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		if n := len(value); n > 1 && value[0] == '"' && value[n-1] == '"' {
			value = value[1 : n-1]
		}
		if strings.ContainsAny(value, `~\`) {
			value = strings.NewReplacer("~", nbsp, `\,`, nnbsp).Replace(value)
		}
		if old := values[key]; add && old != "" {
			value = old + " " + value
		}
		values[key] = value
	}
}

// Languages returns the tags that have a file, sorted; a tag with a region or
// script is a variety.
func Languages() []string {
	files, err := data.ReadDir("data")
	if err != nil {
		panic(err) // embedded
	}
	var tags []string
	for _, f := range files {
		if tag := strings.TrimSuffix(f.Name(), ".txt"); tag != "common" {
			tags = append(tags, tag)
		}
	}
	slices.Sort(tags)
	return tags
}
