#!/usr/bin/env node
// A file of its own, and not dist/cli.js, which each build writes anew without leave to be run.
import '../dist/cli.js';
