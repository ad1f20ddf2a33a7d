// Package fonts carries the typefaces that the built-in brands set, each family
// in a folder with its licence.
package fonts

import "embed"

// FS holds the font files by family: "source-serif-4/SourceSerif4-Regular.ttf".
//
//go:embed */*
var FS embed.FS
