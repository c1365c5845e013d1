"""Tests of what is found in texts that belongs to one person."""
