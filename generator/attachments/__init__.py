"""Before: a file for people to open. After: the same without what it tells of its author, or none.

A file is refused if it could do anything but be read: run a script, open another file, call an
address in a way that a reader does not see. What is left is written anew, so that earlier versions,
authors and what programs note for themselves are gone, and the same bytes come of the same file.

| module | is about |
|---|---|
| `finding` | what is found, and the refusal |
| `inspect` | an attachment of any format: cleaned, and its words looked through |
| `pdf` | PDF: opened, bounded, freed of what is not shown, its words |
| `pdf_features` | what a PDF must not have |
| `office` | Word and Excel files, part by part |
| `office_words` | their words, and the rows of their tables |
| `photographs` | JPEG and PNG without what cameras and programs write beside the pixels |

None of this is to be called in a process that anything else depends on (`generator.supervised`).
"""
