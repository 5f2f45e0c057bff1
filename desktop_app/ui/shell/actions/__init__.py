"""Everything a person can ask for, one typed row each; menus, keys, palette and cheat sheet are made from the rows."""
