package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// What a build of a few pages makes lives to its end, and all of it is less than
// early: it ends before the collector begins. From then on the collector waits longer
// than it would, and near the limit it works as hard as ever, so that large photos
// stay within the memory that an office computer can spare.
const (
	early = 128 << 20
	limit = 240 << 20
)

// tune sets the collector to work so. GOGC and GOMEMLIMIT go before.
func tune() {
	free := os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == ""
	if free {
		debug.SetGCPercent(-1)
	}
	reserve(80 << 20)
	if !free {
		return
	}
	debug.SetMemoryLimit(early)
	runtime.AddCleanup(new([64]byte), func(int) { // runs when it has begun
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(400)
	}, 0)
}
