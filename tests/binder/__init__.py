"""What Binder makes of the repository, checked without Docker: `make binder-check`."""
