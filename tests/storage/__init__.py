"""The register on three engines: nothing acknowledged is lost, nothing changed unseen."""
