// Package assets carries what the program ships besides code and fonts: the
// built-in brands, what finds faces, hyphenation patterns and colour profiles, each with its
// licence.
package assets

import "embed"

// FS holds the folders brands, faces, hyphen and icc.
//
//go:embed all:brands faces hyphen icc
var FS embed.FS
