// Package preflight looks at a finished PDF as a print shop does, before paper
// is wasted on it: at any PDF, whoever wrote it, however broken it is.
//
// Start at [Check]. It opens the file with [finish.Recover], walks the catalog
// and every page's content as a press would set it, and holds what it finds
// against a table of rules, one rule for each requirement: [Rules]. RULES.md
// beside this file is that table for people.
//
//	bytes ── finish.Recover ──► objects
//	  catalog, metadata, intents, every object      catalog.go metadata.go intent.go objects.go
//	  for each page
//	    boxes                                       boxes.go
//	    content ── interpreter ──► marks            content.go state.go colour.go type.go picture.go
//	    marks against ink, type, bleed, room        inks.go texts.go edges.go
//	    marks ──► thumbnail, where one is wanted    raster.go
//	findings ──► Report ──► text, JSON              report.go write.go
//
// # What it is not
//
// No open judge of PDF/X exists, and this is none either: its rules are those of
// PDF/X-4 that can be told from the file, and what print shops ask for besides.
// A file without findings is structurally checked, not certified.
//
// # Units
//
// Places are in points from the lower left corner, as PDF has them, since
// strange files have pages that no other system fits. Inks are percent of each
// plate.
package preflight
