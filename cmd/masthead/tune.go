package main

import (
	"os"
	"runtime/debug"
)

// tune lets the collector wait longer than it would: a build is short, and most
// of what it makes lives to its end. Near the limit it works as hard as ever, so
// that large photos stay within the memory that an office computer can spare.
// GOGC and GOMEMLIMIT go before.
func tune() {
	const limit = 240 << 20
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(limit)
	}
	reserve(64 << 20)
}
