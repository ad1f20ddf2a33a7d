// Package assets carries what the program ships besides code and fonts: the
// built-in brands, hyphenation patterns and colour profiles, each with its
// licence.
package assets

import "embed"

// FS holds the folders brands, hyphen and icc.
//
//go:embed all:brands hyphen icc
var FS embed.FS
