"""The lessons where they run besides JupyterLab: a part of `make test-browser-all`."""
