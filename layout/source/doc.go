// Package source reads YAML documents strictly and keeps the place of
// everything in them, so that each complaint about an issue or a brand points
// at a line and a column.
//
// Start with [Parse], which gives a tree of [Node], and hand that to a
// [Decoder] together with a pointer to a struct whose fields carry key tags:
//
//	type Photo struct {
//		File string       `key:"file,required" doc:"The picture, relative to the issue."`
//		Size string       `key:"size" enum:"column|wide|full" doc:"A wish."`
//		At   source.Marks // where the photo and each of its values stand
//	}
//
// The decoder reports every problem at once: unknown keys and values (with a
// guess at what was meant), wrong types, missing keys, numbers out of range.
// [Schema] makes a JSON Schema of the same structs, so it cannot drift from
// what the decoder takes.
//
// The package is the only one that knows the YAML library. It knows nothing of
// what the documents mean.
package source
