"""A brief as files of office programs: Word documents and slides."""
