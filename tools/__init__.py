"""What maintains the project."""
