package main

func (c *command) watch(args []string) int { return misused }
