"""One list over everything: actions, cards, maps, sources, perspectives, templates, settings."""
