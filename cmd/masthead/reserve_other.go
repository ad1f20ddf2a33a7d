//go:build !linux

package main

// reserve does nothing: other systems have no such pages to ask for, or give them
// unasked.
func reserve(int) {}
