"""pytest plugins that must be loaded before Django's settings are read (`-p`, never conftest)."""
